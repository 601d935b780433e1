import { parseBarcode, type ParsedElement } from 'gs1-barcode-parser-mod';
import { isGtin } from './barcode';
import { divideHalfUp, type Amount, type Quantity } from './decimal';
import { digitalLink, withoutSymbology, type Gs1Code } from './gs1';
import type { UnitOfMeasure } from './product';

/** Reads GS1 elements, also from a Digital Link; null when they name no trade item. Its library is loaded with the first such code. */
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
