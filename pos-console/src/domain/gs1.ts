import { isGtin } from './barcode';
import type { Amount, Quantity } from './decimal';
import type { UnitOfMeasure } from './product';

/** What tells a pack from others of its product, as its code says it. */
export interface Batch {
  readonly lot: string | null;
  readonly serial: string | null;
  /** The last day on which it may be used. */
  readonly expiry: string | null;
}

/** What a GS1 element string or Digital Link says about the goods that carry it. */
export interface Gs1Code extends Batch {
  /** 14 digits. */
  readonly gtin: string;
  readonly measure: { readonly unit: UnitOfMeasure; readonly quantity: Quantity } | null;
  readonly price: { readonly amount: Amount; readonly currency: string | null } | null;
}

/** What separates elements of variable length: FNC1, as scanners send it. */
export const GROUP_SEPARATOR = '\u001d';

const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/;
/** GS1-128, DataBar and composite, DataMatrix, QR and DotCode, when they hold GS1 data (General Specifications, 5.1.3). */
const GS1_SYMBOLOGY = /^\](C1|e[0-2]|d2|Q3|J1)/;
const BRACKETED = /^\(\d{2,4}\)/;
/** Elements in a row without anything that says so: a GTIN with its identifier in front. */
const GTIN_FIRST = /^01(\d{14})/;

/** A code without the scanner's note of which symbology it was printed in. */
export const withoutSymbology = (code: string): string => code.replace(SYMBOLOGY, '');

/** Whether a code is to be read as GS1 elements: it says so, or it cannot well be anything else. */
export function isGs1(code: string): boolean {
  const text = withoutSymbology(code);
  const first = GTIN_FIRST.exec(text)?.[1];
  return (
    GS1_SYMBOLOGY.test(code) ||
    BRACKETED.test(text) ||
    text.includes(GROUP_SEPARATOR) ||
    digitalLink(text) !== null ||
    (first !== undefined && isGtin(first))
  );
}

/**
 * The elements of a GS1 Digital Link in a row: identifiers and values alternate in the path from the GTIN on, others stand
 * in the query. Null when the text is none.
 */
export function digitalLink(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { pathname, searchParams } = new URL(text);
  const path = pathname.split('/').map(decoded);
  const at = path.findIndex((part, index) => part === '01' && /^\d{8,14}$/.test(path[index + 1] ?? ''));
  if (at < 0) return null;
  const pairs: [string, string][] = [['01', (path[at + 1] ?? '').padStart(14, '0')]];
  for (let index = at + 2; index + 1 < path.length; index += 2)
    pairs.push([path[index] ?? '', path[index + 1] ?? '']);
  pairs.push(...searchParams);
  return pairs
    .filter(([ai, value]) => /^\d{2,4}$/.test(ai) && /^[!-~]+$/.test(value))
    .map(([ai, value]) => ai + value)
    .join(GROUP_SEPARATOR);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
