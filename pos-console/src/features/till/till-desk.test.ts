import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { amount, amountText, quantity } from '@/domain/decimal';
import { ConsoleDatabase, type StoredTillSession } from '@/offline/database';
import { parkedSalesOf } from '@/offline/parked-sales';
import {
  asProduct,
  priceBookState,
  syncCategories,
  syncPriceBook,
  syncPriceLists,
  syncPromotions,
} from '@/offline/price-book';
import { becomeTill, type Device } from '@/offline/till-device';
import { Problem, Unreachable } from '@/shared/http/problem';
import { receiptRows } from '@/shared/receipt/receipt';
import { formatsFor } from '@/shared/format';
import type { Payment, PriceBookItem, PriceBookPage, PriceList, Promotion } from '@/shared/http/shapes';
import { BurstDetector } from './burst-detector';
import { CardWatch, moveOnce, type CardAttempt, type CardTerminal } from './card-payment';
import { everyMinute } from './every-minute';
import { TillDesk } from './till-desk';
import { listPriceOf, pricedOf } from './till-state';
import { reasonsOfLine } from './why';

const device: Device = {
  store: {
    id: 'berlin',
    name: 'Berlin',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    businessDayStartsAt: '04:00',
    address: { street: 'Torstr. 1', postalCode: '10119', city: 'Berlin', country: 'DE' },
    taxNumber: null,
  },
  till: { id: 'berlin-1', storeId: 'berlin', name: 'Till 1', receiptPrefix: 'B1' },
};
const session = { id: 'session-1', tillId: 'berlin-1' } as StoredTillSession;
const ESPRESSO = '4006381333931';
const MILK = '4000417025005';

const goods = [
  { sku: 'ESP', name: 'Espresso', price: '4.99', code: ESPRESSO },
  { sku: 'MILK', name: 'Milk', price: '1.29', code: MILK },
];

let db: ConsoleDatabase;
let databases = 0;
let terminal: Record<keyof CardTerminal, ReturnType<typeof vi.fn>>;
let now: string;
const sounds = { added: vi.fn(), refused: vi.fn() };
const couponLeft = vi.fn<(code: string) => Promise<number | null>>();

const open = () =>
  TillDesk.open(
    {
      db,
      device,
      session,
      cashierName: 'Clara',
      terminal: terminal as CardTerminal,
      sounds,
      online: () => true,
      now: () => new Date(now),
      couponLeft,
      bestMatch: async (text) => {
        const all = await db.products.toArray();
        const match = all.find((product) => product.name.toLowerCase().startsWith(text.toLowerCase()));
        return match ? asProduct(match) : null;
      },
    },
    2,
  );

beforeEach(async () => {
  couponLeft.mockReset().mockResolvedValue(null);
  db = new ConsoleDatabase(`desk-${++databases}`);
  terminal = { charge: vi.fn(), askPayment: vi.fn(), refund: vi.fn(), askRefund: vi.fn() };
  now = '2026-11-22T10:15:00Z';
  sounds.added.mockClear();
  sounds.refused.mockClear();
  await becomeTill(db, device, 0);
  await syncPriceBook(
    db,
    'berlin',
    () =>
      Promise.resolve({
        version: 2,
        promotionsVersion: 1,
        priceListsVersion: 0,
        taxRates: [],
        nextCursor: null,
        scanLayouts: [],
        items: goods.map(({ sku, name, price, code }, at) => ({
          productId: sku,
          sku,
          name,
          unit: 'PIECE' as const,
          price,
          prices: [
            {
              ...{ id: sku, priceListId: null, storeOwn: false, minimumQuantity: '0', amount: price },
              ...{ validFrom: '2026-01-01T00:00:00Z', validUntil: null },
            },
          ],
          currency: 'EUR',
          taxCategory: 'REDUCED',
          taxRate: '7.00',
          barcodes: [{ code, quantity: '1', price: null }],
          categoryId: sku === 'ESP' ? 'beans' : null,
          category: null,
          ageLimit: null,
          stockTracked: true,
          active: true,
          version: at + 1,
          tracking: 'NONE' as const,
          variant: null,
          brand: null,
          imageId: null,
        })),
      }),
    () => new Date(),
  );
});
afterEach(() => db.delete());

