import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { amountText, quantityText } from '@/domain/decimal';
import { ConsoleDatabase, type StoredTillSession } from '@/offline/database';
import { syncPriceBook, variantsOf } from '@/offline/price-book';
import { becomeTill, type Device } from '@/offline/till-device';
import type { PriceBookItem } from '@/shared/http/shapes';
import { TillDesk } from './till-desk';
import { pricedOf } from './till-sums';

const device = {
  store: { id: 'berlin', currency: 'EUR', timeZone: 'Europe/Berlin', businessDayStartsAt: '04:00' },
  till: { id: 'berlin-1', storeId: 'berlin', receiptPrefix: 'B1' },
} as Device;

const WEIGHED = {
  ...{ prefix: '28', itemDigits: 5, valueDigits: 5, valueChecked: false },
  ...{ value: 'WEIGHT' as const, decimals: 3 },
};
const PRICED = {
  ...{ prefix: '20', itemDigits: 4, valueDigits: 5, valueChecked: true },
  ...{ value: 'PRICE' as const, decimals: 2 },
};

const CASE = '4000417025005';
const item = (sku: string, price: string, unit: 'PIECE' | 'KG', barcodes: PriceBookItem['barcodes']) => ({
  ...{ productId: sku, sku, name: sku, unit, price, currency: 'EUR', barcodes },
  prices: [
    {
      ...{ id: sku, priceListId: null, storeOwn: false, minimumQuantity: '0', amount: price },
      ...{ validFrom: '2026-01-01T00:00:00Z', validUntil: null },
    },
  ],
  ...{ taxCategory: 'REDUCED', taxRate: '7.00', categoryId: null, category: null, ageLimit: null },
  ...{
    stockTracked: true,
    active: true,
    version: 1,
    tracking: 'NONE' as const,
    variant: null,
    brand: null,
    imageId: null,
  },
});
const size = (value: string, place: number) => ({
  ...{ familyId: 'shirt', family: 'Shirt', options: [{ name: 'Size', value, place }] },
});
const code = (text: string, quantity = '1', price: string | null = null) => ({ code: text, quantity, price });

let db: ConsoleDatabase;
let desk: TillDesk;
let databases = 0;

beforeEach(async () => {
  db = new ConsoleDatabase(`scanning-${++databases}`);
  const items = [
    item('WATER', '1.99', 'PIECE', [code('4006381333931'), code(CASE, '6', '10.00')]),
    item('PALLET', '1.99', 'PIECE', [code('PALLET-60', '60', '100.00')]),
    item('GOUDA', '12.90', 'KG', [code('2812345000007'), code('9521234543213')]),
    item('BRIE', '17.30', 'KG', [code('4711')]),
    item('04712', '1.00', 'PIECE', []),
    { ...item('SHIRT-S', '20.00', 'PIECE', [code('SHIRT-S-1')]), variant: size('S', 1) },
    { ...item('SHIRT-M', '22.00', 'PIECE', []), variant: size('M', 2) },
  ];
  await syncPriceBook(
    db,
    'berlin',
    () =>
      Promise.resolve({
        ...{ version: 1, promotionsVersion: 0, nextCursor: null, items, scanLayouts: [WEIGHED, PRICED] },
        ...{ priceListsVersion: 0, taxRates: [], pricesIncludeTax: true },
      }),
    () => new Date(),
  );
  await becomeTill(db, device, 0);
  desk = await TillDesk.open(
    {
      ...{ db, device, session: { id: 's1', tillId: 'berlin-1' } as StoredTillSession },
      signedIn: { id: 'clara', name: 'Clara', roles: ['CASHIER'] },
      shelf: {
        park: () => Promise.resolve(),
        takeUp: () => Promise.reject(new Error()),
        waiting: () => Promise.resolve([]),
      },
      layaways: () => Promise.reject(new Error()),
      customerOf: () => Promise.resolve(null),
      couponLeft: () => Promise.resolve(null),
      terminal: { charge: vi.fn(), askPayment: vi.fn(), refund: vi.fn(), askRefund: vi.fn() },
      sounds: { added: vi.fn(), refused: vi.fn() },
      ...{ online: () => false, now: () => new Date('2026-11-22T10:15:00Z'), sold: () => undefined },
      bestMatch: () => Promise.resolve(null),
    },
    2,
  );
});
afterEach(() => db.delete());

