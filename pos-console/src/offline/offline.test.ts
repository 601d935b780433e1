import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { amount } from '@/domain/decimal';
import type { UnnumberedSale } from '@/domain/sale';
import { Problem, Unreachable } from '@/shared/http/problem';
import type { PriceBookItem, Promotion, Store, Till } from '@/shared/http/shapes';
import { ConsoleDatabase, type Draft } from './database';
import { drain, outboxSummary, pauseAfter, sendAgain } from './outbox';
import { parkSale, takeUpSale } from './parked-sales';
import {
  findByCode,
  priceBookState,
  promotionsOf,
  syncPriceBook,
  syncPriceLists,
  syncPromotions,
  offersOf,
  syncCategories,
} from './price-book';
import { keepSale } from './sale-journal';
import { becomeTill, closeTill, openTill, type Device } from './till-device';

const device = {
  store: { id: 'berlin', currency: 'EUR' } as Store,
  till: { id: 'berlin-1', storeId: 'berlin', name: 'Till 1', receiptPrefix: 'B1' } satisfies Till,
} satisfies Device;

const sale = (id: string, tillId = 'berlin-1') => ({
  id,
  document: {
    storeId: 'berlin',
    tillId,
    tillSessionId: null,
    occurredAt: '2026-11-22T10:15:00Z',
    total: '4.99',
    lines: [],
  } as unknown as UnnumberedSale,
  cashierName: 'Clara',
  customerName: null,
  cardDetails: null,
});

let db: ConsoleDatabase;
let databases = 0;

beforeEach(() => {
  db = new ConsoleDatabase(`test-${++databases}`);
});
afterEach(() => db.delete());

describe('an update of the app', () => {
  it('keeps the sale being rung up, with its discount, and the payment that waits', async () => {
    const name = `update-${++databases}`;
    const old = new Dexie(name);
    old.version(1).stores({ drafts: '&tillId', outbox: '++seq, &path' });
    const line = { key: 1, sku: 'ESP', quantity: 2000n, unitPrice: amount('4.99') };
    await old.table('drafts').put({
      tillId: 'berlin-1',
      basket: {
        lines: [
          { ...line, discount: amount('1.50') },
          { ...line, key: 2, discount: 0n },
        ],
        nextKey: 3,
      },
      pendingPayment: { id: 'p', refundOf: null, amount: '8.48' },
    });
    await old.table('outbox').put({ path: '/api/sales/s1' });
    old.close();

    const updated = new ConsoleDatabase(name);
    const draft = await updated.drafts.get('berlin-1');
    expect(draft?.basket.lines.map((each) => each.discount)).toEqual([{ amount: amount('1.50') }, null]);
    expect(draft?.pendingPayment).toMatchObject({ id: 'p', sentAt: expect.any(Number) as number });
    expect(draft?.basket).toMatchObject({ coupons: [], lines: [{ categoryId: null }, { categoryId: null }] });
    expect(draft?.offering).toMatchObject({ promotions: [] });
    expect(await updated.outbox.count()).toBe(1);
    await updated.delete();
  });
});

describe('an update to price lists', () => {
  it('goes on selling at the price it knows, keeps what is being paid for, and reads the book again', async () => {
    const name = `update-${++databases}`;
    const old = new Dexie(name);
    old.version(3).stores({
      drafts: '&tillId',
      parkedSales: '&saleId, tillId',
      settings: '&key',
      products: '[storeId+productId], *scanCodes, categoryKey, storeId',
    });
    const { prices: _, ...known } = item('1', 1, { price: '2.50' });
    await old
      .table('products')
      .put({ ...known, storeId: 'berlin', scanCodes: ['berlin|1'], categoryKey: '' });
    await old.table('settings').put({
      key: 'price-book:berlin',
      value: { version: 7, complete: true, promotionsVersion: 3, syncedAt: null },
    });
    const offering = { store: 'berlin', at: '2026-11-22T10:15', promotions: [], lineages: new Map() };
    await old.table('drafts').put({ tillId: 'berlin-1', basket: { lines: [] }, offering });
    old.close();

    const updated = new ConsoleDatabase(name);
    expect(await findByCode(updated, berlin, '1')).toMatchObject({
      product: { prices: [{ amount: 25_000n, priceList: null, minimumQuantity: 0n }] },
    });
    expect(await priceBookState(updated, 'berlin')).toMatchObject({ version: 0, complete: true });
    expect((await updated.drafts.get('berlin-1'))?.offering).toMatchObject({ ...offering, priceLists: [] });
    const asked = vi.fn((_store: string, _after: number) =>
      Promise.resolve({
        ...{
          version: 8,
          promotionsVersion: 3,
          priceListsVersion: 0,
          taxRates: [],
          scanLayouts: [],
          nextCursor: null,
        },
        items: [item('1', 8, { prices: [priceOf('2.60')] })],
      }),
    );
    await syncPriceBook(updated, 'berlin', asked, () => new Date());
    expect(asked.mock.calls).toEqual([['berlin', 0]]);
    expect(await findByCode(updated, berlin, 'SKU-1')).toMatchObject({
      product: { prices: [{ amount: 26_000n }] },
    });
    await updated.delete();
  });
});

