import { expect, it } from 'vitest';
import { amount } from '@/domain/decimal';
import { sessionFigures } from '@/domain/session-figures';
import type { SaleDocument } from '@/domain/sale';
import { layawaysHere, type Layaway } from '@/offline/layaways';
import type { TillDesk } from '../till-desk';
import {
  db,
  ESPRESSO,
  goOffline,
  HAPPY_HOUR,
  holdPolicy,
  layawayBook,
  MILK,
  open,
  promote,
  reprice,
  terminal,
  total,
} from '../till-desk-fixture';
import { dueOf } from '../till-sums';

const ADA = { name: 'Ada Ndiaye', keptUntil: '2026-12-22' };

/** Two espressos and a milk: 11.27. */
async function scan(desk: TillDesk): Promise<void> {
  for (const code of [ESPRESSO, ESPRESSO, MILK]) desk.burst(code, 'search');
  await desk.settled();
}
async function ask(desk: TillDesk, value: string): Promise<void> {
  desk.layaways((layaways) => layaways.setAside({ ...ADA, amount: amount(value) }));
  await desk.settled();
}
async function pay(desk: TillDesk, given = ''): Promise<SaleDocument> {
  desk.typed({ type: 'given', given });
  desk.confirmTender();
  await desk.settled();
  const { pane } = desk.snapshot();
  if (pane.name !== 'paid') throw new Error(`not paid: ${JSON.stringify(desk.snapshot().notice)}`);
  return pane.sale.body;
}
async function setAside(desk: TillDesk, value: string): Promise<string> {
  await scan(desk);
  await ask(desk, value);
  return (await pay(desk)).deposit?.layawayId ?? '';
}
const due = (desk: TillDesk) => dueOf(desk.snapshot());

it('sets the basket aside for a deposit: money and goods are told, nothing is sold', async () => {
  const desk = await open();
  await scan(desk);
  await ask(desk, '3');
  expect(desk.snapshot().pane).toMatchObject({ name: 'paying' });
  expect(due(desk)).toBe(amount('3'));
  const document = await pay(desk, '5');

  expect(document).toMatchObject({
    ...{ lines: [], taxes: [], total: '0.00', change: '2.00' },
    tenders: [{ type: 'CASH', amount: '5.00' }],
    deposit: {
      ...{ kind: 'TAKEN', amount: '3.00', agreedTotal: '11.27', balance: '3.00' },
      setAside: {
        ...ADA,
        lines: [
          { sku: 'ESP', amount: '9.98' },
          { sku: 'MILK', amount: '1.29' },
        ],
      },
    },
  });
  expect(document).not.toHaveProperty('pricing');
  expect(desk.snapshot()).toMatchObject({ deposit: null, basket: { lines: [] } });
  const figures = sessionFigures(
    {
      ...{ openingFloat: '100', countedCash: null, movements: [], voids: [] },
      sales: [{ body: document, cashierName: 'Clara' }],
    },
    2,
  );
  expect(figures).toMatchObject({ sales: 0, returns: 0, total: '0.00', expectedCash: '103.00' });
  expect(figures.deposits).toEqual([{ kind: 'TAKEN', count: 1, amount: '3.00' }]);
});

it('takes more for it and sells it at the prices of then, whatever prices and promotions say by now', async () => {
  const desk = await open();
  const id = await setAside(desk, '3');
  goOffline();
  desk.layaways((layaways) => layaways.payIn(id, amount('2.50')));
  await desk.settled();
  expect((await pay(desk)).deposit).toMatchObject({ kind: 'TAKEN', amount: '2.50', balance: '5.50' });

  await reprice([{ amount: '9.99' }]);
  await promote(HAPPY_HOUR, { id: 'All', kind: 'BASKET_PERCENT', percent: '50' });
  await desk.reloadOffers();
  desk.layaways((layaways) => layaways.collect(id));
  await desk.settled();
  expect([total(desk), due(desk)]).toEqual(['11.27', amount('5.77')]);
  const { key } = desk.snapshot().basket.lines[0] ?? { key: 0 };
  desk.act({ type: 'discount-line', key, discount: { amount: amount('1') } });
  desk.act({ type: 'set-quantity', key, quantity: 5000n as never, at: 0 });
  await desk.settled();
  expect(total(desk)).toBe('11.27');

  desk.pay();
  await desk.settled();
  const sale = await pay(desk, '10');
  expect(sale).toMatchObject({
    ...{ total: '11.27', change: '4.23' },
    tenders: [{ type: 'CASH', amount: '10.00' }],
    deposit: { layawayId: id, kind: 'APPLIED', amount: '-5.50', agreedTotal: '11.27', balance: '0.00' },
    pricing: {
      lines: [
        { lineNo: 1, price: 'AGREED' },
        { lineNo: 2, price: 'AGREED' },
      ],
    },
  });
  expect((await layawaysHere(db))[0]).toMatchObject({ state: 'COLLECTED', balance: '0.00' });
  desk.layaways((layaways) => layaways.collect(id));
  await desk.settled();
  expect(desk.snapshot().notice).toMatchObject({ kind: 'layaway-closed', reason: 'berlin-1 · 3' });
  expect(desk.snapshot().basket.lines).toEqual([]);
});

