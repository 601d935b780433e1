import { divideHalfUp, minus, roundToMinor, type Amount } from './decimal';

const PERCENT = [5n, 10n, 15n];
const WHOLE = 10_000n;

/** Tips worth offering: up to the next whole amount, then shares of the total; each once, the smallest first. */
export function likelyTips(total: Amount, minorDigits: number): Amount[] {
  if (total <= 0n) return [];
  const whole = minorDigits === 0 ? WHOLE * 100n : WHOLE;
  const rounded = (((total + whole - 1n) / whole) * whole) as Amount;
  const shares = PERCENT.map((percent) =>
    roundToMinor(divideHalfUp(total * percent, 100n) as Amount, minorDigits),
  );
  const offers = new Set([minus(rounded, total), ...shares].filter((tip) => tip > 0n));
  return [...offers].sort((a, b) => (a < b ? -1 : 1));
}
