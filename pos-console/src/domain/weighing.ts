import { ONE, parseQuantity, parseTyped, type Quantity } from './decimal';
import type { Scanned } from './scanned';

const GRAMS = 3;
/** No shop's scale weighs that much, in kilograms: who types more meant grams, or a code. */
const TOO_HEAVY = 100n * ONE;

/** Whether it is still to be said how much there is of it: sold by weight, and its code said none. */
export const isUnweighed = ({ product, quantity, price, labelled }: Scanned): boolean =>
  product.unit === 'KG' && price === null && !labelled && quantity === ONE;

/** Goods with what they weigh. Each weighing stays a line of its own, as it was shown to the customer. */
export const weighed = (goods: Scanned, quantity: Quantity): Scanned => ({
  ...goods,
  quantity,
  labelled: true,
});

/** A weight in kilograms as a person typed it or a scale showed it; null when it is none that can be sold. */
export function readWeight(text: string): Quantity | null {
  const weight = parseQuantity(parseTyped(text, GRAMS) ?? '');
  return weight !== null && weight > 0n && weight < TOO_HEAVY ? weight : null;
}
