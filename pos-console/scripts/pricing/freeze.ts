import { writeFileSync } from 'node:fs';
import { priceVector } from './price-vector';
import { bookOf, contradictions, vectorFiles } from './vector-file';

const WIDTH = 140;

/**
 * Gives every vector without an expected result the one the kernel answers now, unless it contradicts what was worked
 * out by hand: then nothing is written. Vectors that have a result are never touched.
 */
const [folder = '../contracts/pricing/vectors'] = process.argv.slice(2);
let wrong = 0;
for (const { path, file } of vectorFiles(folder)) {
  const vectors = file.vectors.map((vector) => {
    if (vector.expected) return vector;
    const expected = priceVector({ book: bookOf(file, vector), basket: vector.basket });
    for (const found of contradictions(vector.worked ?? {}, expected)) {
      console.error(`${vector.id} ${found} was worked out, but the kernel says ${JSON.stringify(expected)}`);
      wrong += 1;
    }
    return { ...vector, expected };
  });
  if (wrong === 0) writeFileSync(path, `${written({ ...file, vectors }, '')}\n`);
}
process.exitCode = wrong === 0 ? 0 : 1;

/** JSON that puts on one line what fits there. */
function written(value: unknown, indent: string): string {
  const flat = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= WIDTH) return flat;
  const inner = `${indent} `;
  const members = Array.isArray(value)
    ? value.map((each) => inner + written(each, inner))
    : Object.entries(value).map(([key, each]) => `${inner}${JSON.stringify(key)}: ${written(each, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open ?? ''}\n${members.join(',\n')}\n${indent}${close ?? ''}`;
}
