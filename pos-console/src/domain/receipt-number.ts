/**
 * So many numbers the devices of a till have each. A till's first device numbers 1, 2, 3 …; the second, should the first not
 * have sent everything yet, begins at 2,000,000,001, the third at 3,000,000,001: no two ever give the same one.
 */
const SERIES = 1_000_000_000;

/** @param epoch the how many-th device of its till */
export const firstReceiptNumber = (epoch: number): number => (epoch > 1 ? epoch * SERIES : 0) + 1;

/** A receipt number is gapless per till and device; on paper it carries the till's prefix, so that it names one receipt. */
export function receiptLabel(prefix: string, number: number): string {
  return `${prefix}-${receiptCount(number, 6)}`;
}

/** The number without its till, as people say it: 17, or 17.2 when the till's second device gave it. */
export function receiptCount(number: number, digits = 1): string {
  const series = Math.floor(number / SERIES);
  const count = (number % SERIES).toString().padStart(digits, '0');
  return series === 0 ? count : `${count}.${series}`;
}

/** Reads `B1-000017`, `b1-17.2` or `17` as it is typed or scanned; the prefix is null when only a number was given. */
export function parseReceiptLabel(text: string): { prefix: string | null; number: number } | null {
  const match = /^(?:(.+)-)?0*(\d{1,9})(?:\.([1-9]\d{0,5}))?$/.exec(text.trim().toUpperCase());
  if (!match) return null;
  const [, prefix = null, count, series = '0'] = match;
  return Number(count) > 0 ? { prefix, number: Number(series) * SERIES + Number(count) } : null;
}

const PRINTED = /^[A-Z][A-Z0-9]{0,9}-\d{6,9}(\.\d{1,6})?$/i;

/** Whether a code is a receipt's number as it is printed, with the prefix of its till. */
export const isReceiptLabel = (code: string): boolean => PRINTED.test(code.trim());