const total = (desk: TillDesk) => amountText(pricedOf(desk.snapshot()).total);

describe('the till', () => {
  it('sells by scan, scan, scan, Enter, Enter', async () => {
    const desk = await open();
    for (const code of [ESPRESSO, MILK, ESPRESSO]) desk.burst(code, 'search');
    desk.confirmSearch(null);
    desk.confirmTender();
    desk.confirmTender();
    await desk.settled();
    const { pane } = desk.snapshot();
    expect(pane).toMatchObject({
      name: 'paid',
      sale: { receiptNumber: 1, body: { total: '11.27', change: '0.00' } },
    });
    expect(sounds.added).toHaveBeenCalledTimes(3);
  });

  it('gives change for the amount typed, and starts the next sale with the next scan', async () => {
    const desk = await open();
    desk.burst(MILK, 'search');
    desk.pay();
    await desk.settled();
    desk.typed({ type: 'given', given: '5' });
    desk.confirmTender();
    await desk.settled();
    expect(desk.snapshot().pane).toMatchObject({ name: 'paid', sale: { body: { change: '3.71' } } });
    desk.burst(ESPRESSO, 'search');
    await desk.settled();
    expect(desk.snapshot().pane.name).toBe('selling');
    expect(total(desk)).toBe('4.99');
  });

  it('takes digits and a star as the quantity of the next scan only', async () => {
    const desk = await open();
    desk.typed({ type: 'text', text: '3' });
    expect(desk.star()).toBe(true);
    desk.burst(MILK, 'search');
    desk.burst(MILK, 'search');
    desk.burst(`2*${ESPRESSO}`, 'search');
    await desk.settled();
    expect(desk.snapshot().basket.lines.map((line) => [line.sku, line.quantity])).toEqual([
      ['MILK', 4_000n],
      ['ESP', 2_000n],
    ]);
  });

  it('reads a code that a pause cut in two, and gives back what was typed before a scan', async () => {
    const desk = await open();
    desk.burst(ESPRESSO.slice(3), 'search', ESPRESSO.slice(0, 3));
    desk.burst(MILK, 'search', 'che');
    await desk.settled();
    expect(desk.snapshot().basket.lines.map((line) => line.sku)).toEqual(['ESP', 'MILK']);
    expect(desk.snapshot().text).toBe('che');
  });

  it('takes two codes glued together as two scans', async () => {
    const desk = await open();
    desk.burst(ESPRESSO + MILK, 'search');
    await desk.settled();
    expect(total(desk)).toBe('6.28');
  });

  it('says which code it does not know, sounds different and changes nothing', async () => {
    const desk = await open();
    desk.burst(MILK, 'search');
    desk.burst('9999999999994', 'search');
    await desk.settled();
    expect(desk.snapshot().notice).toMatchObject({ kind: 'unknown-code', code: '9999999999994' });
    expect(total(desk)).toBe('1.29');
    expect(sounds.refused).toHaveBeenCalledTimes(1);
  });

  it('takes words typed fast as words, and an amount typed fast as an amount', async () => {
    const desk = await open();
    desk.burst('espresso', 'search');
    await desk.settled();
    expect(total(desk)).toBe('4.99');
    desk.pay();
    await desk.settled();
    desk.burst('10.00', 'given');
    await desk.settled();
    expect(desk.snapshot().pane).toMatchObject({ name: 'paid', sale: { body: { change: '5.01' } } });
  });

  it('puts goods scanned while paying into the basket', async () => {
    const desk = await open();
    desk.burst(MILK, 'search');
    desk.pay();
    await desk.settled();
    desk.burst(ESPRESSO, 'given');
    await desk.settled();
    expect(desk.snapshot().pane.name).toBe('selling');
    expect(total(desk)).toBe('6.28');
  });

  it('finds the basket again after a reload', async () => {
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    desk.burst(MILK, 'search');
    await desk.settled();
    const again = await open();
    expect(total(again)).toBe('6.28');
    expect(again.snapshot().saleId).toBe(desk.snapshot().saleId);
  });

  it('explains the chosen line, then the basket, while the sale goes on', async () => {
    const desk = await open();
    desk.why();
    await desk.settled();
    expect(desk.snapshot().pane.name).toBe('selling');
    desk.burst(ESPRESSO, 'search');
    desk.burst(MILK, 'search');
    desk.why();
    desk.act({ type: 'walk', step: -1 });
    await desk.settled();
    expect(desk.snapshot()).toMatchObject({ pane: { name: 'why', of: 'line' }, basket: { selected: 1 } });
    desk.why();
    await desk.settled();
    expect(desk.snapshot().pane).toEqual({ name: 'why', of: 'basket' });
    desk.confirmSearch(null);
    desk.why();
    await desk.settled();
    expect(desk.snapshot().pane.name).toBe('paying');
  });

  it('takes a discount off the chosen line, then off the basket, and undoes it', async () => {
    const desk = await open();
    desk.discount();
    await desk.settled();
    expect(desk.snapshot().notice?.kind).toBe('nothing-to-discount');
    desk.burst(ESPRESSO, 'search');
    desk.discount();
    await desk.settled();
    expect(desk.snapshot().pane).toEqual({ name: 'discount', of: 'line' });
    desk.act({ type: 'discount-line', key: 1, discount: { percent: amount('10') } });
    await desk.settled();
    expect(total(desk)).toBe('4.49');
    desk.discount();
    desk.discount();
    await desk.settled();
    expect(desk.snapshot().pane).toEqual({ name: 'discount', of: 'basket' });
    desk.act({ type: 'discount-basket', discount: { amount: amount('1') } });
    await desk.settled();
    expect(total(await open())).toBe('3.49');
    desk.pay();
    desk.confirmTender();
    await desk.settled();
    expect(desk.snapshot().pane).toMatchObject({
      sale: { body: { total: '3.49', lines: [{ discount: '1.50', amount: '3.49' }] } },
    });
  });

  it('undoes what was taken out', async () => {
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    desk.act({ type: 'reduce', at: 1 });
    await desk.settled();
    expect(desk.snapshot().basket.lines).toEqual([]);
    desk.act({ type: 'undo' });
    await desk.settled();
    expect(total(desk)).toBe('4.99');
  });
});

