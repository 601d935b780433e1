import {
  amount,
  amountText,
  divideHalfUp,
  minorDigitsOf,
  minus,
  parseRate,
  RATE_SCALE,
  roundToMinor,
  sum,
  type Amount,
} from './decimal';
import type { SaleDocument } from './sale';

/** A foreign currency that a till takes in cash; `rate` is what one of it is worth in the store's. */
export interface ForeignRate {
  readonly currency: string;
  readonly rate: string;
}

/** Cash of another currency as it was handed over. */
export interface ForeignMoney extends ForeignRate {
  readonly amount: Amount;
}

/** What was counted of one foreign currency, in that currency. */
export interface ForeignCount {
  readonly currency: string;
  readonly amount: string;
}

/** One foreign currency in a session: `worth` is in the session's currency, all else in the foreign. */
export interface ForeignTotal {
  readonly currency: string;
  readonly count: number;
  readonly amount: string;
  readonly worth: string;
  readonly counted: string | null;
  readonly difference: string | null;
}

/** Rounded half up to what the store's currency is paid in, as the server does it. */
export const worthAt = (given: Amount, rate: string, minorDigits: number): Amount =>
  roundAt(given * parseRate(rate), minorDigits);

function roundAt(scaled: bigint, minorDigits: number): Amount {
  const step = 10n ** BigInt(4 - minorDigits);
  return (divideHalfUp(scaled, step * RATE_SCALE) * step) as Amount;
}

/** The least that pays `due`, to the foreign currency's own minor unit. */
export function neededAt(due: Amount, { currency, rate }: ForeignRate): Amount {
  const digits = minorDigitsOf(currency);
  const step = 10n ** BigInt(4 - digits) * parseRate(rate);
  const pieces = (due * RATE_SCALE + step - 1n) / step;
  return roundToMinor((pieces * 10n ** BigInt(4 - digits)) as Amount, digits);
}

/** Adds up what documents took of each currency; what was counted stands beside it, also where none was taken. */
export function foreignTotals(
  documents: readonly Pick<SaleDocument, 'tenders'>[],
  counted: readonly ForeignCount[],
  text: (value: Amount) => string,
): ForeignTotal[] {
  const taken = documents.flatMap(({ tenders }) =>
    tenders.flatMap(({ foreign, amount: worth }) => (foreign ? [{ ...foreign, worth }] : [])),
  );
  const currencies = new Set([...taken, ...counted].map(({ currency }) => currency));
  return [...currencies].sort().map((currency) => {
    const written = (value: Amount) => amountText(value, minorDigitsOf(currency));
    const own = taken.filter((each) => each.currency === currency);
    const total = sum(own.map((each) => amount(each.amount)));
    const found = counted.find((each) => each.currency === currency);
    return {
      currency,
      count: own.length,
      amount: written(total),
      worth: text(sum(own.map((each) => amount(each.worth)))),
      counted: found ? written(amount(found.amount)) : null,
      difference: found ? written(minus(amount(found.amount), total)) : null,
    };
  });
}
