import { ageToCheck } from './age';
import type { Basket } from './basket';
import { isUntold } from './telling-apart';

/** What must be answered before a basket is paid. */
export type Question =
  { readonly ask: 'age'; readonly age: number } | { readonly ask: 'batch'; readonly key: number };

/** The first one, age before all else: who may not buy need not be asked anything more. */
export function openQuestion(basket: Basket): Question | null {
  const age = ageToCheck(basket);
  if (age !== null) return { ask: 'age', age };
  const untold = basket.lines.find(isUntold);
  return untold ? { ask: 'batch', key: untold.key } : null;
}
