import { amount, divideHalfUp, minus, plus, ZERO, type Amount } from '../decimal';

export interface TaxedAmount {
  readonly taxCategory: string;
  readonly taxRate: string;
  readonly amount: Amount;
}

export interface TaxGroup {
  readonly category: string;
  readonly rate: string;
  readonly net: Amount;
  readonly tax: Amount;
  readonly gross: Amount;
}

/** Tax contained in a gross amount, rounded half-up in one step. */
export function taxWithin(gross: Amount, rate: string, minorDigits: number): Amount {
  const percent = amount(rate);
  const step = 10n ** BigInt(4 - minorDigits);
  return (divideHalfUp(gross * percent, (amount('100') + percent) * step) * step) as Amount;
}

/** One group per category and rate, in order of first appearance; the gross amounts add up to the total. */
export function taxGroups(lines: readonly TaxedAmount[], minorDigits: number): TaxGroup[] {
  const groups = new Map<string, { category: string; rate: string; gross: Amount }>();
  for (const line of lines) {
    const key = `${line.taxCategory} ${line.taxRate}`;
    const group = groups.get(key) ?? { category: line.taxCategory, rate: line.taxRate, gross: ZERO };
    groups.set(key, { ...group, gross: plus(group.gross, line.amount) });
  }
  return [...groups.values()].map((group) => {
    const tax = taxWithin(group.gross, group.rate, minorDigits);
    return { ...group, tax, net: minus(group.gross, tax) };
  });
}