/** Makes these the store's promotions on the device, as a sync does. */
async function promote(...promotions: { id: string; [term: string]: unknown }[]): Promise<void> {
  const common = { kind: 'LINE_PERCENT', currency: 'EUR', priority: 0, active: true, stores: [] };
  const items: unknown = promotions.map(({ id, ...terms }) => ({
    id,
    terms: { ...common, name: id, coupon: null, parts: [], target: {}, window: {}, ...terms },
  }));
  await syncPromotions(db, 'berlin', () => Promise.resolve(items as Promotion[]));
  await syncCategories(db, 'berlin', () =>
    Promise.resolve([
      { id: 'beans', parentId: 'coffee', path: 'Coffee > Beans', position: 1 },
      { id: 'coffee', parentId: null, path: 'Coffee', position: 1 },
    ]),
  );
}

const HAPPY_HOUR = {
  id: 'Coffee hour',
  percent: '10',
  target: { categories: ['coffee'] },
  window: { startsAt: '11:00', endsAt: '11:20' },
};

describe('a promotion', () => {
  it('is taken off goods of its category and what lies in it, and is named on the receipt', async () => {
    await promote(HAPPY_HOUR);
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    desk.burst(MILK, 'search');
    desk.act({ type: 'discount-line', key: 1, discount: { amount: amount('1') } });
    desk.confirmSearch(null);
    desk.confirmTender();
    await desk.settled();
    const { pane } = desk.snapshot();
    expect(pane).toMatchObject({
      name: 'paid',
      sale: { body: { total: '4.78', lines: [{ discount: '1.50', amount: '3.49' }, { discount: '0.00' }] } },
    });
    expect(pane).toHaveProperty('sale.body.pricing', {
      priceBookVersion: 2,
      at: '2026-11-22T11:15',
      lines: [{ lineNo: 1, discount: { amount: '1.00' } }],
      promotions: [{ promotionId: 'Coffee hour', name: 'Coffee hour', lineNo: 1, amount: '0.50' }],
    });
    if (pane.name !== 'paid') throw new Error('not paid');
    vi.stubGlobal('navigator', { languages: ['en'] });
    const rows = receiptRows(
      // What the server gives back is the document that was sent.
      { ...device, document: pane.sale.body, cashierName: null, customerName: null, cardDetails: null },
      (key) => key,
      formatsFor('en'),
    );
    expect(rows.filter(({ look }) => look === 'detail').map(({ left, right }) => [left, right])).toEqual([
      ['Coffee hour', '−0.50'],
      ['receipt.discount', '−1.00'],
    ]);
    vi.unstubAllGlobals();
  });

  it('ends by itself when its minute comes, but never while the customer pays', async () => {
    await promote(HAPPY_HOUR);
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    await desk.settled();
    expect(total(desk)).toBe('4.49');
    desk.pay();
    await desk.settled();
    now = '2026-11-22T10:20:00Z';
    desk.minuteTurned();
    expect(total(desk)).toBe('4.49');
    desk.back();
    await desk.settled();
    expect(total(desk)).toBe('4.99');
    now = '2026-11-23T10:00:00Z';
    desk.minuteTurned();
    expect(total(desk)).toBe('4.49');
  });

  it('that was offered when a card was charged still holds when the answer is late', async () => {
    await promote(HAPPY_HOUR);
    terminal.charge.mockReturnValue(new Promise(() => undefined));
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    desk.pay('CARD');
    desk.confirmTender();
    await vi.waitFor(() => expect(terminal.charge).toHaveBeenCalledTimes(1));
    now = '2026-11-22T12:00:00Z';
    terminal.askPayment.mockResolvedValue({ id: 'p', status: 'CAPTURED', reason: null, maskedCard: null });
    const again = await open();
    await again.settled();
    expect(again.snapshot().pane).toMatchObject({ name: 'paid', sale: { body: { total: '4.49' } } });
  });

  it('holds as soon as it is on the device, without a new start', async () => {
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    await desk.settled();
    expect(total(desk)).toBe('4.99');
    await promote(HAPPY_HOUR);
    await desk.reloadOffers();
    expect(total(desk)).toBe('4.49');
  });
});

