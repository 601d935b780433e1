import type { ConsoleDatabase, Draft, ParkedSale } from './database';

/** Sets a sale aside: from here on it is no longer the one being rung up, and nothing of it is lost. */
export async function parkSale(db: ConsoleDatabase, draft: Draft, parkedAt: string): Promise<void> {
  await db.transaction('rw', db.drafts, db.parkedSales, async () => {
    await db.parkedSales.put({ ...draft, parkedAt });
    await db.drafts.delete(draft.tillId);
  });
}

/** Makes a parked sale the one being rung up again; null when another tab was faster. */
export async function takeUpSale(db: ConsoleDatabase, saleId: string): Promise<Draft | null> {
  return db.transaction('rw', db.drafts, db.parkedSales, async () => {
    const parked = await db.parkedSales.get(saleId);
    if (!parked) return null;
    const { parkedAt: _, ...draft } = parked;
    await db.drafts.put(draft);
    await db.parkedSales.delete(saleId);
    return draft;
  });
}

/** The parked sales of a till, oldest first. */
export function parkedSalesOf(db: ConsoleDatabase, tillId: string): Promise<ParkedSale[]> {
  return db.parkedSales.where('tillId').equals(tillId).sortBy('parkedAt');
}