it('leaves nothing to pay where deposits pay for all, and keeps what is too much', async () => {
  const desk = await open();
  const id = await setAside(desk, '3');
  desk.layaways((layaways) => layaways.payIn(id, amount('8.27')));
  await desk.settled();
  await pay(desk);
  desk.layaways((layaways) => layaways.collect(id));
  await desk.settled();
  const milk = desk.snapshot().basket.lines.find(({ sku }) => sku === 'MILK');
  desk.act({ type: 'remove', key: milk?.key ?? 0, at: 0 });
  desk.pay();
  await desk.settled();
  expect(due(desk)).toBe(0n);
  const sale = await pay(desk);
  expect(sale).toMatchObject({
    ...{ total: '9.98', tenders: [] },
    deposit: { amount: '-9.98', balance: '1.29' },
  });
  desk.layaways((layaways) => layaways.giveBack(id, 'NOT_AVAILABLE'));
  await desk.settled();
  expect(await pay(desk)).toMatchObject({ tenders: [{ amount: '-1.29' }], deposit: { balance: '0.00' } });
});

it('gives a deposit back to what paid it, once, with an approval where returns want one', async () => {
  await holdPolicy({ action: 'RETURN', above: null, alone: [], approvers: ['SHIFT_LEAD'] });
  terminal.charge.mockResolvedValue({ id: 'p', status: 'CAPTURED' });
  terminal.refund.mockResolvedValue({ id: 'r', status: 'REFUNDED' });
  const desk = await open();
  await scan(desk);
  await ask(desk, '5');
  desk.pay('CARD');
  await desk.settled();
  desk.typed({ type: 'given', given: '3' });
  desk.confirmTender();
  await desk.settled();
  desk.pay('CASH');
  await desk.settled();
  const taken = await pay(desk, '10');
  const id = taken.deposit?.layawayId ?? '';
  const [first] = await layawaysHere(db);

  desk.layaways((layaways) => layaways.giveBack(id, 'CHANGED_MIND'));
  await desk.settled();
  expect(desk.snapshot().pane).toMatchObject({ name: 'approval', wishes: [{ deed: { action: 'RETURN' } }] });
  expect(desk.approve({ id: 'lea', name: 'Lea' })).toBe(true);
  await desk.settled();
  const back = await pay(desk);
  const refundOf = { saleId: first?.saleId ?? '' };
  expect(back).toMatchObject({
    ...{ lines: [], total: '0.00', change: '0.00' },
    tenders: [
      { type: 'CARD', amount: '-3.00', refundOf: { ...refundOf, tenderNo: 1 } },
      { type: 'CASH', amount: '-2.00', refundOf: { ...refundOf, tenderNo: 2 } },
    ],
    approvals: [{ action: 'RETURN', difference: '5.00', approverId: 'lea' }],
    deposit: { kind: 'REFUNDED', amount: '-5.00', balance: '0.00', reason: 'CHANGED_MIND' },
  });
  desk.layaways((layaways) => layaways.giveBack(id, 'CHANGED_MIND'));
  await desk.settled();
  expect(desk.snapshot().notice).toMatchObject({ kind: 'layaway-closed' });
});

it('takes no deposit of nothing, none that pays for all, none for what comes back; Escape leaves it', async () => {
  const desk = await open();
  await ask(desk, '1');
  expect(desk.snapshot().notice?.kind).toBe('nothing-to-set-aside');
  await scan(desk);
  for (const value of ['0', '-1', '11.27', '12']) {
    await ask(desk, value);
    expect([desk.snapshot().notice?.kind, desk.snapshot().deposit]).toEqual(['deposit-too-much', null]);
  }
  await ask(desk, '11');
  desk.back();
  await desk.settled();
  expect([due(desk), desk.snapshot().deposit]).toEqual([amount('11.27'), null]);
  expect(await db.outbox.count()).toBe(0);
});

it('goes on with it after a reload, and with what another till set aside while that can be asked', async () => {
  const here = await open();
  await scan(here);
  await ask(here, '3');
  here.typed({ type: 'given', given: '1' });
  here.confirmTender();
  await here.settled();
  const again = await open();
  again.pay();
  await again.settled();
  expect(due(again)).toBe(amount('2'));
  const document = await pay(again);
  expect(document.deposit).toMatchObject({ kind: 'TAKEN', amount: '3.00' });

  const { setAside: goods } = document.deposit ?? {};
  if (!goods) throw new Error('nothing is set aside');
  const elsewhere: Layaway = {
    ...{ id: 'l2', state: 'OPEN', storeId: 'berlin', saleId: 's2', customerId: null, currency: 'EUR' },
    ...{ agreedTotal: '11.27', balance: '4.00', goods },
    deposits: [
      {
        ...{ saleId: 's2', kind: 'TAKEN', amount: '4.00', tillId: 'berlin-2', receiptNumber: 7 },
        ...{ occurredAt: '2026-11-22T09:00:00Z', by: 'Ben' },
      },
    ],
  };
  again.layaways((layaways) => layaways.collect('l2'));
  await again.settled();
  expect(again.snapshot().notice?.kind).toBe('layaway-unreachable');
  layawayBook.find.mockResolvedValue(elsewhere);
  again.layaways((layaways) => layaways.collect('l2'));
  await again.settled();
  expect(due(again)).toBe(amount('7.27'));
  again.pay();
  await again.settled();
  await pay(again);
  // The server has not heard of it yet; this till has.
  again.layaways((layaways) => layaways.giveBack('l2', 'OTHER'));
  await again.settled();
  expect(again.snapshot().notice).toMatchObject({ kind: 'layaway-closed', reason: 'berlin-1 · 2' });
});