/** Tells the device the milk's prices anew, with what else the book says, as a sync does. */
async function price(
  prices: Partial<PriceBookItem['prices'][number]>[],
  more: { taxRates?: PriceBookPage['taxRates']; lists?: unknown[] } = {},
): Promise<void> {
  const known = await db.products.get(['berlin', 'MILK']);
  const { version } = await priceBookState(db, 'berlin');
  const usual = { id: 'p', priceListId: null, storeOwn: false, minimumQuantity: '0', validUntil: null };
  const page = {
    version: version + 1,
    promotionsVersion: 1,
    priceListsVersion: version + 1,
    taxRates: more.taxRates ?? [],
    scanLayouts: [],
    nextCursor: null,
    items: [
      {
        ...known,
        prices: prices.map((each) => ({
          ...usual,
          amount: '1.29',
          validFrom: '2026-01-01T00:00:00Z',
          ...each,
        })),
      },
    ],
  } as unknown as PriceBookPage;
  await syncPriceBook(
    db,
    'berlin',
    () => Promise.resolve(page),
    () => new Date(),
  );
  await syncPriceLists(db, 'berlin', () => Promise.resolve((more.lists ?? []) as PriceList[]));
}

const REGULARS = {
  id: 'regulars',
  terms: {
    ...{ name: 'Regulars', currency: 'EUR', priority: 10, stores: [], customerGroups: ['REGULAR'] },
    ...{ active: true, window: { from: null, until: null } },
  },
};
const regular = { id: 'c1', name: 'Rita', email: null, phone: null, groupCode: 'REGULAR' };

