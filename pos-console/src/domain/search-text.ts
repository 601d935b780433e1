const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ς: 'σ',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/**
 * What search compares, of names and of what people type: the words in small letters without accents, one blank apart.
 * The catalog's `search_text` does the same; contracts/search holds both to it.
 */
export function searchText(given: string): string {
  // eslint-disable-next-line no-control-regex -- plain ASCII, most of a catalog, takes a tenth of the time
  if (/^[\x00-\x7f]*$/.test(given))
    return given
      .toLowerCase()
      .replace(/'(?=[st](?:[^a-z0-9]|$))/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return given
    .replace(/[™®©]/g, '')
    .replace(/[’ʼ´]/g, "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]/g, '')
    .normalize('NFC')
    .replace(/[øłđðıςßæœþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/'(?=[st](?:[\s\p{P}\p{S}]|$))/gu, '')
    .replace(/[\s\p{P}\p{S}\p{Cc}]+/gu, ' ')
    .trim();
}

/** The words of a text that has been through `searchText`. */
export const wordsOf = (text: string): string[] => (text === '' ? [] : text.split(' '));

const WITHOUT_BLANKS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The beginning or a part of a word counts from three letters on, in scripts that write no blanks from one on. */
export const saysEnough = (typed: string): boolean => typed.length >= 3 || WITHOUT_BLANKS.test(typed);
