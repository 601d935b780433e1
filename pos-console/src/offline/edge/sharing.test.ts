import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_BASKET, withProduct } from '@/domain/basket';
import { amount } from '@/domain/decimal';
import type { Product } from '@/domain/product';
import { Problem, Unreachable } from '@/shared/http/problem';
import { ConsoleDatabase, type Draft } from '../database';
import { parkSale, takeDown, takeUpSale, tellShelf, type Shelf, type ToShelve } from '../parked-sales';
import { device as first } from '../offline-fixture';
import { IDENTITY } from '../device-identity';
import { openTill, type Device } from '../till-device';
import { keepEdgeAddress } from './edge-setting';
import { RelayInMemory } from './relay-fixture';
import { relayAt, type Relay } from './relay';
import { claimOwn, lookNearby, shareNearby, takeNearby } from './sharing';
import { storeEdge, type StoreEdge } from './store-edge';
import { learnStoreKey, storeKeyOf, type KeyOffice, type ToldKey } from './store-key';

/** Set to the address of a running store edge, the same is tried with that. */
const REAL = process.env['STORE_EDGE_URL'];

const second: Device = { ...first, till: { ...first.till, id: 'berlin-2', name: 'Till 2' } };
const espresso = {
  ...{ productId: 'p', sku: 'ESP', name: 'Espresso', unit: 'PIECE', price: amount('4.99'), currency: 'EUR' },
  ...{ taxCategory: 'REDUCED', taxRate: '7', categoryId: null, category: null, ageLimit: null, barcodes: [] },
} as Product;
const erika = { id: 'c1', name: 'Erika Muster' } as NonNullable<Draft['customer']>;
const PARKED_AT = '2026-11-22T10:15:00Z';
const NOW = new Date('2026-11-22T10:20:00Z');

/** The server's shelf with its rules: the first taker has it, and what was taken is never put there again. */
class Server implements Shelf {
  down = false;
  readonly taken = new Map<string, string>();
  private readonly parked = new Map<string, ToShelve>();

  park(id: string, sale: ToShelve) {
    return this.asked(() => {
      if (!this.parked.has(id)) this.parked.set(id, sale);
    });
  }

  takeUp(id: string, tillId: string, sale?: ToShelve) {
    return this.asked(() => {
      if (sale && !this.parked.has(id)) this.parked.set(id, sale);
      const known = this.parked.get(id);
      if (!known) throw new Problem(404);
      if ((this.taken.get(id) ?? tillId) !== tillId)
        throw new Problem(409, { type: '/problems/parked-sale-taken' });
      this.taken.set(id, tillId);
      return { customerId: known.customerId, basket: known.basket };
    });
  }

  waiting() {
    return this.asked(() =>
      [...this.parked.keys()].filter((id) => !this.taken.has(id)).map((id) => ({ id })),
    );
  }

  private async asked<T>(answer: () => T): Promise<T> {
    await Promise.resolve();
    if (this.down) throw new Unreachable();
    return answer();
  }
}

let shop = 0;
let server: Server;
let relay: RelayInMemory;
let one: StoreEdge;
let two: StoreEdge;
let saleId: string;
const nobody = () => Promise.resolve(null);
const office = (told: ToldKey): KeyOffice => ({
  challenge: () => Promise.resolve({ challenge: 'c' }),
  storeKey: () => Promise.resolve(told),
});

async function till(device: Device, key: string, at: Relay): Promise<StoreEdge> {
  const db = new ConsoleDatabase(`edge-${++shop}`);
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  await db.keep(IDENTITY, { id: `d-${device.till.id}`, tillId: device.till.id, key: keys.privateKey });
  await keepEdgeAddress(db, 'http://relay');
  await learnStoreKey(db, device, office({ storeId: 'berlin', number: 0, key }));
  const edge = await storeEdge(db, device, () => at);
  if (!edge) throw new Error('no edge');
  return edge;
}

const randomKey = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
const share = (edge: StoreEdge) => shareNearby(edge, 'Clara', '1', NOW);
/** What a till does every 15 seconds: the shop first, then the server. */
const turn = async (edge: StoreEdge) => {
  await share(edge).catch(() => undefined);
  await tellShelf(edge.db, edge.device, server, nobody).catch(() => undefined);
};
const seenBy = async (edge: StoreEdge) => (await lookNearby(edge)).sales;
const parkedOn = ({ db }: StoreEdge) => db.parkedSales.toArray();

