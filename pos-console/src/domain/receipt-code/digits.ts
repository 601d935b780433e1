/**
 * What a code on paper begins with. No GTIN is that long, and scanners that act as keyboards type digits alike on every layout of
 * keys: that is why a code holds nothing else, and a printed QR code holds three digits in ten bits.
 */
const MARK = '7071';
const SHORTEST = 60;

/**
 * What a QR code of version 25 holds with 15 % that may be damaged: 117 squares wide, 44 mm at three dots of a receipt printer
 * (0.375 mm) for each, which paper of 58 mm takes with its margins.
 */
export const DIGITS_OF_ONE_CODE = 2_395;

/** Whether digits that were scanned or typed are, or begin like, a signed entry. */
export const isReceiptCode = (text: string): boolean =>
  text.length >= SHORTEST && text.startsWith(MARK) && /^\d+$/.test(text);

/** How many bytes fit into a code of so many digits. */
export const bytesIn = (digits: number): number =>
  Math.floor(((digits - MARK.length - 1) * Math.log2(10) - 1) / 8);

export function digitsOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // The leading one keeps zeros in front.
  return MARK + BigInt(`0x01${hex}`).toString();
}

/** Null when these are not the digits of whole bytes. */
export function bytesOf(digits: string): Uint8Array | null {
  if (!isReceiptCode(digits)) return null;
  const hex = BigInt(digits.slice(MARK.length)).toString(16);
  if (hex.length % 2 === 0 || !hex.startsWith('1')) return null;
  return Uint8Array.from({ length: (hex.length - 1) / 2 }, (_, at) =>
    parseInt(hex.slice(1 + 2 * at, 3 + 2 * at), 16),
  );
}
