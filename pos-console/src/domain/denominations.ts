import { amount, amountText, plus, ZERO, type Amount } from './decimal';
import type { ForeignCount } from './foreign-cash';

/** So many notes or coins of one value, as the server takes them. */
export interface Denomination {
  readonly value: string;
  readonly pieces: number;
}

/** Notes and coins in use, largest first. A currency that is not here is counted as one total. */
const IN_USE: Readonly<Record<string, readonly string[]>> = {
  EUR: ['200', '100', '50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05', '0.02', '0.01'],
  USD: ['100', '50', '20', '10', '5', '2', '1', '0.50', '0.25', '0.10', '0.05', '0.01'],
  GBP: ['50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05', '0.02', '0.01'],
  CHF: ['1000', '200', '100', '50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05'],
  JPY: ['10000', '5000', '2000', '1000', '500', '100', '50', '10', '5', '1'],
  SEK: ['1000', '500', '200', '100', '50', '20', '10', '5', '2', '1'],
  NOK: ['1000', '500', '200', '100', '50', '20', '10', '5', '1'],
  DKK: ['1000', '500', '200', '100', '50', '20', '10', '5', '2', '1', '0.50'],
  PLN: ['500', '200', '100', '50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05', '0.02', '0.01'],
  CZK: ['5000', '2000', '1000', '500', '200', '100', '50', '20', '10', '5', '2', '1'],
  CAD: ['100', '50', '20', '10', '5', '2', '1', '0.25', '0.10', '0.05'],
  AUD: ['100', '50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05'],
};

export const denominationsOf = (currency: string): readonly string[] => IN_USE[currency] ?? [];

/** What the pieces come to, exactly. */
export function worthOf(count: readonly Denomination[]): Amount {
  return count.reduce(
    (total: Amount, { value, pieces }) => plus(total, (amount(value) * BigInt(pieces)) as Amount),
    ZERO,
  );
}

/** What was counted, as text typed for each value: values without pieces are left out. */
export function countOf(typed: Readonly<Record<string, string>>): readonly Denomination[] {
  return Object.entries(typed)
    .map(([value, pieces]) => ({ value, pieces: Number(pieces) || 0 }))
    .filter(({ pieces }) => pieces > 0);
}

/** The amount in wire form, and the pieces it is made of when they were counted one by one. */
export interface Counted {
  readonly amount: string;
  readonly count: readonly Denomination[] | null;
  /** Cash of other currencies beside it. */
  readonly foreign?: readonly ForeignCount[];
}

export const countedPieces = (count: readonly Denomination[], minorDigits: number): Counted => ({
  amount: amountText(worthOf(count), minorDigits),
  count,
});
