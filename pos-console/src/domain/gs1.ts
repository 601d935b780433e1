import { parseBarcode, type ParsedElement } from 'gs1-barcode-parser-mod';
import { isGtin } from './barcode';
import { divideHalfUp, type Amount, type Quantity } from './decimal';
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

/** Reads GS1 elements, also from a Digital Link; null when they name no trade item. */
export function readGs1(code: string): Gs1Code | 'misread' | null {
  const text = withoutSymbology(code);
  let elements: readonly ParsedElement[];
  try {
    elements = parseBarcode(digitalLink(text) ?? text).parsedCodeItems;
  } catch {
    return 'misread';
  }
  const valueOf = (ai: string) => elements.find((element) => element.ai === ai)?.raw ?? null;
  const gtin = valueOf('01');
  if (gtin === null) return null;
  if (!isGtin(gtin)) return 'misread';
  return {
    gtin,
    lot: valueOf('10'),
    serial: valueOf('21'),
    expiry: elements.find(({ ai }) => ai === '17')?.isoDate ?? null,
    measure: measureIn(elements),
    price: priceIn(elements),
  };
}

const MEASURES: Readonly<Record<string, UnitOfMeasure>> = { '310': 'KG', '311': 'METRE', '315': 'LITRE' };
const QUANTITY_DIGITS = 3;
const AMOUNT_DIGITS = 4;

function measureIn(elements: readonly ParsedElement[]): Gs1Code['measure'] {
  for (const { ai, raw } of elements) {
    const unit = MEASURES[ai.slice(0, 3)];
    if (unit && ai.length === 4) return { unit, quantity: scaled(raw, ai, QUANTITY_DIGITS) as Quantity };
  }
  const pieces = elements.find(({ ai }) => ai === '30');
  return pieces ? { unit: 'PIECE', quantity: (BigInt(pieces.raw) * 1_000n) as Quantity } : null;
}

function priceIn(elements: readonly ParsedElement[]): Gs1Code['price'] {
  for (const { ai, raw } of elements) {
    if (/^392\d$/.test(ai)) return { amount: scaled(raw, ai, AMOUNT_DIGITS) as Amount, currency: null };
    if (/^393\d$/.test(ai))
      return { amount: scaled(raw.slice(3), ai, AMOUNT_DIGITS) as Amount, currency: raw.slice(0, 3) };
  }
  return null;
}

/** Digits whose identifier ends in how many of them are decimals, at the scale we keep. */
function scaled(digits: string, ai: string, scale: number): bigint {
  const decimals = Number(ai.at(-1));
  return divideHalfUp(BigInt(digits) * 10n ** BigInt(scale), 10n ** BigInt(decimals));
}

/**
 * The elements of a GS1 Digital Link in a row: identifiers and values alternate in the path from the GTIN on, others stand
 * in the query. Null when the text is none.
 */
function digitalLink(text: string): string | null {
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