async function scan(...codes: string[]) {
  for (const each of codes) desk.burst(each, 'search');
  await desk.settled();
  return pricedOf(desk.snapshot()).lines.map(({ line, amount, trace }) => [
    `${quantityText(line.quantity)} ${line.sku}`,
    amountText(line.unitPrice),
    amountText(amount),
    trace[0]?.code,
  ]);
}

describe('a code with a price of its own', () => {
  it('sells its units at that price, beside the same goods scanned one by one', async () => {
    expect(await scan(CASE, '4006381333931', CASE)).toEqual([
      ['12 WATER', '1.6667', '20.00', 'CODE'],
      ['1 WATER', '1.99', '1.99', 'CHOSEN'],
    ]);
  });

  it('costs as many times its price as it is scanned, however the unit price rounds', async () => {
    // 120 units at 1.6667 would be 200.004, and 180 units 300.006: a cent more than three times the price
    expect((await scan('3*PALLET-60')).map(([, , amount]) => amount)).toEqual(['200.00', '100.00']);
  });

  it('is taken out pack by pack', async () => {
    await scan(CASE, CASE);
    desk.act({ type: 'reduce', at: 0 });
    desk.act({ type: 'set-quantity', key: 1, quantity: 7_000n as never, at: 0 });
    expect(await scan()).toEqual([['6 WATER', '1.6667', '10.00', 'CODE']]);
    expect(desk.snapshot().notice).toMatchObject({ kind: 'whole-packs', size: '6', quantity: '7' });
  });
});

describe('the number of a receipt', () => {
  it('opens the return of a scanned receipt code, also read with a pause in it, and rings nothing up', async () => {
    const code = '7071' + CASE.repeat(30);
    await scan(code);
    expect(desk.snapshot().pane).toEqual({ name: 'returning', find: code });
    desk.back();
    desk.burst(code.slice(200), 'search', code.slice(0, 200));
    await desk.settled();
    expect(desk.snapshot().pane).toEqual({ name: 'returning', find: code });
    const second = '7071' + '9'.repeat(400);
    await scan(second);
    expect(desk.snapshot().pane).toEqual({ name: 'returning', find: second });
    expect(desk.snapshot().basket.lines).toEqual([]);
    expect(desk.snapshot().text).toBe('');
  });

  it('is looked for to take goods back, but not while a customer pays', async () => {
    await scan('B1-000017.2');
    expect(desk.snapshot().pane).toEqual({ name: 'returning', find: 'B1-000017.2' });
    expect(desk.snapshot().notice).toBeNull();
    desk.act({ type: 'pane', pane: { name: 'paying', method: 'CASH', given: '' } });
    await scan('B1-000018');
    expect(desk.snapshot()).toMatchObject({ pane: { name: 'paying' }, notice: { kind: 'unknown-code' } });
  });

  it('is none of the goods’ numbers that nobody knows', async () => {
    await scan('BULK-0012');
    expect(desk.snapshot().notice).toMatchObject({ kind: 'unknown-code', code: 'BULK-0012' });
  });
});