describe('a price', () => {
  it('begins and ends at its minute without a network, but never while the customer pays', async () => {
    await price([
      {},
      { amount: '0.99', validFrom: '2026-11-22T10:20:00Z', validUntil: '2026-11-22T10:30:00Z' },
    ]);
    const desk = await open();
    desk.burst(MILK, 'search');
    await desk.settled();
    const milk = await db.products.get(['berlin', 'MILK']);
    const onTheShelf = () =>
      amountText((milk && listPriceOf(desk.snapshot(), asProduct(milk))) ?? amount('0'));
    expect([total(desk), onTheShelf()]).toEqual(['1.29', '1.29']);
    now = '2026-11-22T10:20:00Z';
    desk.minuteTurned();
    expect([total(desk), onTheShelf()]).toEqual(['0.99', '0.99']);
    desk.burst(MILK, 'search');
    desk.pay();
    await desk.settled();
    expect(desk.snapshot().basket.lines).toHaveLength(1);
    now = '2026-11-22T10:30:00Z';
    desk.minuteTurned();
    expect(total(desk)).toBe('1.98');
    desk.confirmTender();
    await desk.settled();
    expect(desk.snapshot().pane).toMatchObject({ sale: { body: { lines: [{ unitPrice: '0.99' }] } } });
    desk.burst(MILK, 'search');
    await desk.settled();
    expect(total(desk)).toBe('1.29');
  });

  it('is that of the customer’s group and of the quantity, and says which list it is from', async () => {
    await price(
      [
        {},
        { storeOwn: true, amount: '1.25' },
        { priceListId: 'regulars', amount: '1.10' },
        { priceListId: 'regulars', amount: '1.00', minimumQuantity: '6' },
        { priceListId: 'not told yet', amount: '0.01' },
      ],
      { lists: [REGULARS] },
    );
    const desk = await open();
    desk.burst(MILK, 'search');
    await desk.settled();
    const why = () =>
      reasonsOfLine(pricedOf(desk.snapshot()), 1).made.flatMap(({ kind, parameters }) =>
        kind === 'PRICE' ? [parameters.list] : [],
      );
    expect([total(desk), why()]).toEqual(['1.25', ['Store prices']]);
    desk.attach(regular);
    await desk.settled();
    expect([total(desk), why()]).toEqual(['1.10', ['Regulars']]);
    desk.act({ type: 'set-quantity', key: 1, quantity: quantity('6'), at: 0 });
    await desk.settled();
    expect(total(desk)).toBe('6.00');
    desk.attach(null);
    await desk.settled();
    expect(total(desk)).toBe('7.50');
  });

  it('that the book tells anew counts in an open basket, and one that is gone is kept as scanned', async () => {
    const desk = await open();
    desk.burst(MILK, 'search');
    await desk.settled();
    await price([{ amount: '1.39', validUntil: '2026-11-22T10:20:00Z' }]);
    await desk.reloadOffers();
    expect(total(desk)).toBe('1.39');
    now = '2026-11-22T10:20:00Z';
    desk.minuteTurned();
    expect(total(desk)).toBe('1.29');
    desk.burst(MILK, 'search');
    await desk.settled();
    expect(desk.snapshot()).toMatchObject({
      notice: { kind: 'no-price', name: 'Milk' },
      basket: { lines: [{ quantity: 1_000n }] },
    });
    desk.pay();
    desk.confirmTender();
    await desk.settled();
    expect(desk.snapshot().pane).toHaveProperty('sale.body.pricing.lines', [{ lineNo: 1, price: 'KEPT' }]);
  });

  it('holds the tax of the day: 16 % in Germany from July to December 2020', async () => {
    const rates = [
      ['19.00', '2007-01-01'],
      ['16.00', '2020-07-01'],
      ['19.00', '2021-01-01'],
    ] as const;
    const taxRates = rates.map(([rate, validFrom]) => ({ category: 'REDUCED', rate, validFrom }));
    await price([{ validFrom: '2000-01-01T00:00:00Z' }], { taxRates });
    now = '2020-12-31T22:59:00Z';
    const desk = await open();
    desk.burst(MILK, 'search');
    await desk.settled();
    const rate = () => pricedOf(desk.snapshot()).taxes.map((group) => [group.rate, amountText(group.tax)]);
    expect(rate()).toEqual([['16.00', '0.18']]);
    now = '2020-12-31T23:00:00Z';
    desk.minuteTurned();
    expect(rate()).toEqual([['19.00', '0.21']]);
    expect(pricedOf(desk.snapshot()).lines[0]?.line.taxRate).toBe('19.00');
  });
});