describe('a parked sale', () => {
  it('is in one place at a time, and is taken up once', async () => {
    const draft = { tillId: 'berlin-1', saleId: 's1', tenders: [] } as unknown as Draft;
    await db.drafts.put(draft);
    await parkSale(db, draft, '2026-11-22T10:15:00Z');
    expect(await db.drafts.count()).toBe(0);
    const taken = await Promise.all([takeUpSale(db, 's1'), takeUpSale(db, 's1')]);
    expect(taken).toEqual([draft, null]);
    expect(await db.drafts.get('berlin-1')).toEqual(draft);
    expect(await db.parkedSales.count()).toBe(0);
  });
});

describe('keeping sales', () => {
  it('numbers them without gaps per till, also when many are completed at once', async () => {
    await becomeTill(db, device, 41);
    const kept = await Promise.all(Array.from({ length: 20 }, (_, at) => keepSale(db, sale(`s${at}`))));
    expect(kept.map((entry) => entry.receiptNumber).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, at) => 42 + at),
    );
    expect((await keepSale(db, sale('other', 'berlin-2'))).receiptNumber).toBe(1);
  });

  it('gives the same sale the same number when it is completed again', async () => {
    const first = await keepSale(db, sale('s1'));
    expect((await keepSale(db, sale('s1'))).receiptNumber).toBe(first.receiptNumber);
    expect((await keepSale(db, sale('s2'))).receiptNumber).toBe(first.receiptNumber + 1);
  });

  it('uses up no number and keeps the draft when the sale cannot be stored', async () => {
    await keepSale(db, sale('s1'));
    await db.drafts.put({ tillId: 'berlin-1' } as never);
    const broken = sale('s2');
    await expect(
      keepSale(db, { ...broken, document: { ...broken.document, occurredAt: (() => 0) as never } }),
    ).rejects.toThrow('could not be stored');
    expect(await db.drafts.count()).toBe(1);
    expect((await keepSale(db, sale('s3'))).receiptNumber).toBe(2);
  });

  it('never goes back to numbers that the device knows to be used', async () => {
    await keepSale(db, sale('s1'));
    await keepSale(db, sale('s2'));
    await becomeTill(db, device, 0);
    expect((await keepSale(db, sale('s3'))).receiptNumber).toBe(3);
  });
});

describe('the outbox', () => {
  it('sends opening, sales and closing in order and keeps the answer of the closing', async () => {
    const session = await openTill(db, device, {
      openingFloat: '100.00',
      businessDate: '2026-11-22',
      openedAt: '2026-11-22T08:00:00Z',
    });
    await keepSale(db, sale('s1'));
    await keepSale(db, sale('s2'));
    await closeTill(db, session, '104.99', '2026-11-22T20:00:00Z');
    const sent: string[] = [];
    const answer = { expectedCash: '109.98', countedCash: '104.99', difference: '-4.99' };
    expect(await drain(db, (path) => (sent.push(path), Promise.resolve(answer)))).toBeNull();
    expect(sent).toEqual([
      `/api/till-sessions/${session.id}`,
      '/api/sales/s1',
      '/api/sales/s2',
      `/api/till-sessions/${session.id}/closing`,
    ]);
    expect(await outboxSummary(db)).toEqual({ waiting: 0, waitingSince: null, rejected: 0 });
    expect((await db.outbox.get({ path: sent[3] ?? '' }))?.state).toBe('accepted');
  });

  it('keeps the order and waits longer each time while nobody answers', async () => {
    await keepSale(db, sale('s1'));
    await keepSale(db, sale('s2'));
    let now = 1_000_000;
    const sent: string[] = [];
    const down = (path: string) => (sent.push(path), Promise.reject(new Unreachable()));
    expect(await drain(db, down, () => now)).toBe(1_000);
    expect(await drain(db, down, () => now + 500)).toBe(500);
    now += 1_000;
    expect(await drain(db, down, () => now)).toBe(2_000);
    expect(sent).toEqual(['/api/sales/s1', '/api/sales/s1']);
    expect(pauseAfter(50)).toBe(30_000);
    expect((await outboxSummary(db)).waiting).toBe(2);
  });

  it('sets aside what the server refuses, in its words, and goes on with the next', async () => {
    await keepSale(db, sale('s1'));
    await keepSale(db, sale('s2'));
    const sent: string[] = [];
    const send = (path: string) => {
      sent.push(path);
      return path.endsWith('s1')
        ? Promise.reject(new Problem(422, { title: 'Does not add up', detail: 'The total is 5.00.' }))
        : Promise.resolve({});
    };
    expect(await drain(db, send)).toBeNull();
    const refused = await db.outbox.get({ path: '/api/sales/s1' });
    expect(refused?.state).toBe('rejected');
    expect(refused?.problem?.detail).toContain('The total is 5.00.');
    expect((await db.outbox.get({ path: '/api/sales/s2' }))?.state).toBe('accepted');
    await sendAgain(db, refused?.seq ?? 0);
    await drain(db, () => Promise.resolve({}));
    expect((await outboxSummary(db)).rejected).toBe(0);
  });

  it('sends again what was on its way when the device stopped', async () => {
    await keepSale(db, sale('s1'));
    const entry = await db.outbox.get({ path: '/api/sales/s1' });
    await db.outbox.update(entry?.seq ?? 0, { state: 'sending' });
    const sent: string[] = [];
    await drain(db, (path) => (sent.push(path), Promise.resolve({})));
    expect(sent).toEqual(['/api/sales/s1']);
  });

  it('waits for a new sign-in instead of refusing', async () => {
    await keepSale(db, sale('s1'));
    await drain(db, () => Promise.reject(new Problem(401)));
    expect(await outboxSummary(db)).toMatchObject({ waiting: 1, rejected: 0 });
  });
});

