import { expect, it } from 'vitest';
import { amount, amountText, ONE } from '@/domain/decimal';
import { returnWithoutReceipt } from '@/domain/returning';
import { asProduct } from '@/offline/price-book';
import { db, ESPRESSO, MILK, open, promote, reprice, shelf, total } from './till-desk-fixture';
import type { TillDesk } from './till-desk';
import { pricedOf } from './till-sums';

const sold = async (desk: TillDesk) => {
  desk.pay('CASH');
  await desk.settled();
  desk.confirmTender();
  await desk.settled();
  const { pane } = desk.snapshot();
  if (pane.name !== 'paid') throw new Error(`not paid: ${JSON.stringify(desk.snapshot().notice)}`);
  return pane.sale.body;
};
const scan = async (desk: TillDesk, code: string) => {
  desk.burst(code, 'search');
  await desk.settled();
};
const act = async (desk: TillDesk, ...[action]: Parameters<TillDesk['act']>) => {
  desk.act(action);
  await desk.settled();
};

it('sells at a price that a person sets, without promotions on the line, and says so in the document', async () => {
  const desk = await open();
  await promote({ id: 'Tenth off', percent: '10' });
  await desk.reloadOffers();
  await scan(desk, ESPRESSO);
  await act(desk, { type: 'price-line', key: 1, price: amount('3') });
  expect(total(desk)).toBe('3.00');
  await scan(desk, ESPRESSO);
  expect(total(desk)).toBe('7.49');
  await act(desk, { type: 'price-line', key: 1, price: null });
  expect(total(desk)).toBe('8.98');
  await act(desk, { type: 'undo' });
  const body = await sold(desk);
  expect(body.lines.map(({ unitPrice }) => unitPrice)).toEqual(['3.00', '4.99']);
  expect(body.pricing?.lines).toEqual([{ lineNo: 1, price: 'OVERRIDE', listPrice: '4.99' }]);
});

it('goes back to what the list says now, not to what it said when the goods were scanned', async () => {
  const desk = await open();
  await scan(desk, MILK);
  await act(desk, { type: 'price-line', key: 1, price: amount('1') });
  await reprice([{ amount: '1.49' }]);
  await desk.reloadOffers();
  expect(total(desk)).toBe('1.00');
  await act(desk, { type: 'price-line', key: 1, price: null });
  expect(total(desk)).toBe('1.49');
});

it('sells what the catalog does not have, taxed as its category is today', async () => {
  const desk = await open();
  const rate = {
    ...{ category: 'STANDARD', component: 'STANDARD', compound: false },
    ...{ rate: '19.00', validFrom: '2020-01-01' },
  };
  await reprice([{}], { taxRates: [rate] });
  await desk.reloadOffers();
  await scan(desk, '4012345678901');
  expect(desk.snapshot().notice).toMatchObject({ kind: 'unknown-code', code: '4012345678901' });
  const item = { code: '4012345678901', name: 'Bell', price: amount('11.90'), taxCategory: 'STANDARD' };
  desk.openItem(item);
  await desk.settled();
  const body = await sold(desk);
  expect(body.lines[0]).toMatchObject({ productId: null, sku: '4012345678901', name: 'Bell', tax: '1.90' });
  expect(body.taxes).toMatchObject([{ category: 'STANDARD', rate: '19.00', net: '10.00' }]);
  expect(body.pricing?.lines).toEqual([{ lineNo: 1, price: 'OPEN' }]);
});

it('keeps a line with a note apart and writes the note into the document', async () => {
  const desk = await open();
  await scan(desk, ESPRESSO);
  await act(desk, { type: 'note-line', key: 1, note: '  for Rita ' });
  await scan(desk, ESPRESSO);
  const { lines } = await sold(desk);
  expect(lines.map(({ note, quantity }) => [note, quantity])).toEqual([
    ['for Rita', '1'],
    [undefined, '1'],
  ]);
});

it('takes back without a receipt at what the goods cost now, and says why and in which state', async () => {
  const desk = await open();
  const milk = await db.products.get(['berlin', 'MILK']);
  if (!milk) throw new Error('no milk');
  const comeBack = { reason: 'DEFECTIVE', condition: 'DAMAGED' } as const;
  desk.takeBack([returnWithoutReceipt(asProduct(milk), amount('1.29'), ONE, [], comeBack)], null);
  await desk.settled();
  expect(total(desk)).toBe('-1.29');
  const body = await sold(desk);
  expect(body.lines[0]).toMatchObject({
    kind: 'RETURN',
    quantity: '-1',
    returnOf: null,
    comeBack,
    tax: '-0.08',
  });
  expect(body.tenders).toMatchObject([{ type: 'CASH', amount: '-1.29' }]);
});

it('parks the basket for any till of the store and takes up what another parked', async () => {
  const desk = await open();
  await scan(desk, ESPRESSO);
  const { basket } = desk.snapshot();
  desk.park();
  await desk.settled();
  expect(desk.snapshot()).toMatchObject({ basket: { lines: [] }, notice: { kind: 'parked' } });
  expect(await db.parkedSales.toArray()).toMatchObject([{ total: '4.99', basket }]);

  shelf.takeUp.mockResolvedValue({
    customerId: null,
    basket: '{"lines":[],"nextKey":1,"selected":null,"discount":{"amount":{"$":"10000"}},"coupons":[]}',
  });
  await scan(desk, MILK);
  const elsewhere = { id: 'elsewhere', parkedAt: '2026-11-22T10:15:00Z', total: '3.99' };
  desk.takeDown(elsewhere);
  await desk.settled();
  expect(desk.snapshot().notice).toMatchObject({ kind: 'finish-first' });
  await act(desk, { type: 'remove', key: 1, at: 0 });
  desk.takeDown(elsewhere);
  await desk.settled();
  expect(desk.snapshot()).toMatchObject({ saleId: 'elsewhere', basket: { discount: { amount: 10_000n } } });
  expect(amountText(pricedOf(desk.snapshot()).total)).toBe('0.00');
});
