import { amount, divideHalfUp, ZERO, type Amount } from './decimal';

/** Taken off by hand: a share in per cent, or an amount. */
export type Discount = { readonly percent: Amount } | { readonly amount: Amount };

const HUNDRED_PERCENT = amount('100');

const minorUnit = (minorDigits: number) => 10n ** BigInt(4 - minorDigits);

/** What a discount takes off a price: whole minor units, rounded half-up once, and never more than the price. */
export function amountOff(discount: Discount | null, price: Amount, minorDigits: number): Amount {
  if (discount === null) return ZERO;
  if ('amount' in discount) return within(discount.amount, price);
  const step = minorUnit(minorDigits);
  const off = divideHalfUp(price * discount.percent, HUNDRED_PERCENT * step) * step;
  return within(off as Amount, price);
}

/** Nothing is sold below nothing, and a discount never adds to a price. */
function within(off: Amount, price: Amount): Amount {
  const [least, most] = price < 0n ? [price, ZERO] : [ZERO, price];
  return off < least ? least : off > most ? most : off;
}
