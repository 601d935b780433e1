const GTIN_LENGTHS = new Set([8, 12, 13, 14]);

/** Whether the digits carry a valid GS1 check digit (GS1 General Specifications, 7.9). */
export function isGtin(code: string): boolean {
  if (!GTIN_LENGTHS.has(code.length) || !/^\d+$/.test(code)) return false;
  let total = 0;
  for (let i = 0; i < code.length; i++) total += Number(code[code.length - 1 - i]) * (i % 2 === 0 ? 1 : 3);
  return total % 10 === 0;
}

/** Whether a code is as long as a GTIN but has another check digit: it was read or typed wrong. */
export const isMisread = (code: string): boolean =>
  /^\d+$/.test(code) && GTIN_LENGTHS.has(code.length) && !isGtin(code);

/**
 * What one scanner burst contains. Two goods swept over a fast scanner can arrive without a terminator between them;
 * two GTINs glued together are two scans. Anything else is one code.
 */
export function codesInBurst(burst: string): string[] {
  if (!isGtin(burst)) {
    for (const length of [13, 12, 8, 14]) {
      const first = burst.slice(0, length);
      const second = burst.slice(length);
      if (isGtin(first) && isGtin(second)) return [first, second];
    }
  }
  return [burst];
}

/** Spellings under which the same GTIN may be stored: zeros in front make no difference. */
export function spellingsOf(code: string): string[] {
  if (!/^\d+$/.test(code) || !GTIN_LENGTHS.has(code.length)) return [code];
  const bare = code.replace(/^0+/, '');
  const padded = [...GTIN_LENGTHS]
    .filter((length) => length >= bare.length)
    .map((length) => bare.padStart(length, '0'));
  return [...new Set([code, ...padded])];
}
