import { createInterface } from 'node:readline';
import { priceVector, type PricingInput } from './price-vector';

/**
 * The console's kernel as a process: one JSON input a line, one JSON answer a line, in the same order. This is how
 * order-service's comparing test asks it.
 */
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(priceVector(JSON.parse(line) as PricingInput))}\n`);
}
