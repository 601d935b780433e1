// Fails the build when what the till loads first is larger than its budget.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 250;
const SIGN_IN = 'node_modules/keycloak-js/lib/keycloak.js';
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const till = new Set();
function follow(key) {
  const chunk = manifest[key];
  if (!chunk || till.has(chunk.file)) return;
  till.add(chunk.file);
  for (const imported of chunk.imports ?? []) follow(imported);
}
// The client of the sign-in comes after the first page, and belongs to the first load all the same.
for (const entry of ['index.html', 'src/features/till/TillPage.tsx', 'src/shared/i18n/de.ts', SIGN_IN]) {
  if (!manifest[entry]) throw new Error(`${entry} is not in the build`);
  follow(entry);
}
const assets = readdirSync(new URL('assets/', dist));
for (const name of assets) if (name.startsWith('search.worker')) till.add(`assets/${name}`);

let total = 0;
for (const file of [...till].filter((name) => name.endsWith('.js')).sort()) {
  const path = new URL(file, dist);
  if (!existsSync(path)) throw new Error(`${file} is missing`);
  const kilobytes = gzipSync(readFileSync(path)).length / 1024;
  total += kilobytes;
  console.log(`${kilobytes.toFixed(1).padStart(8)} KB  ${file}`);
}
console.log(`${total.toFixed(1).padStart(8)} KB  compressed script for the till, of ${BUDGET_KB} KB`);
if (!/assets\/zxing_reader-[\w-]+\.wasm/.test(readFileSync(new URL('sw.js', dist), 'utf8'))) {
  console.error(
    'The reader of the camera is not kept for later: without a network nothing could be scanned with it.',
  );
  process.exit(1);
}
if (total > BUDGET_KB) {
  console.error('The till has grown over its budget: load what is not needed to sell later.');
  process.exit(1);
}
