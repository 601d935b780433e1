import { type Amount } from '../decimal';

/**
 * Splits `total` into whole minor units so that the parts add up to it exactly. The ideal part is `numerators[i] /
 * denominator`; each is cut down to whole minor units, and what is left goes, unit by unit, to the largest remainders,
 * the earlier one first when they are equal.
 */
export function allocate(
  total: Amount,
  numerators: readonly bigint[],
  denominator: bigint,
  minorUnit: Amount,
): Amount[] {
  const divisor = denominator * minorUnit;
  const parts = numerators.map((numerator) => floorDivide(numerator, divisor));
  let left = total / minorUnit - parts.reduce((sum, part) => sum + part, 0n);
  if (left !== 0n) {
    const order = numerators
      .map((numerator, index) => ({ index, rest: numerator - (parts[index] ?? 0n) * divisor }))
      .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
      .map(({ index }) => index);
    if (left < 0n) order.reverse();
    const step = left < 0n ? -1n : 1n;
    for (let turn = 0; left !== 0n; turn += 1, left -= step) {
      const index = order[turn % order.length] ?? 0;
      parts[index] = (parts[index] ?? 0n) + step;
    }
  }
  return parts.map((part) => (part * minorUnit) as Amount);
}

/** Splits `total` in proportion to `weights`, which are not negative and not all zero. */
export function share(total: Amount, weights: readonly Amount[], minorUnit: Amount): Amount[] {
  const whole = weights.reduce((sum: bigint, weight) => sum + weight, 0n);
  return allocate(
    total,
    weights.map((weight) => total * weight),
    whole,
    minorUnit,
  );
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
