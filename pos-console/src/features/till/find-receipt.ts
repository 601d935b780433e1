import { parseReceiptLabel } from '@/domain/receipt-number';
import { amount, minus } from '@/domain/decimal';
import { lessRefunds, paidWith } from '@/domain/paid-with';
import type { RefundableTender } from '@/domain/refunding';
import { returnableLines, returnedOf, type ReturnableLine } from '@/domain/returning';
import type { SaleDocument } from '@/domain/sale';
import { database } from '@/offline/database';
import { documentsOf } from '@/offline/layaways';
import { keptRefunds, keptReturnsOf, keptSale, keptSaleByNumber } from '@/offline/sale-journal';
import type { Device } from '@/offline/till-device';
import { get, getAll, query, type Page } from '@/shared/http/api';
import { NotSignedIn, Problem, Unreachable } from '@/shared/http/problem';
import type { SaleHead, StoredSale, TenderOfSale, Till } from '@/shared/http/shapes';
import type { ReceiptData } from '@/shared/receipt/receipt';
import { receiptData } from './printing';

export interface FoundReceipt {
  readonly saleId: string;
  readonly document: SaleDocument;
  readonly lines: readonly ReturnableLine[];
  /** What paid for it and has not gone back. */
  readonly tenders: readonly RefundableTender[];
  /** False when the server could not be asked: returns made on other tills are not counted. */
  readonly complete: boolean;
  /** What the receipt itself says. */
  readonly data: ReceiptData;
  /** Read from the code on the paper, because it is known neither here nor, as far as it could be asked, to the server. */
  readonly fromPaper?: 'signed' | 'unchecked';
}

/**
 * Finds the receipt a customer brings: on this device first, then at the server. `foreign`: no till of this store writes such
 * numbers. Null when there is none.
 */
export async function findReceipt(device: Device, text: string): Promise<FoundReceipt | 'foreign' | null> {
  const label = parseReceiptLabel(text);
  if (!label) return null;
  const here = label.prefix === null || label.prefix === device.till.receiptPrefix.toUpperCase();
  const local = here ? await keptSaleByNumber(database, device.till.id, label.number) : null;
  if (local) return withReturns(local.id, receiptData(local, device));

  const till = here ? device.till : await tillByPrefix(device, label.prefix ?? '');
  if (!till) return 'foreign';
  const heads = await get<Page<SaleHead>>(
    `/api/sales${query({ storeId: device.store.id, tillId: till.id, receiptNumber: label.number })}`,
  );
  const head = heads.items[0];
  if (!head) return null;
  const sale = await get<StoredSale>(`/api/sales/${head.id}`);
  return withReturns(head.id, {
    ...{ document: sale, store: device.store, till, cashierName: sale.rungUpBy?.name ?? sale.cashierName },
    ...{ customerName: null, cardDetails: null },
  });
}

async function tillByPrefix(device: Device, prefix: string): Promise<Till | null> {
  const tills = await getAll<Till>(`/api/tills${query({ storeId: device.store.id })}`);
  return tills.find((till) => till.receiptPrefix.toUpperCase() === prefix) ?? null;
}

/** Counts what came back already: in sales kept here, and in those the server knows. A sale that it does not have it has no returns of. */
export async function withReturns(saleId: string, data: ReceiptData): Promise<FoundReceipt> {
  const { document } = data;
  const kept = await keptReturnsOf(database, saleId);
  const known = new Map<string, Pick<SaleDocument, 'lines'>>(kept.map((sale) => [sale.id, sale.body]));
  let complete = true;
  let tenders: readonly RefundableTender[] | null = null;
  try {
    for (const sale of await returnsAtServer(saleId)) known.set(sale.id, sale);
    tenders = await tendersAtServer(saleId);
  } catch (failure) {
    const unknown = failure instanceof Problem && failure.status === 404;
    if (!(unknown || failure instanceof Unreachable || failure instanceof NotSignedIn)) throw failure;
    complete = false;
  }
  const lines = returnableLines(document, returnedOf(saleId, [...known.values()]));
  return {
    saleId,
    document,
    lines,
    tenders: tenders ?? (await tendersHere(saleId, document)),
    complete,
    data,
  };
}

/** Null when the server does not have the sale yet. What this till has not sent yet went back as well. */
async function tendersAtServer(saleId: string): Promise<RefundableTender[] | null> {
  const local = await keptSale(database, saleId);
  if (local && local.state !== 'accepted') return null;
  const { items } = await get<Page<TenderOfSale>>(`/api/sales/${saleId}/tenders`);
  const unsent = (await keptRefunds(database)).filter(({ state }) => state !== 'accepted');
  return lessRefunds(
    items.map(({ paid, wentBack, paymentId, ...tender }) => ({
      ...tender,
      paymentId: paymentId ?? null,
      left: minus(amount(paid), amount(wentBack)),
    })),
    unsent.map(({ body }) => body),
  );
}

async function tendersHere(saleId: string, document: SaleDocument): Promise<RefundableTender[]> {
  const known = new Map<string, SaleDocument>([[saleId, document]]);
  for (const sale of await keptRefunds(database)) known.set(sale.id, sale.body);
  const { layawayId } = document.deposit ?? {};
  for (const sale of layawayId ? await documentsOf(database, layawayId) : []) known.set(sale.id, sale.body);
  for (const { returnOf } of [...known.values()].flatMap(({ lines }) => lines)) {
    const before = returnOf && (await keptSale(database, returnOf.saleId));
    if (before) known.set(before.id, before.body);
  }
  return paidWith(saleId, known);
}

async function returnsAtServer(saleId: string): Promise<StoredSale[]> {
  const local = await keptSale(database, saleId);
  if (local && local.state !== 'accepted') return [];
  const page = await get<Page<SaleHead>>(`/api/sales${query({ returnOf: saleId })}`);
  const holdingReturns = page.items.filter((head) => head.documentType !== 'SALE');
  return Promise.all(holdingReturns.map((head) => get<StoredSale>(`/api/sales/${head.id}`)));
}
