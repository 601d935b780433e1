import type { Draft, ParkedSale } from '../database';
import { uuidV7 } from '@/domain/uuid';
import { stateOf } from '../till-heartbeat';
import { openSessionsOf } from '../till-device';
import {
  draftOf,
  keepClaim,
  mayMove,
  parkedSalesOf,
  toShelve,
  type ShelvedSale,
  type TakingUp,
  type ToShelve,
} from '../parked-sales';
import type { BoxContent } from './relay';
import { claim, takerOf, type StoreEdge } from './store-edge';
import { opened, sealed } from './store-key';

/** How a till was when it last told the others. */
export interface NearbyTill {
  readonly tillId: string;
  readonly tillName: string;
  readonly at: string;
  /** Since when the drawer is open, and who opened it; null while none is. */
  readonly openSince: string | null;
  readonly openedBy: string | null;
  readonly sales: number;
  readonly waiting: number;
}

/** A sale that another till of the shop has parked, as its letter at the relay says. */
export interface NearbySale extends ShelvedSale {
  readonly nearby: { readonly sale: ToShelve; readonly customer: Draft['customer'] };
}

interface ParkedLetter {
  readonly tillName: string;
  readonly byName: string;
  readonly sale: ToShelve;
  readonly customer: Draft['customer'];
}

const COMING = 'parking-coming-nearby';
const aboutParked = (saleId: string) => `parked\n${saleId}`;
const aboutTill = (name: string) => `till\n${name}`;

/** Those that are being asked for at this moment. */
const askedFor = new Set<string>();

/**
 * Brings the box and this till to agree: what other tills took leaves this one, what is parked here stands there, what no longer
 * is parked here can't be had there. Throws where the relay does not answer; the next call goes on.
 */
export async function shareNearby(
  edge: StoreEdge,
  byName: string,
  appVersion: string,
  now: Date,
): Promise<void> {
  const { relay, key, me } = edge;
  const content = await relay.content(key.box);
  await giveUpTaken(edge, content);
  await keepUpToDate(edge, content, byName);
  await bringInNearby(edge);
  await relay.tellState(key.box, me, await sealed(key, aboutTill(me), await ownState(edge, appVersion, now)));
}

async function giveUpTaken(edge: StoreEdge, { parked }: BoxContent): Promise<void> {
  for (const letter of parked) {
    if (letter.takenBy === undefined || letter.takenBy === edge.me) continue;
    const sale = await edge.db.parkedSales.get(letter.id);
    const taker = sale && (await takerOf(edge, letter));
    if (taker) await gaveUp(edge, sale, taker.tillId);
  }
}

/** Another till has it: it no longer waits here, and the server is told who goes on with it. */
async function gaveUp({ db, device }: StoreEdge, sale: ParkedSale, tillId: string): Promise<void> {
  await db.transaction('rw', db.parkedSales, db.settings, async () => {
    if (!(await db.parkedSales.get(sale.saleId))) return;
    await db.parkedSales.delete(sale.saleId);
    await keepClaim(db, { id: sale.saleId, tillId, sale: toShelve(sale, device) });
  });
}

async function keepUpToDate(edge: StoreEdge, { parked }: BoxContent, byName: string): Promise<void> {
  const { db, device, relay, key } = edge;
  const there = new Map(parked.map((letter) => [letter.id, letter]));
  const here = (await parkedSalesOf(db, device.till.id)).filter(mayMove);
  for (const sale of here) {
    if (there.has(sale.saleId)) continue;
    const letter: ParkedLetter = {
      ...{ tillName: device.till.name, byName, sale: toShelve(sale, device), customer: sale.customer },
    };
    await relay.park(key.box, sale.saleId, await sealed(key, aboutParked(sale.saleId), letter));
  }
  const waiting = new Set(here.map(({ saleId }) => saleId));
  for (const { id, sealed: text, takenBy } of there.values()) {
    if (waiting.has(id) || takenBy !== undefined || text === undefined) continue;
    const letter = await opened<ParkedLetter>(key, aboutParked(id), text);
    if (letter?.sale.tillId === device.till.id) await claim(edge, id);
  }
}

async function ownState({ db, device }: StoreEdge, appVersion: string, now: Date): Promise<NearbyTill> {
  const [{ unsent }, [session]] = await Promise.all([
    stateOf(db, device, appVersion),
    openSessionsOf(db, device.till.id),
  ]);
  const opening = session && (await db.outbox.where('id').equals(session.id).first());
  const sales = opening
    ? await db.outbox
        .where('[tillId+kind+seq]')
        .between([device.till.id, 'sale', opening.seq], [device.till.id, 'sale', Infinity])
        .count()
    : 0;
  return {
    ...{ tillId: device.till.id, tillName: device.till.name, at: now.toISOString() },
    ...{ openSince: session?.openedAt ?? null, openedBy: session?.openedByName ?? null },
    ...{ sales, waiting: unsent },
  };
}

