import { itemCount } from '@/domain/basket';
import { uuidV7 } from '@/domain/uuid';
import { isTransient, Problem } from '@/shared/http/problem';
import type { ConsoleDatabase, Draft, ParkedSale } from './database';
import type { Device } from './till-device';

/** A sale that waits on the store's shelf, as any till is told of it. */
export interface ShelvedSale {
  readonly id: string;
  readonly tillId: string;
  readonly parkedByName: string;
  readonly parkedAt: string;
  readonly total: string;
  readonly items: number;
  readonly format: number;
}

export interface TakenUp {
  readonly customerId?: string | null;
  readonly basket: string;
}

/** What a till puts on the shelf; see `PUT /api/parked-sales/{id}`. */
export interface ToShelve {
  readonly storeId: string;
  readonly tillId: string;
  readonly parkedAt: string;
  readonly currency: string;
  readonly total: string;
  readonly items: number;
  readonly customerId: string | null;
  readonly format: number;
  readonly basket: string;
}

/** The shelf that all tills of a store share, behind the network. */
export interface Shelf {
  park(id: string, sale: ToShelve): Promise<unknown>;
  /** With the sale where it was taken up while nobody could be asked: the shelf may not have been told of it yet. */
  takeUp(id: string, tillId: string, sale?: ToShelve): Promise<TakenUp>;
  /** What waits in a store, the oldest first, at most {@link MOST_TOLD}. */
  waiting(storeId: string): Promise<readonly Pick<ShelvedSale, 'id'>[]>;
  /** The store edge, where this device has one: who goes on with a sale that was parked here, null when nobody does. */
  nearby?(saleId: string): Promise<string | null>;
}

/** That a till goes on with a sale and the shelf does not know it; older consoles kept only the id of one of their own. */
type Claim = string | { readonly id: string; readonly tillId: string; readonly sale: ToShelve };

/** How baskets are written for other tills; a till leaves alone what a newer one wrote. */
export const BASKET_FORMAT = 1;

/** From a longer list nothing follows about what is not on it. */
const MOST_TOLD = 200;
const CLAIMS = 'parking-claims';
const COMING = 'parking-coming';

/** A sale that this till asked the shelf for and has not written down yet. */
type Coming = Pick<ShelvedSale, 'id' | 'parkedAt' | 'total'>;

/** Those that are being asked for at this moment. */
const askedFor = new Set<string>();

/** Sets a sale aside: from here on it is no longer the one being rung up, and nothing of it is lost. */
export async function parkSale(
  db: ConsoleDatabase,
  draft: Draft,
  parkedAt: string,
  total?: string,
): Promise<void> {
  await db.transaction('rw', db.drafts, db.parkedSales, async () => {
    await db.parkedSales.put({ ...draft, parkedAt, ...(total !== undefined && { total }) });
    await db.drafts.delete(draft.tillId);
  });
}

/** A card that may have been charged, cash in this drawer and a deposit that pays keep a sale on its own till. */
export const mayMove = ({ pendingPayment, tenders, paidWith, deposit, total }: ParkedSale): boolean =>
  pendingPayment === null && tenders.length === 0 && !paidWith?.length && !deposit && total !== undefined;

/**
 * Tells the store's shelf what was parked here, and what was gone on with while it could not be asked. Stops at the first that
 * cannot be told now; the next call goes on.
 */
export async function tellShelf(
  db: ConsoleDatabase,
  { store, till }: Device,
  shelf: Shelf,
  customerOf: CustomerOf,
): Promise<void> {
  const untold = (await parkedSalesOf(db, till.id)).filter((sale) => mayMove(sale) && !sale.shelved);
  for (const sale of untold) {
    try {
      await shelf.park(sale.saleId, toShelve(sale, { store, till }));
    } catch (failure) {
      if (isTransient(failure)) return;
      if (!(failure instanceof Problem)) throw failure;
      if (failure.slug === 'already-stored-differently') {
        await parkUnderNewId(db, sale.saleId);
        continue;
      }
    }
    await db.parkedSales.update(sale.saleId, { shelved: true });
  }
  await bringIn(db, till.id, shelf, customerOf);
  for (const claim of await claimsOf(db)) {
    const told = await toldNow(() =>
      typeof claim === 'string'
        ? shelf.takeUp(claim, till.id)
        : shelf.takeUp(claim.id, claim.tillId, claim.sale),
    );
    if (!told) return;
    await db.transaction('rw', db.settings, async () => {
      const left = await claimsOf(db);
      await db.keep(
        CLAIMS,
        left.filter((each) => idOf(each) !== idOf(claim)),
      );
    });
  }
  await forgetTaken(db, store.id, till.id, shelf);
}

