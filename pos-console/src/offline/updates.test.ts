import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { amount } from '@/domain/decimal';
import { ConsoleDatabase } from './database';
import { unsentEntries } from './journal-sending';
import { berlin, device, item, priceOf, sale } from './offline-fixture';
import { outboxSummary } from './outbox';
import { findByCode, priceBookState, syncPriceBook } from './price-book';
import { keepSale, keptReturnsOf, keptSaleByNumber } from './sale-journal';
import { drain } from './sending';
import { openSessionOf } from './till-device';

/** What each released version of the app kept its things in; never changed. */
const RELEASED: readonly Record<string, string>[] = [
  {
    settings: '&key',
    products: '[storeId+productId], *scanCodes, categoryKey, storeId',
    outbox: '++seq, &path, id, tillId, state, tillSessionId, &[tillId+receiptNumber]',
    counters: '&tillId',
    tillSessions: '&id, tillId',
    drafts: '&tillId',
  },
  { parkedSales: '&saleId, tillId' },
  {},
  {},
  { products: '[storeId+productId], *scanCodes, categoryKey, storeId, familyKey' },
  {},
  { printJobs: '&id, saleId, state, queuedAt' },
  { receiptMails: '&id, saleId, state' },
  { journal: '[deviceId+number], state' },
  {
    outbox:
      '++seq, &path, id, tillSessionId, &[tillId+receiptNumber], [state+tillId+seq], [tillId+kind+seq], undoableUntil, *takesBack',
    tallies: '&tillId',
  },
];

/** A till in the middle of its day, as that version would have left it on the device. */
async function leftBy(version: number, name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(version).stores(Object.assign({}, ...RELEASED.slice(0, version)) as Record<string, string>);
  const entry = { tillId: 'berlin-1', tillSessionId: 'session', attempts: 0, notBefore: 0 };
  const rest = { queuedAt: '2026-11-22T10:15:00Z', acceptedAt: null, problem: null };
  const sold = (id: string, receiptNumber: number, state: string, lines: object[] = []) => ({
    ...{ ...entry, ...rest, kind: 'sale', id, path: `/api/sales/${id}`, receiptNumber, state },
    ...{ cashierName: 'Clara', customerName: null, cardDetails: null },
    body: { tillId: 'berlin-1', receiptNumber, total: '4.99', lines, tenders: [] },
  });
  const opening = {
    ...entry,
    ...rest,
    kind: 'till-session',
    id: 'session',
    path: '/api/till-sessions/session',
  };
  await old.table('outbox').bulkAdd([
    { ...opening, state: 'accepted', body: { openingFloat: '100.00' } },
    sold('sent', 1, 'accepted'),
    sold('under-way', 2, 'sending'),
    sold('refused', 3, 'rejected'),
    sold('waiting', 4, 'queued'),
    {
      ...sold('back', 5, 'queued', [{ lineNo: 1, returnOf: { saleId: 'sent', lineNo: 1 } }]),
      ...(version >= 10 && { takesBack: ['sent'] }),
    },
  ]);
  if (version >= 10) await old.table('tallies').put({ tillId: 'berlin-1', waiting: 3, rejected: 1 });
  await old.table('counters').put({ tillId: 'berlin-1', next: 6 });
  await old.table('settings').put({ key: 'device', value: device });
  await old.table('tillSessions').put({ id: 'session', tillId: 'berlin-1', closedAt: null });
  const line = { key: 1, sku: 'ESP', quantity: 2000n, unitPrice: amount('4.99') };
  const [discounted, plain] = version < 2 ? [amount('1.50'), 0n] : [{ amount: amount('1.50') }, null];
  const draft = {
    tillId: 'berlin-1',
    basket: {
      lines: [
        { ...line, discount: discounted },
        { ...line, key: 2, discount: plain },
      ],
      nextKey: 3,
    },
    pendingPayment: { id: 'p', refundOf: null, amount: '8.48', ...(version >= 2 && { sentAt: 1 }) },
  };
  await old.table('drafts').put(draft);
  if (version >= 2) await old.table('parkedSales').put({ ...draft, saleId: 'parked' });
  if (version >= 9)
    await old.table('journal').bulkAdd([
      { deviceId: 'device', number: 1, subject: 'under-way', payload: '{}', state: 'accepted' },
      { deviceId: 'device', number: 2, subject: 'waiting', payload: '{}', state: 'queued' },
    ]);
  old.close();
}

describe.each(RELEASED.map((_, at) => at + 1))('an update from version %i', (version) => {
  it('loses nothing of the day: what is unsent is sent in its order, the basket goes on', async () => {
    const name = `update-from-${version}`;
    await leftBy(version, name);
    const updated = new ConsoleDatabase(name);

    expect(await outboxSummary(updated)).toEqual({
      ...{ waiting: 3, waitingSince: '2026-11-22T10:15:00Z', rejected: 1 },
    });
    expect((await keptReturnsOf(updated, 'sent')).map(({ id }) => id)).toEqual(['back']);
    expect((await keptSaleByNumber(updated, 'berlin-1', 1))?.id).toBe('sent');
    expect(await openSessionOf(updated, 'berlin-1')).toMatchObject({ id: 'session' });
    const sent: string[] = [];
    await drain(updated, (path) => (sent.push(path.slice('/api/sales/'.length)), Promise.resolve({})));
    expect(sent).toEqual(['under-way', 'waiting', 'back']);
    expect((await keepSale(updated, sale('next'))).receiptNumber).toBe(6);
    expect(await outboxSummary(updated)).toMatchObject({ waiting: 1, rejected: 1 });
    expect(await unsentEntries(updated)).toBe(version >= 9 ? 1 : 0);
    await updated.delete();
  });

  it('keeps the sale being rung up and those parked, with discount and the payment that waits', async () => {
    const name = `baskets-from-${version}`;
    await leftBy(version, name);
    const updated = new ConsoleDatabase(name);

    const parked = version >= 2 ? await updated.parkedSales.toArray() : [];
    expect(parked).toHaveLength(version >= 2 ? 1 : 0);
    for (const draft of [await updated.drafts.get('berlin-1'), ...parked]) {
      expect(draft?.basket.lines.map((each) => each.discount)).toEqual([{ amount: amount('1.50') }, null]);
      expect(draft?.pendingPayment).toMatchObject({ id: 'p', sentAt: expect.any(Number) as number });
      if (version >= 3) continue;
      expect(draft?.basket).toMatchObject({
        coupons: [],
        lines: [{ categoryId: null }, { categoryId: null }],
      });
      expect(draft?.offering).toMatchObject({ promotions: [], priceLists: [] });
    }
    await updated.delete();
  });
});

it('is tested from every version but the newest', async () => {
  const newest = new ConsoleDatabase('newest');
  await newest.open();
  expect(RELEASED).toHaveLength(newest.verno - 1);
  await newest.delete();
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