describe('a coupon', () => {
  const couponsOf = (desk: TillDesk) =>
    pricedOf(desk.snapshot()).coupons.map(({ code, amount: off, reason }) => [
      code,
      amountText(off),
      reason?.code,
    ]);

  it('is taken scanned or typed, says what it did or why nothing, and can be removed and found again', async () => {
    await promote(
      { id: 'spring', kind: 'BASKET_AMOUNT', amount: '1', coupon: 'SPRING-1', minimumAmount: '6' },
      { id: 'xmas', percent: '50', coupon: 'XMAS', window: { from: '2026-12-01T00:00' } },
    );
    const desk = await open();
    desk.burst('SPRING-1', 'search');
    desk.burst(ESPRESSO, 'search');
    desk.typed({ type: 'text', text: 'xmas' });
    desk.confirmSearch(null);
    await desk.settled();
    expect(couponsOf(desk)).toEqual([
      ['SPRING-1', '0.00', 'BELOW_MINIMUM_AMOUNT'],
      ['XMAS', '0.00', 'NOT_YET_VALID'],
    ]);
    desk.burst(MILK, 'search');
    await desk.settled();
    expect(couponsOf(desk)[0]).toEqual(['SPRING-1', '1.00', undefined]);
    expect(total(desk)).toBe('5.28');
    expect(sounds.refused).not.toHaveBeenCalled();

    desk.burst('SPRING-1', 'search');
    desk.act({ type: 'uncoupon', code: 'XMAS' });
    await desk.settled();
    expect(couponsOf(await open())).toEqual([['SPRING-1', '1.00', undefined]]);
    desk.act({ type: 'uncoupon', code: 'SPRING-1' });
    await desk.settled();
    expect(total(desk)).toBe('6.28');
  });

  it('that turns out to be used up is taken out again, but never while it is being paid', async () => {
    await promote({ id: 'first', percent: '50', coupon: 'FIRST-100' });
    let answer: (left: number | null) => void = () => undefined;
    couponLeft.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    desk.burst('FIRST-100', 'search');
    await desk.settled();
    expect(couponsOf(desk)).toEqual([['FIRST-100', '2.50', undefined]]);
    answer(0);
    await vi.waitFor(() => expect(couponsOf(desk)).toEqual([]));
    expect(desk.snapshot().notice).toMatchObject({ kind: 'coupon-used-up', code: 'FIRST-100' });

    desk.burst('FIRST-100', 'search');
    desk.pay();
    await desk.settled();
    answer(0);
    desk.confirmTender();
    await desk.settled();
    expect(desk.snapshot().pane).toMatchObject({ name: 'paid', sale: { body: { total: '2.49' } } });
  });

  it('nobody knows is an unknown code', async () => {
    await promote(HAPPY_HOUR);
    const desk = await open();
    desk.burst('SPRING-1', 'search');
    await desk.settled();
    expect(desk.snapshot().notice).toMatchObject({ kind: 'unknown-code', code: 'SPRING-1' });
  });
});

describe('the minute', () => {
  it('is told when it turns, on the clock, until nobody listens', () => {
    vi.useFakeTimers({ now: new Date('2026-11-22T10:15:42Z') });
    const turned = vi.fn();
    const stop = everyMinute(turned);
    vi.advanceTimersByTime(17_999);
    expect(turned).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(turned).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(120_000);
    expect(turned).toHaveBeenCalledTimes(3);
    stop();
    vi.advanceTimersByTime(120_000);
    expect(turned).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });
});