const claimsOf = async (db: ConsoleDatabase): Promise<readonly Claim[]> =>
  (await db.setting<Claim[]>(CLAIMS)) ?? [];

const idOf = (claim: Claim) => (typeof claim === 'string' ? claim : claim.id);

/** The shelf will be told; within the transaction that makes it so. */
export const keepClaim = async (db: ConsoleDatabase, claim: Claim): Promise<void> =>
  db.keep(CLAIMS, [...(await claimsOf(db)), claim]);

/** A parked sale as other tills are told of it. */
export function toShelve(sale: ParkedSale, { store, till }: Device): ToShelve {
  const { parkedAt, basket, customer, total } = sale;
  return {
    ...{ storeId: store.id, tillId: till.id, parkedAt, currency: store.currency },
    ...{ total: total ?? '0', items: itemCount(basket), customerId: customer?.id ?? null },
    ...{ format: BASKET_FORMAT, basket: written(basket) },
  };
}

/** What another till has gone on with no longer waits here. */
async function forgetTaken(
  db: ConsoleDatabase,
  storeId: string,
  tillId: string,
  shelf: Shelf,
): Promise<void> {
  const told = (await parkedSalesOf(db, tillId)).filter((sale) => sale.shelved && !sale.asked);
  if (told.length === 0) return;
  const waiting = await shelf.waiting(storeId);
  if (waiting.length >= MOST_TOLD) return;
  const there = new Set(waiting.map(({ id }) => id));
  await db.transaction('rw', db.parkedSales, async () => {
    for (const { saleId } of told.filter((sale) => !there.has(sale.saleId)))
      if (!(await db.parkedSales.get(saleId))?.asked) await db.parkedSales.delete(saleId);
  });
}

/** It was taken up and is parked again: under its old id the shelf has given it away for ever. */
async function parkUnderNewId(db: ConsoleDatabase, saleId: string): Promise<void> {
  await db.transaction('rw', db.parkedSales, async () => {
    const sale = await db.parkedSales.get(saleId);
    if (!sale || sale.asked) return;
    await db.parkedSales.delete(saleId);
    await db.parkedSales.add({ ...sale, saleId: uuidV7() });
  });
}

/** False when it is worth another try; a refusal is an answer too. */
async function toldNow(tell: () => Promise<unknown>): Promise<boolean> {
  try {
    await tell();
    return true;
  } catch (failure) {
    if (isTransient(failure)) return false;
    if (failure instanceof Problem) return true;
    throw failure;
  }
}

/** What became of the wish to go on with a parked sale. */
export type TakingUp =
  | { readonly done: 'taken'; readonly draft: Draft }
  | { readonly done: 'gone' }
  | { readonly done: 'elsewhere'; readonly why: string }
  /** Another till of the shop has it, says the store edge. */
  | { readonly done: 'nearby'; readonly till: string }
  | { readonly done: 'unreachable' };

/**
 * Makes a sale that was parked here the one being rung up again. One that the shelf may have is asked for there first. When
 * nobody answers it is gone on with all the same, under an id of its own: should another till have it too, neither is lost.
 */
export async function takeUpSale(
  db: ConsoleDatabase,
  saleId: string,
  tillId: string,
  shelf: Shelf,
): Promise<TakingUp> {
  const parked = await db.parkedSales.get(saleId);
  if (!parked) return { done: 'gone' };
  let id = saleId;
  if (mayMove(parked)) {
    await db.parkedSales.update(saleId, { asked: true });
    const taker = await shelf.nearby?.(saleId);
    if (taker != null) return { done: 'nearby', till: taker };
    try {
      if (parked.shelved) await shelf.takeUp(saleId, tillId);
    } catch (failure) {
      if (failure instanceof Problem && failure.slug === 'parked-sale-taken') {
        await db.parkedSales.delete(saleId);
        return { done: 'elsewhere', why: failure.message };
      }
      id = uuidV7();
    }
    // One that was never told may be on its way to the shelf all the same.
    if (!parked.shelved) id = uuidV7();
  }
  return db.transaction('rw', db.drafts, db.parkedSales, db.settings, async () => {
    const still = await db.parkedSales.get(saleId);
    if (!still) return { done: 'gone' as const };
    const { parkedAt: _, total: __, shelved: ___, asked: ____, ...kept } = still;
    const draft: Draft = { ...kept, saleId: id };
    await db.drafts.put(draft);
    await db.parkedSales.delete(saleId);
    if (id !== saleId) await keepClaim(db, saleId);
    return { done: 'taken' as const, draft };
  });
}

