import { readPart, signedIn, type CodePart } from '@/domain/receipt-code/receipt-code';
import { isReceiptCode } from '@/domain/receipt-code/digits';
import type { SaleDocument } from '@/domain/sale';
import { isUuid, type Held } from './held';
import { readEntry, type KeyOf, type ReadEntry } from './journal-proof';
import { documentOf } from './matching';

/** A sale that was read from the code on its receipt. */
export interface ScannedSale {
  readonly entry: ReadEntry;
  readonly sale: SaleDocument;
}

/** The receipts read until now, and the codes of those of which one is still missing. */
export interface Scanned {
  readonly sales: readonly ScannedSale[];
  readonly parts: readonly CodePart[];
}

export const NOTHING_SCANNED: Scanned = { sales: [], parts: [] };

/** What a scanned code was. */
export type ScanResult =
  | { readonly is: 'sale'; readonly sale: ScannedSale }
  | { readonly is: 'part'; readonly have: number; readonly of: number }
  | { readonly is: 'again' | 'damaged' | 'newer' | 'forged' | 'only-a-number' };

/** Takes one more code of a receipt in. */
export async function scan(
  text: string,
  so: Scanned,
  keyOf: KeyOf,
): Promise<{ readonly so: Scanned; readonly result: ScanResult }> {
  if (!isReceiptCode(text)) return { so, result: { is: 'only-a-number' } };
  const part = readPart(text);
  if (typeof part === 'string') return { so, result: { is: part } };
  const others = so.parts.filter(({ whole, part: number }) => whole !== part.whole || number !== part.part);
  const ofIt = [...others.filter(({ whole }) => whole === part.whole), part];
  const signed = signedIn(ofIt);
  if (signed === null)
    return {
      so: { ...so, parts: [...others, part] },
      result: { is: 'part', have: ofIt.length, of: part.of },
    };
  const rest = { ...so, parts: others.filter(({ whole }) => whole !== part.whole) };
  const entry = signed === 'damaged' ? null : await saleIn(signed.payload, signed.signature, keyOf);
  if (!entry) return { so: rest, result: { is: 'damaged' } };
  if (entry.signed === false) return { so: rest, result: { is: 'forged' } };
  if (so.sales.some((known) => known.entry.subject === entry.subject))
    return { so: rest, result: { is: 'again' } };
  const sale = { entry, sale: entry.body as SaleDocument };
  return { so: { ...rest, sales: [...rest.sales, sale] }, result: { is: 'sale', sale } };
}

/** The entry of a sale that a code carries; null when it is none. */
export async function saleIn(payload: string, signature: string, keyOf: KeyOf): Promise<ReadEntry | null> {
  const { device, number } = namesIn(payload);
  if (!isUuid(device) || typeof number !== 'number') return null;
  const entry = await readEntry({ deviceId: device, number, payload, signature }, keyOf);
  return entry?.kind === 'SALE' && isUuid(entry.subject) && isSale(entry.body) ? entry : null;
}

function namesIn(payload: string): { readonly device?: unknown; readonly number?: unknown } {
  try {
    return JSON.parse(payload) as { device?: unknown; number?: unknown };
  } catch {
    return {};
  }
}

const isSale = (body: object): boolean => {
  const { lines, tenders, storeId, total, occurredAt } = body as Partial<SaleDocument>;
  return (
    Array.isArray(lines) &&
    Array.isArray(tenders) &&
    [storeId, total, occurredAt].every((value) => typeof value === 'string')
  );
};

/** What was scanned, as what a device held: the sales in the order in which it signed them. */
export function heldOnReceipts({ sales }: Scanned): Held {
  const entries = sales.map(({ entry }) => entry).sort((one, other) => one.number - other.number);
  const [first] = sales;
  const storeId = first?.sale.storeId ?? '';
  return {
    ...{ storeId, deviceId: first?.entry.deviceId ?? null, exportedAt: null, digest: null },
    documents: entries.flatMap((entry) => documentOf(entry) ?? []).map(asProven),
    entries: entries.map(({ deviceId, number, payload, signature }) => ({
      deviceId,
      number,
      payload,
      signature,
    })),
    ...{ flaws: [], extent: 'whole' },
  };
}

/** Nothing stood beside it that could have been damaged. */
const asProven = <T extends { readonly proof: string }>(document: T) =>
  document.proof === 'restored' ? { ...document, proof: 'proven' as const } : document;