describe('a GS1 code', () => {
  const [WATER, GOUDA] = ['04006381333931', '09521234543213'];
  const batches = () => desk.snapshot().basket.lines.map(({ pack }) => pack?.batch ?? null);

  it('keeps lot, serial number and expiry with the goods, apart from those of another lot', async () => {
    const lot = (name: string) => `]d201${WATER}17261231\u001d10${name}`;
    const lines = await scan(
      lot('A'),
      lot('B\u001d217'),
      lot('B\u001d218'),
      lot('A'),
      lot('C'),
      `]C101${WATER}`,
    );
    expect(lines.map(([what]) => what)).toEqual(['2 WATER', '1 WATER', '1 WATER', '1 WATER', '1 WATER']);
    const expiry = '2026-12-31';
    expect(batches()).toEqual([
      { lot: 'A', serial: null, expiry },
      { lot: 'B', serial: '7', expiry },
      { lot: 'B', serial: '8', expiry },
      { lot: 'C', serial: null, expiry },
      null,
    ]);
  });

  it('sells a serial number once, and nothing after its date', async () => {
    await scan(`(01)${WATER}(21)7`, `3*(01)${WATER}(21)7`);
    expect(desk.snapshot().notice).toMatchObject({ kind: 'serial-there', serial: '7' });
    expect(await scan(`(01)${WATER}(17)261121`)).toHaveLength(1);
    expect(desk.snapshot().notice).toMatchObject({ kind: 'expired', expiry: '2026-11-21' });
  });

  it('sells the weight it carries, at the price it carries when that is our money', async () => {
    const weight = `01${GOUDA}3103000500`;
    expect(await scan(weight, `${weight}3922599`, `${weight}3932978599`, `${weight}3932840599`)).toEqual([
      ['0.5 GOUDA', '12.90', '6.45', 'CHOSEN'],
      ['0.5 GOUDA', '11.98', '5.99', 'CODE'],
      ['0.5 GOUDA', '11.98', '5.99', 'CODE'],
      ['0.5 GOUDA', '12.90', '6.45', 'CHOSEN'],
    ]);
  });
});

describe('a family of variants', () => {
  it('is asked for its variant when it was looked for, not when the variant itself was scanned', async () => {
    const variants = await variantsOf(db, 'berlin', 'shirt');
    expect(variants.map(({ sku }) => sku).sort()).toEqual(['SHIRT-M', 'SHIRT-S']);
    desk.typed({ type: 'text', text: 'shi' });
    desk.confirmSearch(variants[0] ?? null);
    expect(await scan()).toEqual([]);
    expect(desk.snapshot().pane).toEqual({ name: 'variants', familyId: 'shirt', family: 'Shirt' });
    expect((await scan('SHIRT-S-1')).map(([what]) => what)).toEqual(['1 SHIRT-S']);
    expect(desk.snapshot().pane.name).toBe('selling');
  });
});

describe('a sale of goods priced by their code', () => {
  it('says so in its document, for the server to price it again', async () => {
    await scan('4006381333931', CASE);
    desk.confirmSearch(null);
    desk.confirmTender();
    await desk.settled();
    expect(desk.snapshot().pane).toMatchObject({
      sale: { body: { total: '11.99', pricing: { lines: [{ lineNo: 2, price: 'CODE' }] } } },
    });
  });
});

describe('a label from the shop’s scales', () => {
  it('sells the weight it carries, each pack in a line of its own', async () => {
    expect(await scan('2812345012505', '2812345003503')).toEqual([
      ['1.25 GOUDA', '12.90', '16.13', 'CHOSEN'],
      ['0.35 GOUDA', '12.90', '4.52', 'CHOSEN'],
    ]);
  });

  it('costs what it says, with the weight worked out from it', async () => {
    expect(await scan('2047115003463')).toEqual([['0.2 BRIE', '17.30', '3.46', 'CODE']]);
  });

  it('costs what it says also when it was printed at another price per kilogram', async () => {
    const [line] = await scan('2047113003335');
    expect(line).toEqual(['0.192 BRIE', '17.3438', '3.33', 'CODE']);
  });

  it('is not sold when a digit was read wrong, it says nothing, or nobody knows the item', async () => {
    for (const [wrong, kind] of [
      ['2812345012506', 'misread'],
      ['2047116003462', 'misread'],
      ['2812345000007', 'empty-label'],
      ['2899999012501', 'unknown-code'],
      ['4006381333932', 'misread'],
    ] as const) {
      expect(await scan(wrong)).toEqual([]);
      expect(desk.snapshot().notice).toMatchObject({ kind, code: wrong });
    }
  });
});