describe('a card payment', () => {
  const captured: Payment = { id: 'p', status: 'CAPTURED', reason: null, maskedCard: '•••• 4242' };

  it('completes the sale with the payment it captured', async () => {
    terminal.charge.mockResolvedValue(captured);
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    desk.pay('CARD');
    desk.confirmTender();
    await desk.settled();
    const { pane } = desk.snapshot();
    const paymentId = terminal.charge.mock.calls[0]?.[0] as string;
    expect(pane).toMatchObject({
      name: 'paid',
      sale: { body: { tenders: [{ type: 'CARD', amount: '4.99', paymentId }] } },
    });
  });

  it('shows a decline and lets the customer pay otherwise', async () => {
    terminal.charge.mockResolvedValue({
      id: 'p',
      status: 'DECLINED',
      reason: 'No money',
      maskedCard: null,
    } satisfies Payment);
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    desk.pay('CARD');
    desk.confirmTender();
    await desk.settled();
    expect(desk.snapshot().notice).toMatchObject({ kind: 'declined', reason: 'No money' });
    expect(desk.snapshot().tenders).toEqual([]);
  });

  const attempt = (over: Partial<CardAttempt> = {}): CardAttempt => ({
    resumed: false,
    sentAt: 0,
    watch: new CardWatch(),
    onKnown: vi.fn(),
    now: () => 10_000,
    pause: () => Promise.resolve(),
    ...over,
  });

  it('is asked for, never charged again, when its answer is lost', async () => {
    const putOnce = vi.fn().mockRejectedValueOnce(new Unreachable());
    const ask = vi
      .fn()
      .mockRejectedValueOnce(new Unreachable())
      .mockResolvedValueOnce({ id: 'p', status: 'PENDING' })
      .mockRejectedValueOnce(new Problem(403))
      .mockResolvedValueOnce(captured);
    const onKnown = vi.fn();
    const outcome = await moveOnce({ put: putOnce, ask }, attempt({ onKnown }));
    expect(outcome.ended).toBe('settled');
    expect(putOnce).toHaveBeenCalledTimes(1);
    expect(onKnown.mock.calls.flat()).toEqual(['no-answer', 'no-answer', 'pending', 'no-answer']);
  });

  it('is put again under the same id when the service never heard of it', async () => {
    const putOnce = vi.fn().mockRejectedValueOnce(new Unreachable()).mockResolvedValueOnce(captured);
    const ask = vi.fn().mockRejectedValueOnce(new Problem(404));
    expect((await moveOnce({ put: putOnce, ask }, attempt())).ended).toBe('settled');
    expect(putOnce).toHaveBeenCalledTimes(2);
  });

  it('that was left is never put again: it never arrived, but only once that is certain', async () => {
    const put = vi.fn();
    const ask = vi.fn().mockRejectedValue(new Problem(404));
    let now = 10_000;
    const onKnown = vi.fn(() => (now += 50_000));
    const outcome = await moveOnce({ put, ask }, attempt({ resumed: true, onKnown, now: () => now }));
    expect(outcome.ended).toBe('never-arrived');
    expect(onKnown.mock.calls.flat()).toEqual(['not-received', 'not-received']);
    expect(put).not.toHaveBeenCalled();
  });

  it('without an answer can be left: the sale waits with its payment, and going on asks, never charges', async () => {
    terminal.charge.mockReturnValue(new Promise(() => undefined));
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    desk.pay('CARD');
    desk.confirmTender();
    await vi.waitFor(() => expect(terminal.charge).toHaveBeenCalledTimes(1));
    const { saleId } = desk.snapshot();
    const paymentId = terminal.charge.mock.calls[0]?.[0] as string;
    desk.burst(MILK, 'search');
    desk.leaveCard();
    await desk.settled();
    expect(total(desk)).toBe('1.29');
    expect(desk.snapshot().saleId).not.toBe(saleId);

    desk.takeUp(saleId);
    await desk.settled();
    expect(desk.snapshot().notice?.kind).toBe('finish-first');
    desk.pay();
    desk.confirmTender();
    terminal.askPayment.mockResolvedValue(captured);
    desk.takeUp(saleId);
    await desk.settled();
    expect(terminal.askPayment).toHaveBeenCalledWith(paymentId);
    expect(terminal.charge).toHaveBeenCalledTimes(1);
    expect(desk.snapshot().pane).toMatchObject({
      name: 'paid',
      sale: { id: saleId, body: { total: '4.99', tenders: [{ type: 'CARD', paymentId }] } },
    });
    expect(await db.parkedSales.count()).toBe(0);
  });

  it('that was left survives a reload, and leaves the till free', async () => {
    terminal.charge.mockReturnValue(new Promise(() => undefined));
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    desk.pay('CARD');
    desk.confirmTender();
    await vi.waitFor(() => expect(terminal.charge).toHaveBeenCalledTimes(1));
    desk.leaveCard();
    await desk.settled();
    const again = await open();
    await again.settled();
    expect(again.snapshot().basket.lines).toEqual([]);
    const [parked] = await parkedSalesOf(db, 'berlin-1');
    expect(parked).toMatchObject({ pendingPayment: { amount: '4.99' }, basket: { lines: [{ sku: 'ESP' }] } });
  });

  it('goes back to the card that the goods were bought with, and to no other', async () => {
    terminal.refund.mockResolvedValue({ id: 'r', status: 'REFUNDED' });
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    await desk.settled();
    const [line] = desk.snapshot().basket.lines;
    if (!line) throw new Error('nothing in the basket');
    desk.act({ type: 'remove', key: line.key, at: 1 });
    const back = { ...line, kind: 'RETURN' as const, quantity: -1_000n as never };
    desk.takeBack([back], null);
    desk.pay('CARD');
    desk.confirmTender();
    await desk.settled();
    expect(desk.snapshot().notice?.kind).toBe('card-not-theirs');
    desk.act({ type: 'undo' });
    desk.takeBack([back], 'paid-then');
    desk.pay('CARD');
    desk.confirmTender();
    await desk.settled();
    expect(terminal.refund).toHaveBeenCalledWith(
      'paid-then',
      expect.any(String),
      expect.objectContaining({ amount: { amount: '4.99', currency: 'EUR' } }),
    );
    expect(desk.snapshot().pane).toMatchObject({
      name: 'paid',
      sale: {
        body: { total: '-4.99', tenders: [{ type: 'CARD', amount: '-4.99', paymentId: 'paid-then' }] },
      },
    });
  });

  it('is asked for first after a reload in the middle of it', async () => {
    terminal.charge.mockReturnValue(new Promise(() => undefined));
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    desk.pay('CARD');
    desk.confirmTender();
    await vi.waitFor(() => expect(terminal.charge).toHaveBeenCalledTimes(1));
    const paymentId = terminal.charge.mock.calls[0]?.[0] as string;
    terminal.askPayment.mockResolvedValue(captured);
    const again = await open();
    await again.settled();
    expect(terminal.askPayment).toHaveBeenCalledWith(paymentId);
    expect(terminal.charge).toHaveBeenCalledTimes(1);
    expect(again.snapshot().pane).toMatchObject({
      name: 'paid',
      sale: { body: { tenders: [{ paymentId }] } },
    });
  });
});

describe('the burst detector', () => {
  const type = (detector: BurstDetector, text: string, start: number, gap: number) =>
    Array.from(text).reduce((at, key) => (detector.char(key, at), at + gap), start);

  it('takes quick characters with a quick terminator for a scan', () => {
    const detector = new BurstDetector();
    expect(detector.end(type(detector, ESPRESSO, 0, 8))).toBe(ESPRESSO);
  });

  it('leaves a person alone, also a fast one, and short bursts', () => {
    const detector = new BurstDetector();
    expect(detector.end(type(detector, '12345678', 0, 70))).toBeNull();
    expect(detector.end(type(detector, '50', 5_000, 10))).toBeNull();
  });

  it('does not take a late Enter of a person for the terminator', () => {
    const detector = new BurstDetector();
    expect(detector.end(type(detector, ESPRESSO, 0, 8) + 400)).toBeNull();
  });

  it('separates what was typed before from the scan', () => {
    const detector = new BurstDetector();
    type(detector, 'che', 0, 120);
    expect(detector.end(type(detector, MILK, 1_000, 5))).toBe(MILK);
  });
});