const berlin = { id: 'berlin', currency: 'EUR' };
const priceOf = (amountText: string, changes: Partial<PriceBookItem['prices'][number]> = {}) => ({
  id: 'price',
  priceListId: null,
  storeOwn: false,
  minimumQuantity: '0',
  amount: amountText,
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: null,
  ...changes,
});

const item = (id: string, version: number, changes: Partial<PriceBookItem> = {}): PriceBookItem => ({
  productId: id,
  sku: `SKU-${id}`,
  name: `Product ${id}`,
  unit: 'PIECE',
  price: '1.00',
  prices: [priceOf(changes.price ?? '1.00')],
  currency: 'EUR',
  taxCategory: 'STANDARD',
  taxRate: '19.00',
  barcodes: [{ code: `400000000000${id}`, quantity: '6', price: null }],
  categoryId: null,
  category: 'All',
  ageLimit: null,
  stockTracked: true,
  active: true,
  version,
  tracking: 'NONE',
  variant: null,
  brand: null,
  imageId: null,
  ...changes,
});

describe('the price book', () => {
  const now = () => new Date('2026-11-22T10:00:00Z');

  it('goes on where an interrupted load stopped', async () => {
    const asked: number[] = [];
    const pages = (failAt: number) => (_: string, after: number) => {
      asked.push(after);
      if (after === failAt) return Promise.reject(new Unreachable());
      return Promise.resolve(
        after === 0
          ? {
              version: 2,
              items: [item('1', 1), item('2', 2)],
              nextCursor: '2',
              promotionsVersion: 0,
              scanLayouts: [],
              priceListsVersion: 0,
              taxRates: [],
            }
          : {
              version: 3,
              items: [item('3', 3)],
              nextCursor: null,
              promotionsVersion: 0,
              scanLayouts: [],
              priceListsVersion: 0,
              taxRates: [],
            },
      );
    };
    await expect(syncPriceBook(db, 'berlin', pages(2), now)).rejects.toThrow();
    expect(await priceBookState(db, 'berlin')).toMatchObject({ version: 2, complete: false });
    await syncPriceBook(db, 'berlin', pages(-1), now);
    expect(asked).toEqual([0, 2, 2]);
    expect(await priceBookState(db, 'berlin')).toMatchObject({ version: 3, complete: true });
    expect(await db.products.count()).toBe(3);
  });

  it('changes prices, forgets old codes and takes away what is no longer sold', async () => {
    const page = (items: PriceBookItem[], version: number) => () =>
      Promise.resolve({
        version,
        items,
        nextCursor: null,
        promotionsVersion: 0,
        scanLayouts: [],
        priceListsVersion: 0,
        taxRates: [],
      });
    await syncPriceBook(db, 'berlin', page([item('1', 1), item('2', 2)], 2), now);
    await syncPriceBook(
      db,
      'berlin',
      page([item('1', 3, { price: '2.50', barcodes: [] }), item('2', 4, { active: false })], 4),
      now,
    );
    expect(await findByCode(db, berlin, '4000000000001')).toBeNull();
    expect(await findByCode(db, berlin, 'SKU-1')).toMatchObject({ product: { price: 25_000n } });
    expect(await findByCode(db, berlin, 'SKU-2')).toBeNull();
    expect(await findByCode(db, { ...berlin, id: 'hamburg' }, 'SKU-1')).toBeNull();
  });

  it('reads the promotions of the store again only when they changed', async () => {
    const book = (promotionsVersion: number) => () =>
      Promise.resolve({
        version: promotionsVersion,
        items: [item('1', 1)],
        nextCursor: null,
        promotionsVersion,
        scanLayouts: [],
        priceListsVersion: 0,
        taxRates: [],
      });
    const fetchPromotions = vi.fn((_: string) =>
      Promise.resolve([
        { id: `after ${fetchPromotions.mock.calls.length}`, terms: { active: false } } as Promotion,
      ]),
    );
    const sync = async (version: number) => {
      await syncPriceBook(db, 'berlin', book(version), now);
      return syncPromotions(db, 'berlin', fetchPromotions);
    };

    expect(await sync(7)).toBe(true);
    expect(await sync(7)).toBe(false);
    await syncPriceBook(db, 'berlin', book(9), now);
    const berlin = { id: 'berlin', currency: 'EUR' };
    // A device that lost the network here holds the goods of one version and the promotions of another.
    expect((await offersOf(db, berlin)).version).toBeNull();
    expect(await sync(9)).toBe(true);
    expect((await offersOf(db, berlin)).version).toBe(9);

    expect(fetchPromotions).toHaveBeenCalledTimes(2);
    expect(await promotionsOf(db, 'berlin')).toMatchObject([{ id: 'after 2' }]);
    expect(await promotionsOf(db, 'hamburg')).toEqual([]);
  });

  it('offers what this store may have to take off in its currency, and goes on without what it cannot read', async () => {
    const promotion = (id: string, terms: object) =>
      ({
        id,
        terms: {
          ...{ name: id, kind: 'LINE_PERCENT', percent: '10', currency: 'EUR', active: true, stores: [] },
          ...{ parts: [], target: {}, window: {} },
          ...terms,
        },
      }) as unknown as Promotion;
    await syncPriceBook(
      db,
      'berlin',
      () =>
        Promise.resolve({
          version: 4,
          items: [],
          nextCursor: null,
          promotionsVersion: 1,
          scanLayouts: [],
          priceListsVersion: 0,
          taxRates: [],
        }),
      now,
    );
    await syncPromotions(db, 'berlin', () =>
      Promise.resolve([
        promotion('here', { stores: ['berlin'] }),
        promotion('everywhere', { currency: null }),
        promotion('elsewhere', { stores: ['hamburg'] }),
        promotion('zurich', { currency: 'CHF' }),
        promotion('over', { active: false }),
        promotion('no number', { percent: 'ten' }),
        promotion('too much', { percent: '101' }),
      ]),
    );
    const fetchCategories = vi.fn(() =>
      Promise.resolve([
        { id: 'coffee', parentId: 'food', path: 'Food > Coffee', position: 1 },
        { id: 'food', parentId: null, path: 'Food', position: 1 },
      ]),
    );
    expect(await syncCategories(db, 'berlin', fetchCategories)).toBe(true);
    expect(await syncCategories(db, 'berlin', fetchCategories)).toBe(false);

    const offers = await offersOf(db, { id: 'berlin', currency: 'EUR' });
    expect(offers.promotions.map(({ id }) => id)).toEqual(['here', 'everywhere']);
    expect(offers.lineages.get('coffee')).toEqual(['coffee', 'food']);
  });

  it('claims a version only when lists and promotions have reached it as well', async () => {
    const page = {
      version: 5,
      items: [],
      nextCursor: null,
      promotionsVersion: 4,
      priceListsVersion: 5,
      scanLayouts: [],
    };
    await syncPriceBook(db, 'berlin', () => Promise.resolve({ ...page, taxRates: [] }), now);
    const version = async () => (await offersOf(db, { id: 'berlin', currency: 'EUR' })).version;
    expect(await version()).toBeNull();
    await syncPriceLists(db, 'berlin', () => Promise.resolve([]));
    expect(await version()).toBeNull();
    await syncPromotions(db, 'berlin', () => Promise.resolve([]));
    expect(await version()).toBe(5);
  });

  it('knows how much one scan of a code sells', async () => {
    await syncPriceBook(
      db,
      'berlin',
      () =>
        Promise.resolve({
          version: 1,
          items: [item('1', 1)],
          nextCursor: null,
          promotionsVersion: 0,
          scanLayouts: [],
          priceListsVersion: 0,
          taxRates: [],
        }),
      now,
    );
    expect(await findByCode(db, berlin, '4000000000001')).toMatchObject({ quantity: 6_000n });
    expect(await findByCode(db, berlin, 'SKU-1')).toMatchObject({ quantity: 1_000n });
  });
});