/** Makes a sale from the shelf, parked on another till, the one being rung up here. */
export async function takeDown(
  db: ConsoleDatabase,
  sale: Coming,
  tillId: string,
  shelf: Shelf,
  customerOf: CustomerOf,
): Promise<TakingUp> {
  // Once it is given it stands on no list any more: a till that dies now has to know what it asked for.
  askedFor.add(sale.id);
  await keepComing(db, (coming) => [...coming.filter(({ id }) => id !== sale.id), sale]);
  try {
    const given = await shelf.takeUp(sale.id, tillId);
    const draft = await draftOf(given, sale.id, tillId, customerOf);
    await db.transaction('rw', db.drafts, db.settings, async () => {
      await db.drafts.put(draft);
      await keepComing(db, (coming) => coming.filter(({ id }) => id !== sale.id));
    });
    return { done: 'taken', draft };
  } catch (failure) {
    if (isTransient(failure)) return { done: 'unreachable' };
    await keepComing(db, (coming) => coming.filter(({ id }) => id !== sale.id));
    if (failure instanceof Problem) return { done: 'elsewhere', why: failure.message };
    throw failure;
  } finally {
    askedFor.delete(sale.id);
  }
}

/**
 * What this till was given and never wrote down (it died, or the answer was lost) is parked here, under a new id: so the
 * shelf shows it again to every till.
 */
async function bringIn(
  db: ConsoleDatabase,
  tillId: string,
  shelf: Shelf,
  customerOf: CustomerOf,
): Promise<void> {
  for (const { id, parkedAt, total } of await comingTo(db)) {
    if (askedFor.has(id)) continue;
    try {
      const given = await shelf.takeUp(id, tillId);
      const draft = await draftOf(given, uuidV7(), tillId, customerOf);
      await db.transaction('rw', db.drafts, db.parkedSales, db.settings, async () => {
        await db.parkedSales.put({ ...draft, parkedAt, total });
        await keepComing(db, (left) => left.filter((sale) => sale.id !== id));
      });
    } catch (failure) {
      if (isTransient(failure)) return;
      if (!(failure instanceof Problem)) throw failure;
      await keepComing(db, (left) => left.filter((sale) => sale.id !== id));
    }
  }
}

export type CustomerOf = (id: string) => Promise<Draft['customer']>;

export async function draftOf(
  { basket, customerId }: TakenUp,
  saleId: string,
  tillId: string,
  customerOf: CustomerOf,
): Promise<Draft> {
  const customer = customerId ? await customerOf(customerId).catch(() => null) : null;
  return {
    ...{ tillId, saleId, basket: read(basket), tenders: [], customer },
    ...{ pendingPayment: null, offering: null },
  };
}

const comingTo = async (db: ConsoleDatabase): Promise<readonly Coming[]> =>
  (await db.setting<Coming[]>(COMING)) ?? [];

const keepComing = (
  db: ConsoleDatabase,
  change: (coming: readonly Coming[]) => readonly Coming[],
): Promise<void> =>
  db.transaction('rw', db.settings, async () => {
    await db.keep(COMING, change(await comingTo(db)));
  });

/** The parked sales of a till, oldest first. */
export function parkedSalesOf(db: ConsoleDatabase, tillId: string): Promise<ParkedSale[]> {
  return db.parkedSales.where('tillId').equals(tillId).sortBy('parkedAt');
}

/** Amounts and quantities are whole numbers too large for JSON: they are written as `{"$":"123"}`. */
const written = (basket: Draft['basket']): string =>
  JSON.stringify(basket, (_, value: unknown) =>
    typeof value === 'bigint' ? { $: value.toString() } : value,
  );

const read = (text: string): Draft['basket'] =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && '$' in value && typeof value.$ === 'string'
      ? BigInt(value.$)
      : value,
  ) as Draft['basket'];