async function park(edge: StoreEdge): Promise<void> {
  const draft = {
    ...{ tillId: edge.device.till.id, saleId, basket: withProduct(EMPTY_BASKET, espresso), tenders: [] },
    ...{ customer: erika, pendingPayment: null, offering: null },
  } as Draft;
  await edge.db.drafts.put(draft);
  await parkSale(edge.db, draft, PARKED_AT, '4.99');
}

async function takenBy(edge: StoreEdge) {
  const [sale] = await seenBy(edge);
  if (!sale) throw new Error('nothing is parked nearby');
  return takeNearby(edge, sale);
}

beforeEach(async () => {
  saleId = crypto.randomUUID();
  server = new Server();
  server.down = true;
  relay = new RelayInMemory();
  const key = randomKey();
  one = await till(first, key, REAL ? relayAt(REAL) : relay);
  two = await till(second, key, REAL ? relayAt(REAL) : relay);
});
afterEach(async () => {
  await Promise.all([one.db.delete(), two.db.delete()]);
});

describe('with the server out of reach', () => {
  it('a sale parked on one till is gone on with on another, with its goods and its customer', async () => {
    await park(one);
    await turn(one);
    expect(await seenBy(one)).toEqual([]);
    expect(await seenBy(two)).toMatchObject([{ id: saleId, total: '4.99', items: 1, parkedByName: 'Clara' }]);
    const taken = await takenBy(two);
    expect(taken).toMatchObject({ done: 'taken', draft: { tillId: 'berlin-2', customer: erika } });
    expect(await two.db.drafts.get('berlin-2')).toMatchObject({
      basket: withProduct(EMPTY_BASKET, espresso),
    });
    await turn(one);
    expect(await parkedOn(one)).toEqual([]);
    expect(await seenBy(two)).toEqual([]);
  });

  it('of two tills that ask at once one gets it, and its own till is told who', async () => {
    await park(one);
    await turn(one);
    const [sale] = await seenBy(two);
    if (!sale) throw new Error('nothing is parked nearby');
    const answers = await Promise.all([
      takeNearby(two, sale),
      takeUpSale(one.db, saleId, 'berlin-1', { ...asShelf(), nearby: (id) => claimOwn(one, id) }),
    ]);
    expect(answers.map(({ done }) => done).sort()).toEqual(['nearby', 'taken']);
    expect((await one.db.drafts.count()) + (await two.db.drafts.count())).toBe(1);
    expect(answers[1]).toMatchObject(answers[1].done === 'nearby' ? { till: 'Till 2' } : { done: 'taken' });
  });

  it('the tills tell each other since when and by whom they are open', async () => {
    await openTill(two.db, second, {
      ...{ id: crypto.randomUUID(), openingFloat: '100.00', businessDate: '2026-11-22' },
      ...{ openedAt: '2026-11-22T08:00:00Z', openedByName: 'Tarek' },
    });
    await share(two);
    const state = { tillName: 'Till 2', openSince: '2026-11-22T08:00:00Z', openedBy: 'Tarek', sales: 0 };
    expect((await lookNearby(one)).tills).toMatchObject([{ ...state, waiting: 1, at: NOW.toISOString() }]);
    expect((await lookNearby(two)).tills).toEqual([]);
  });

  it('a till of another store, or with a former key, sees nothing', async () => {
    await park(one);
    await turn(one);
    const stranger = await till(second, randomKey(), one.relay);
    expect(await seenBy(stranger)).toEqual([]);
    await stranger.db.delete();
  });
});

const asShelf = (): Shelf => ({
  park: (id, sale) => server.park(id, sale),
  takeUp: (id, tillId, sale) => server.takeUp(id, tillId, sale),
  waiting: () => server.waiting(),
});

