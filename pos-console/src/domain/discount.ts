import { amount, divideHalfUp, sum, ZERO, type Amount } from './decimal';

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

/**
 * Splits an amount over parts in proportion to their size, in whole minor units: each part gets its share rounded down,
 * and what is left over goes one by one to the largest remainders, earlier parts first.
 */
export function splitOver(total: Amount, parts: readonly Amount[], minorDigits: number): Amount[] {
  const whole = sum(parts);
  if (total === ZERO || whole === ZERO) return parts.map(() => ZERO);
  const step = minorUnit(minorDigits);
  const shares = parts.map((part) => (total * part) / (whole * step));
  const remainders = parts.map((part) => (total * part) % (whole * step));
  let left = total / step - shares.reduce((given, share) => given + share, 0n);
  const byRemainder = parts.map((_, at) => at).sort((a, b) => compare(remainders[b], remainders[a]));
  for (const at of byRemainder) {
    if (left <= 0n) break;
    shares[at] = (shares[at] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares.map((share) => (share * step) as Amount);
}

const compare = (a = 0n, b = 0n) => (a < b ? -1 : a > b ? 1 : 0);
