import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { amount } from '@/domain/decimal';
import { ConsoleDatabase } from './database';
import { berlin, item, priceOf } from './offline-fixture';
import { findByCode, priceBookState, syncPriceBook } from './price-book';

describe('an update of the app', () => {
  it('keeps the sale being rung up, with its discount, and the payment that waits', async () => {
    const name = 'update-of-app';
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
    const name = 'update-of-lists';
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
          pricesIncludeTax: true,
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