describe('once the server is back', () => {
  it.each([
    ['the till that took it', () => [two, one]],
    ['the till that parked it', () => [one, two]],
  ])('what was taken is never parked again, when %s comes first', async (_, order) => {
    await park(one);
    await turn(one);
    await takenBy(two);
    server.down = false;
    for (const edge of order()) {
      await turn(edge);
      expect(await server.waiting()).toEqual([]);
    }
    for (const edge of order()) await turn(edge);
    expect(server.taken.get(saleId)).toBe('berlin-2');
    expect(await parkedOn(one)).toEqual([]);
  });

  it('it is settled with the server alone when the relay is gone by then', async () => {
    await park(one);
    await turn(one);
    await takenBy(two);
    server.down = false;
    await tellShelf(two.db, second, server, nobody);
    await tellShelf(one.db, first, server, nobody);
    expect(await server.waiting()).toEqual([]);
    expect(await parkedOn(one)).toEqual([]);
  });

  it('what nobody took waits at the server, as without a relay', async () => {
    await park(one);
    await turn(one);
    server.down = false;
    await turn(one);
    expect(await server.waiting()).toEqual([{ id: saleId }]);
    expect(await parkedOn(one)).toHaveLength(1);
  });

  it('what another till was given by the server can no longer be had nearby', async () => {
    await park(one);
    server.down = false;
    await turn(one);
    expect(await seenBy(two)).toHaveLength(1);
    await takeDown(two.db, { id: saleId, parkedAt: PARKED_AT, total: '4.99' }, 'berlin-2', server, nobody);
    await turn(one);
    await turn(one);
    expect(await seenBy(two)).toEqual([]);
  });

  it('what a till was given and did not write down is parked there', async () => {
    await park(one);
    await turn(one);
    const [sale] = await seenBy(two);
    await two.db.keep('parking-coming-nearby', [sale]);
    await turn(two);
    expect(await parkedOn(two)).toMatchObject([{ tillId: 'berlin-2', total: '4.99', customer: erika }]);
    await turn(one);
    expect(await parkedOn(one)).toEqual([]);
  });
});

describe.skipIf(REAL)('a relay that can not be trusted', () => {
  it('that is gone takes nothing away: the till goes on with its own', async () => {
    await park(one);
    await turn(one);
    relay.down = true;
    await expect(lookNearby(two)).rejects.toThrow();
    await turn(one);
    const own = { ...asShelf(), nearby: (id: string) => claimOwn(one, id).catch(() => null) };
    expect(await takeUpSale(one.db, saleId, 'berlin-1', own)).toMatchObject({ done: 'taken' });
  });

  it('that says others took everything, or hands out what no till wrote, is not believed', async () => {
    await park(one);
    await turn(one);
    relay.garbles = true;
    await turn(one);
    expect(await parkedOn(one)).toHaveLength(1);
    expect(await seenBy(two)).toEqual([]);
  });

  it('an address without a relay is an error, whatever answers there', async () => {
    const answers = ['{"tills":5}', '<html>', '{"tills":[{"id":1}],"parked":[{"id":"x","sealed":7}]}'];
    for (const [at, text] of answers.entries()) {
      globalThis.fetch = () => Promise.resolve(new Response(text));
      const told = relayAt('http://somewhere').content('box');
      if (at < 2) await expect(told).rejects.toThrow();
      else expect(await told).toEqual({ tills: [], parked: [] });
    }
  });
});

describe('the key of a store', () => {
  it('is kept unreadable, changes with its number and goes when the device is retired', async () => {
    const before = await storeKeyOf(one.db, 'berlin');
    expect(before?.seal.extractable).toBe(false);
    expect(before?.names.extractable).toBe(false);
    await learnStoreKey(one.db, first, office({ storeId: 'berlin', number: 1, key: randomKey() }));
    expect((await storeKeyOf(one.db, 'berlin'))?.box).not.toBe(before?.box);
    const retired: KeyOffice = {
      ...office({ storeId: 'berlin', number: 1, key: randomKey() }),
      storeKey: () => Promise.reject(new Problem(409, { type: '/problems/device-retired' })),
    };
    await learnStoreKey(one.db, first, retired);
    expect(await storeKeyOf(one.db, 'berlin')).toBeNull();
    expect(await storeEdge(one.db, first, () => relay)).toBeNull();
  });
});