/** What the shop's other tills say of themselves and have parked; what none of them wrote is left out. */
export async function lookNearby(
  edge: StoreEdge,
): Promise<{ readonly tills: readonly NearbyTill[]; readonly sales: readonly NearbySale[] }> {
  const { relay, key, device } = edge;
  const content = await relay.content(key.box);
  const tills = await Promise.all(
    content.tills.map(({ id, sealed: text }) => opened<NearbyTill>(key, aboutTill(id), text ?? '')),
  );
  const sales = await Promise.all(
    content.parked.map(async ({ id, sealed: text }): Promise<NearbySale | null> => {
      const letter = await opened<ParkedLetter>(key, aboutParked(id), text ?? '');
      if (!letter || letter.sale.storeId !== device.store.id) return null;
      const { tillId, parkedAt, total, items, format } = letter.sale;
      return {
        ...{ id, tillId, parkedAt, total, items, format, parkedByName: letter.byName },
        nearby: { sale: letter.sale, customer: letter.customer },
      };
    }),
  );
  return {
    tills: tills
      .filter((till) => till !== null)
      .filter(({ tillId }) => tillId !== device.till.id)
      .sort((a, b) => a.tillName.localeCompare(b.tillName)),
    sales: sales
      .filter((sale) => sale !== null)
      .filter(({ tillId }) => tillId !== device.till.id)
      .sort((a, b) => a.parkedAt.localeCompare(b.parkedAt)),
  };
}

/** Makes a sale that another till parked the one being rung up here. What the cashier was given is never only on its way. */
export async function takeNearby(edge: StoreEdge, sale: NearbySale): Promise<TakingUp> {
  askedFor.add(sale.id);
  try {
    await keepComing(edge, (coming) => [...coming.filter(({ id }) => id !== sale.id), sale]);
    const taker = await claim(edge, sale.id).catch(() => 'nobody-answers' as const);
    if (taker === 'nobody-answers') return { done: 'unreachable' };
    if (taker !== null) {
      await keepComing(edge, (coming) => coming.filter(({ id }) => id !== sale.id));
      return taker === 'somebody' ? { done: 'unreachable' } : { done: 'nearby', till: taker.tillName };
    }
    return { done: 'taken', draft: await writtenDown(edge, sale, 'drafts') };
  } finally {
    askedFor.delete(sale.id);
  }
}

/** What this till was given and never wrote down (it died, or the answer was lost) is parked here. */
async function bringInNearby(edge: StoreEdge): Promise<void> {
  for (const sale of await comingTo(edge)) {
    if (askedFor.has(sale.id)) continue;
    if ((await claim(edge, sale.id)) === null) await writtenDown(edge, sale, 'parkedSales');
    else await keepComing(edge, (coming) => coming.filter(({ id }) => id !== sale.id));
  }
}

/** Under an id of its own: should the server have given it to another till too, neither is lost. */
async function writtenDown(
  edge: StoreEdge,
  sale: NearbySale,
  where: 'drafts' | 'parkedSales',
): Promise<Draft> {
  const { db, device } = edge;
  const { basket } = sale.nearby.sale;
  const given = { basket, customerId: null };
  const bare = await draftOf(given, uuidV7(), device.till.id, () => Promise.resolve(null));
  const draft: Draft = { ...bare, customer: sale.nearby.customer };
  await db.transaction('rw', db.drafts, db.parkedSales, db.settings, async () => {
    if (where === 'drafts') await db.drafts.put(draft);
    else await db.parkedSales.put({ ...draft, parkedAt: sale.parkedAt, total: sale.total });
    await keepClaim(db, { id: sale.id, tillId: device.till.id, sale: sale.nearby.sale });
    await keepComing(edge, (coming) => coming.filter(({ id }) => id !== sale.id));
  });
  return draft;
}

/** Before this till goes on with what it parked itself. Who has it instead is told, and it waits here no longer. */
export async function claimOwn(edge: StoreEdge, saleId: string): Promise<string | null> {
  const taker = await claim(edge, saleId);
  if (taker === null || taker === 'somebody') return null;
  const sale = await edge.db.parkedSales.get(saleId);
  if (sale) await gaveUp(edge, sale, taker.tillId);
  return taker.tillName;
}

const comingTo = async ({ db }: StoreEdge): Promise<readonly NearbySale[]> =>
  (await db.setting<NearbySale[]>(COMING)) ?? [];

const keepComing = (
  edge: StoreEdge,
  change: (coming: readonly NearbySale[]) => readonly NearbySale[],
): Promise<void> =>
  edge.db.transaction('rw', edge.db.settings, async () => {
    await edge.db.keep(COMING, change(await comingTo(edge)));
  });
