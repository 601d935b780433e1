/** A receipt number is gapless per till; on paper it carries the till's prefix, so that it names one receipt. */
export function receiptLabel(prefix: string, number: number): string {
  return `${prefix}-${number.toString().padStart(6, '0')}`;
}

/** Reads `B1-000017`, `b1-17` or `17` as it is typed or scanned; the prefix is null when only a number was given. */
export function parseReceiptLabel(text: string): { prefix: string | null; number: number } | null {
  const match = /^(?:(.+)-)?0*(\d{1,9})$/.exec(text.trim().toUpperCase());
  if (!match) return null;
  const number = Number(match[2]);
  return number > 0 ? { prefix: match[1] ?? null, number } : null;
}
