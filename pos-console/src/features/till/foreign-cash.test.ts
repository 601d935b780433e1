import { expect, it } from 'vitest';
import { amount } from '@/domain/decimal';
import { db, ESPRESSO, letTake, letTip, open } from './till-desk-fixture';
import type { TillDesk } from './till-desk';
import { dueOf } from './till-sums';

const FRANCS = { currency: 'CHF', rate: '1.0432' };
const DOLLARS = { currency: 'USD', rate: '0.86' };

async function paying(): Promise<TillDesk> {
  const desk = await open();
  desk.burst(ESPRESSO, 'search');
  await desk.settled();
  desk.pay();
  await desk.settled();
  return desk;
}
async function give(desk: TillDesk, given: string) {
  desk.typed({ type: 'given', given });
  desk.confirmTender();
  await desk.settled();
  const { pane } = desk.snapshot();
  return pane.name === 'paid' ? pane.sale.body : null;
}

it('takes foreign cash at its rate and gives the change in the store’s own', async () => {
  letTake(FRANCS);
  const desk = await paying();
  desk.payIn(FRANCS);
  expect(await give(desk, '20')).toMatchObject({
    total: '4.99',
    tenders: [
      { type: 'CASH', amount: '20.86', foreign: { currency: 'CHF', amount: '20.00', rate: '1.0432' } },
    ],
    change: '15.87',
  });
});

it('goes through the currencies with one key and back to the store’s own', async () => {
  letTake(FRANCS, DOLLARS);
  const desk = await paying();
  const inPane = async () => {
    desk.nextCurrency();
    await desk.settled();
    const { pane } = desk.snapshot();
    return pane.name === 'paying' ? pane.foreign?.currency : 'none';
  };
  expect([await inPane(), await inPane(), await inPane()]).toEqual(['CHF', 'USD', undefined]);
  const body = await give(desk, '');
  expect(body?.tenders).toEqual([{ tenderNo: 1, type: 'CASH', amount: '4.99', paymentId: null }]);
});

it('takes a part in foreign cash, across a reload, and the rest in another way', async () => {
  letTake(FRANCS);
  letTip();
  const desk = await paying();
  desk.payIn(FRANCS);
  expect(await give(desk, '2,00')).toBeNull();
  const again = await open();
  expect(dueOf(again.snapshot())).toBe(amount('2.90'));
  again.pay();
  expect(await give(again, '')).toMatchObject({
    tenders: [{ amount: '2.09', foreign: { amount: '2.00' } }, { amount: '2.90' }],
    change: '0.00',
  });
});

it('asks for no more than pays when nothing is typed, and takes nothing that is worth nothing', async () => {
  letTake(DOLLARS, { currency: 'VND', rate: '0.00000001' });
  const desk = await paying();
  desk.payIn({ currency: 'VND', rate: '0.00000001' });
  expect(await give(desk, '5')).toBeNull();
  expect(desk.snapshot().notice).toMatchObject({ kind: 'not-an-amount' });
  desk.payIn(DOLLARS);
  expect(await give(desk, '')).toMatchObject({
    tenders: [{ amount: '5.00', foreign: { amount: '5.81' } }],
    change: '0.01',
  });
});

it('gives foreign cash back as it came when the basket is given up', async () => {
  letTake(FRANCS);
  const desk = await paying();
  desk.payIn(FRANCS);
  await give(desk, '2');
  desk.back();
  desk.voidBasket();
  await desk.settled();
  expect(desk.snapshot().notice).toMatchObject({
    kind: 'voided-cash',
    amount: 0n,
    foreign: [{ currency: 'CHF', amount: amount('2') }],
  });
  expect(await db.drafts.count()).toBe(0);
});
