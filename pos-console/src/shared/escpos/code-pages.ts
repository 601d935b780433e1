/**
 * The printer's letters beyond ASCII: pages that every common printer has, under Epson's numbers. What they miss is drawn
 * as a picture. Page 16 is Windows-1252: Latin-1 but for these 32; page 17 is IBM 866, which the browser decodes.
 */
const BETWEEN = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';
const ibm866 = new TextDecoder('ibm866');

const PAGES: readonly { readonly number: number; readonly letterOf: (code: number) => string }[] = [
  {
    number: 16,
    letterOf: (code) =>
      code >= 0x80 && code < 0xa0 ? (BETWEEN[code - 0x80] ?? '') : String.fromCharCode(code),
  },
  { number: 17, letterOf: (code) => ibm866.decode(Uint8Array.of(code)) },
];

/** Signs that a printer's pages write in another way. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u00A0': ' ',
  '\u2009': ' ',
  '\u202F': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
};

export interface Encoded {
  readonly page: number;
  readonly bytes: readonly number[];
}

const codes = PAGES.map(({ number, letterOf }) => {
  const byLetter = new Map<string, number>();
  for (let code = 0x20; code < 0x100; code++) {
    const letter = letterOf(code);
    if (letter !== '\0' && letter !== '\x7f') byLetter.set(letter, code);
  }
  return { number, byLetter };
});

export const plain = (text: string): string =>
  text.replace(/[\u00A0\u2009\u202F\u2010\u2011\u2212]/g, (sign) => PLAIN[sign] ?? sign);

/** The text in the first page that has all of its letters; null when none has. */
export function encode(text: string): Encoded | null {
  const letters = Array.from(plain(text));
  for (const { number, byLetter } of codes) {
    const bytes = letters.map((letter) => byLetter.get(letter));
    if (bytes.every((code) => code !== undefined)) return { page: number, bytes };
  }
  return null;
}
