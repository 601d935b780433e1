import { readPart, signedIn, type CodePart } from '@/domain/receipt-code/receipt-code';
import type { SaleDocument } from '@/domain/sale';
import { database } from '@/offline/database';
import { knownKey } from '@/offline/device-keys';
import { keptSale } from '@/offline/sale-journal';
import type { ReadEntry } from '@/offline/salvage/journal-proof';
import { saleIn } from '@/offline/salvage/receipts';
import type { Device } from '@/offline/till-device';
import { get, getAll, query } from '@/shared/http/api';
import { NotSignedIn, Problem, Unreachable } from '@/shared/http/problem';
import type { StoredSale, Till } from '@/shared/http/shapes';
import { withReturns, type FoundReceipt } from './find-receipt';
import { receiptData } from './printing';

/** What a scanned code says: a receipt, a part of one, or why it is none. */
export type ScannedReceipt =
  | { readonly at: 'found'; readonly receipt: FoundReceipt }
  | { readonly at: 'part'; readonly parts: readonly CodePart[] }
  | { readonly at: 'code'; readonly why: 'damaged' | 'newer' | 'forged' | 'other-store' };

/**
 * Reads the code of a receipt, or one more of its parts. The sale as it is known here or at the server goes before what the paper
 * says; where neither has it, or nobody can be asked, the paper does, as far as its signature is right.
 *
 * @param before parts of the same receipt that were scanned already
 */
export async function scannedReceipt(
  device: Device,
  code: string,
  before: readonly CodePart[],
): Promise<ScannedReceipt> {
  const part = readPart(code);
  if (typeof part === 'string') return { at: 'code', why: part };
  const parts = [...before.filter((each) => each.whole === part.whole && each.part !== part.part), part];
  const signed = signedIn(parts);
  if (signed === null) return { at: 'part', parts };
  const entry =
    signed === 'damaged'
      ? null
      : await saleIn(signed.payload, signed.signature, (id) => knownKey(database, id));
  if (!entry) return { at: 'code', why: 'damaged' };
  const sale = entry.body as SaleDocument;
  if (sale.storeId !== device.store.id) return { at: 'code', why: 'other-store' };
  if (entry.signed === false) return { at: 'code', why: 'forged' };
  return { at: 'found', receipt: await receiptOf(device, entry, sale) };
}

async function receiptOf(
  device: Device,
  { subject, signed }: ReadEntry,
  sale: SaleDocument,
): Promise<FoundReceipt> {
  const kept = await keptSale(database, subject);
  if (kept) return withReturns(subject, receiptData(kept, device));
  const stored = await atServer(subject);
  const document = stored ?? sale;
  const receipt = await withReturns(subject, {
    ...{ document, store: device.store, till: await tillOf(device, sale) },
    cashierName: document.rungUpBy?.name ?? stored?.cashierName ?? null,
    ...{ customerName: null, cardDetails: null },
  });
  return stored ? receipt : { ...receipt, fromPaper: signed ? 'signed' : 'unchecked' };
}

/** Null where it is not there yet, or nobody can be asked. */
async function atServer(saleId: string): Promise<StoredSale | null> {
  try {
    return await get<StoredSale>(`/api/sales/${saleId}`);
  } catch (failure) {
    if (failure instanceof Unreachable || failure instanceof NotSignedIn) return null;
    if (failure instanceof Problem && failure.status === 404) return null;
    throw failure;
  }
}

/** Which till rang it up; without a network its name is not known here. */
async function tillOf({ store, till }: Device, { tillId }: SaleDocument): Promise<Till> {
  if (till.id === tillId) return till;
  const tills = await getAll<Till>(`/api/tills${query({ storeId: store.id })}`).catch(() => []);
  return (
    tills.find(({ id }) => id === tillId) ?? {
      id: tillId,
      storeId: store.id,
      name: tillId,
      receiptPrefix: tillId,
    }
  );
}
