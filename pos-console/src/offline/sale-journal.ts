import type { SaleDocument, UnnumberedSale } from '@/domain/sale';
import type { TaxExemption } from '@/domain/tax-exemption';
import type { ConsoleDatabase, OutboxEntry, OutboxSale } from './database';
import { JournalMoved, journalled } from './journal';
import { lineOf, putInLine } from './outbox';
import { isStorageFull } from './storage';
import { takenBackBy } from './taken-back';
import { queuedNow } from './till-device';

/** The device could not prove that it kept the sale; money must not be taken as settled. */
export class SaleNotKept extends Error {
  constructor(cause?: unknown) {
    super('The sale could not be stored on this device', { cause });
    this.name = 'SaleNotKept';
  }
}

export interface PaidSale {
  readonly id: string;
  readonly document: UnnumberedSale;
  readonly cashierName: string;
  readonly customerName: string | null;
  readonly taxExemption?: TaxExemption | null;
  readonly cardDetails: string | null;
}

/**
 * Writes a paid sale to the device: the next receipt number of its till, the document, its entry in the journal, its place
 * in the outbox and the end of the draft, all in one transaction, then read back. Completing the same sale again returns what was stored.
 */
export async function keepSale(db: ConsoleDatabase, sale: PaidSale): Promise<OutboxSale> {
  try {
    await write(db, sale).catch(async (failure: unknown) => {
      if (!isStorageFull(failure)) throw failure;
      // What was sent long ago makes room for what was just paid.
      const { KEPT_DAYS_WHEN_TIGHT, letGoOfOld } = await import('./tidying');
      await letGoOfOld(db, KEPT_DAYS_WHEN_TIGHT);
      await write(db, sale);
    });
  } catch (failure) {
    throw new SaleNotKept(failure);
  }
  const kept = await db.outbox.get({ path: pathOf(sale.id) });
  if (kept?.kind !== 'sale' || kept.body.total !== sale.document.total) throw new SaleNotKept();
  return kept;
}

const pathOf = (id: string) => `/api/sales/${id}`;

async function write(db: ConsoleDatabase, sale: PaidSale): Promise<void> {
  const path = pathOf(sale.id);
  const tillId = sale.document.tillId;
  await journalled(
    db,
    [db.counters, ...lineOf(db), db.drafts],
    tillId,
    async () => {
      const body: SaleDocument = { ...sale.document, receiptNumber: await nextNumber(db, tillId) };
      return { kind: 'SALE' as const, subject: sale.id, at: body.occurredAt, body };
    },
    async ({ body }) => {
      if (await db.outbox.get({ path })) return false;
      const { receiptNumber } = body;
      const takesBack = takenBackBy(body);
      if (receiptNumber !== (await nextNumber(db, tillId))) throw new JournalMoved();
      await db.counters.put({ tillId, next: receiptNumber + 1 });
      await putInLine(db, {
        kind: 'sale',
        id: sale.id,
        path,
        receiptNumber,
        body,
        cashierName: sale.cashierName,
        customerName: sale.customerName,
        taxExemption: sale.taxExemption ?? null,
        cardDetails: sale.cardDetails,
        ...(takesBack && { takesBack }),
        ...queuedNow(tillId, sale.document.tillSessionId, sale.document.occurredAt),
      });
      await db.drafts.delete(tillId);
      return true;
    },
  );
}

const nextNumber = async (db: ConsoleDatabase, tillId: string): Promise<number> =>
  (await db.counters.get(tillId))?.next ?? 1;

export async function keptSale(db: ConsoleDatabase, id: string): Promise<OutboxSale | null> {
  return asSale(await db.outbox.get({ path: pathOf(id) }));
}

export async function keptSaleByNumber(
  db: ConsoleDatabase,
  tillId: string,
  receiptNumber: number,
): Promise<OutboxSale | null> {
  return asSale(await db.outbox.get({ tillId, receiptNumber }));
}

/** Sales kept here that take goods of the given sale back, or give its money back. */
export async function keptReturnsOf(db: ConsoleDatabase, saleId: string): Promise<OutboxSale[]> {
  const entries = await db.outbox.where('takesBack').equals(saleId).toArray();
  return entries.filter((entry) => entry.kind === 'sale');
}

/** Sales kept here that gave money back for earlier ones. */
export async function keptRefunds(db: ConsoleDatabase): Promise<OutboxSale[]> {
  const entries = await db.outbox.where('takesBack').above('').distinct().toArray();
  return entries
    .filter((entry) => entry.kind === 'sale')
    .filter(({ body }) => body.tenders.some(({ refundOf }) => refundOf));
}

function asSale(entry: OutboxEntry | undefined): OutboxSale | null {
  return entry?.kind === 'sale' ? entry : null;
}
