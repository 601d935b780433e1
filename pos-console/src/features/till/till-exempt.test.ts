import { expect, it } from 'vitest';
import { amountText, ONE } from '@/domain/decimal';
import { returnLine } from '@/domain/returning';
import { receiptOf } from '@/shared/receipt/receipt';
import { receiptLanguage } from '@/shared/receipt/receipt-language';
import { receiptRows } from '@/shared/receipt/receipt-rows';
import { device, ESPRESSO, itIs, MILK, open, regular, total } from './till-desk-fixture';
import type { TillDesk } from './till-desk';
import { pricedOf } from './till-sums';
import { lineAloud } from './why';

const attache = {
  ...regular,
  groupCode: null,
  taxExemption: { certificate: 'DE-7', validUntil: '2026-11-22' },
};

async function sold(desk: TillDesk) {
  desk.confirmSearch(null);
  desk.confirmTender();
  await desk.settled();
  const { pane } = desk.snapshot();
  if (pane.name !== 'paid') throw new Error('not paid');
  return pane.sale;
}

/** 1.29 holds 0.08 of tax. */
it('an exempt customer pays no tax to the end of the last day in the store, also after a reload', async () => {
  itIs('2026-11-22T22:59:00Z');
  const desk = await open();
  desk.burst(MILK, 'search');
  desk.attach(attache);
  await desk.settled();
  expect(total(desk)).toBe('1.21');
  const reloaded = await open();
  expect(total(reloaded)).toBe('1.21');
  itIs('2026-11-22T23:00:00Z');
  reloaded.minuteTurned();
  expect(total(reloaded)).toBe('1.29');
  expect((await sold(reloaded)).body.pricing).not.toHaveProperty('taxExempt');
});

it('the document and the receipt say that no tax was charged, and why', async () => {
  const desk = await open();
  desk.burst(MILK, 'search');
  desk.attach(attache);
  await desk.settled();
  const [line] = pricedOf(desk.snapshot()).lines;
  const words = { say: ({ code }: { code: string }) => code, times: () => '', share: () => '' };
  expect(
    line && lineAloud(line, { ...words, result: () => 'taxed', untaxed: ({ gross }) => amountText(gross) }),
  ).toEqual(['CHOSEN', 'EXEMPT', '1.21']);
  const sale = await sold(desk);
  expect(sale.body).toMatchObject({
    total: '1.21',
    lines: [{ unitPrice: '1.29', amount: '1.21', taxRate: '0', tax: '0.00', taxAdded: '-0.08' }],
    taxes: [{ category: 'REDUCED', rate: '0', net: '1.21', tax: '0.00', gross: '1.21' }],
    pricing: { taxExempt: true },
  });
  expect(JSON.stringify(sale.body)).not.toContain('DE-7');

  const language = await receiptLanguage('GB');
  const people = { cashierName: null, customerName: null, cardDetails: null };
  const rows = (taxExemption = sale.taxExemption ?? null) =>
    receiptRows(
      receiptOf({ ...device, document: sale.body, ...people, taxExemption }, language, 'original'),
    ).map(({ left, right }) => `${left} ${right}`.trim());
  expect(rows()).toEqual(
    expect.arrayContaining(['Milk 1.29', 'Subtotal 1.29', 'Tax not charged -0.08', 'Total €1.21']),
  );
  expect(rows()).toContainEqual(expect.stringMatching(/certificate DE-7, valid until/));
  expect(rows(null)).toContain('No tax is charged: the customer is exempt.');
});

it('goods of an exempt sale come back for what was paid, beside goods that are taxed', async () => {
  const desk = await open();
  desk.burst(MILK, 'search');
  desk.attach(attache);
  await desk.settled();
  const { id, body } = await sold(desk);
  const [line] = body.lines;
  if (!line) throw new Error('nothing sold');
  desk.takeBack([returnLine({ saleId: id, lineNo: 1 }, body, line, ONE, [], 2)], null);
  desk.burst(ESPRESSO, 'search');
  await desk.settled();
  expect(total(desk)).toBe('3.78');
  expect((await sold(desk)).body).toMatchObject({
    lines: [
      { kind: 'RETURN', amount: '-1.21', tax: '0.00', taxAdded: '0.08' },
      { amount: '4.99', tax: '0.33' },
    ],
    taxes: [
      { rate: '0', gross: '-1.21', tax: '0.00' },
      { rate: '7.00', gross: '4.99', tax: '0.33' },
    ],
  });
});
