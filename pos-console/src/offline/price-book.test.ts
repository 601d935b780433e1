import { describe, expect, it, vi } from 'vitest';
import { Unreachable } from '@/shared/http/problem';
import type { PriceBookItem, Promotion } from '@/shared/http/shapes';
import { berlin, db, item } from './offline-fixture';
import {
  findByCode,
  offersOf,
  priceBookState,
  promotionsOf,
  syncCategories,
  syncPriceBook,
  syncPriceLists,
  syncPromotions,
} from './price-book';

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
              pricesIncludeTax: true,
            }
          : {
              version: 3,
              items: [item('3', 3)],
              nextCursor: null,
              promotionsVersion: 0,
              scanLayouts: [],
              priceListsVersion: 0,
              taxRates: [],
              pricesIncludeTax: true,
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
        pricesIncludeTax: true,
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
        pricesIncludeTax: true,
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
          pricesIncludeTax: true,
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
    await syncPriceBook(
      db,
      'berlin',
      () => Promise.resolve({ ...page, taxRates: [], pricesIncludeTax: true }),
      now,
    );
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
          pricesIncludeTax: true,
        }),
      now,
    );
    expect(await findByCode(db, berlin, '4000000000001')).toMatchObject({ quantity: 6_000n });
    expect(await findByCode(db, berlin, 'SKU-1')).toMatchObject({ quantity: 1_000n });
  });
});
