import { describe, expect, it } from 'vitest';
import { amount, amountText, quantity } from '@/domain/decimal';
import { asProduct } from '@/offline/price-book';
import { receiptOf } from '@/shared/receipt/receipt';
import { receiptLanguage } from '@/shared/receipt/receipt-language';
import { receiptRows } from '@/shared/receipt/receipt-rows';
import { db, device, itIs, MILK, open, regular, REGULARS, total, reprice } from './till-desk-fixture';
import { listPriceOf, pricedOf } from './till-sums';
import { reasonsOfLine } from './why';

describe('a price', () => {
  it('begins and ends at its minute without a network, but never while the customer pays', async () => {
    await reprice([
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
    itIs('2026-11-22T10:20:00Z');
    desk.minuteTurned();
    expect([total(desk), onTheShelf()]).toEqual(['0.99', '0.99']);
    desk.burst(MILK, 'search');
    desk.pay();
    await desk.settled();
    expect(desk.snapshot().basket.lines).toHaveLength(1);
    itIs('2026-11-22T10:30:00Z');
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
    await reprice(
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
    await reprice([{ amount: '1.39', validUntil: '2026-11-22T10:20:00Z' }]);
    await desk.reloadOffers();
    expect(total(desk)).toBe('1.39');
    itIs('2026-11-22T10:20:00Z');
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
    const taxRates = rates.map(([rate, validFrom]) => ({
      category: 'REDUCED',
      component: 'REDUCED',
      compound: false,
      rate,
      validFrom,
    }));
    await reprice([{ validFrom: '2000-01-01T00:00:00Z' }], { taxRates });
    itIs('2020-12-31T22:59:00Z');
    const desk = await open();
    desk.burst(MILK, 'search');
    await desk.settled();
    const rate = () => pricedOf(desk.snapshot()).taxes.map((group) => [group.rate, amountText(group.tax)]);
    expect(rate()).toEqual([['16.00', '0.18']]);
    itIs('2020-12-31T23:00:00Z');
    desk.minuteTurned();
    expect(rate()).toEqual([['19.00', '0.21']]);
    expect(pricedOf(desk.snapshot()).lines[0]?.line.taxRate).toBe('19.00');
  });
});

describe('tax on top', () => {
  it('is shown and charged, and each tax stands on the receipt with the lot that a code told', async () => {
    const rate = (component: string, percent: string) => ({
      ...{ category: 'REDUCED', component, compound: false, rate: percent, validFrom: '2013-01-01' },
    });
    await reprice([{ validFrom: '2000-01-01T00:00:00Z' }], {
      taxRates: [rate('GST', '5.00'), rate('QST', '9.975')],
      pricesIncludeTax: false,
    });
    const desk = await open();
    desk.burst(`01${MILK.padStart(14, '0')}10L-7`, 'search');
    await desk.settled();
    expect(total(desk)).toBe('1.48');
    desk.confirmSearch(null);
    desk.confirmTender();
    await desk.settled();
    const { pane } = desk.snapshot();
    if (pane.name !== 'paid') throw new Error('not paid');
    expect(pane.sale.body).toMatchObject({
      total: '1.48',
      lines: [{ unitPrice: '1.29', amount: '1.48', tax: '0.19', taxAdded: '0.19', batch: { lot: 'L-7' } }],
      taxes: [{ rate: '14.975', net: '1.29', tax: '0.19', gross: '1.48' }],
    });
    const data = { ...device, document: pane.sale.body };
    const people = { cashierName: null, customerName: null, cardDetails: null };
    const rows = receiptRows(receiptOf({ ...data, ...people }, await receiptLanguage('GB'), 'original'));
    expect(rows.map(({ left, right }) => `${left} ${right}`.trim()).slice(4, 11)).toEqual([
      'Milk 1.29',
      'Lot L-7',
      '',
      'Subtotal 1.29',
      'GST 5 % 0.06',
      'QST 9.975 % 0.13',
      'Total €1.48',
    ]);
  });
});
