// Writes the TypeScript types of every service's API from the committed contracts.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const contracts = new URL('../../contracts/openapi/', import.meta.url);
const types = new URL('../src/shared/http/generated/', import.meta.url);

mkdirSync(types, { recursive: true });
for (const file of readdirSync(contracts).sort()) {
  const ast = await openapiTS(new URL(file, contracts), { immutable: true, alphabetize: true });
  writeFileSync(new URL(file.replace(/\.json$/, '.ts'), types), astToString(ast));
}
