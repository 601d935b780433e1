import { expect, it } from 'vitest';
import { amount } from '@/domain/decimal';
import type { PaidReceipt } from '@/domain/refunding';
import { db, goOffline, holdPolicy, bought, MILK, open, terminal } from './till-desk-fixture';
import type { TillDesk } from './till-desk';

const CARD = { saleId: 's1', tenderNo: 1, type: 'CARD', paymentId: 'paid-then' } as const;
const CASH = { saleId: 's1', tenderNo: 2, type: 'CASH', paymentId: null } as const;
const paid = (card: string, cash: string): PaidReceipt => ({
  saleId: 's1',
  tenders: [
    { ...CARD, left: amount(card) },
    { ...CASH, left: amount(cash) },
  ],
});
const RULE = {
  ...{ action: 'REFUND_IN_CASH' as const, above: null },
  ...{ alone: ['SHIFT_LEAD'], approvers: ['SHIFT_LEAD'] },
};
const refundsTo = (no: number) => ({ refundOf: { saleId: 's1', tenderNo: no } });

const bringBack = async (desk: TillDesk, price: string, receipt: PaidReceipt) => {
  desk.takeBack([bought(price)], receipt);
  await desk.settled();
};
const giveBack = async (desk: TillDesk, method?: 'CASH') => {
  desk.pay(method);
  desk.confirmTender();
  await desk.settled();
  return desk.snapshot();
};
const tendersOf = ({ pane }: ReturnType<TillDesk['snapshot']>) =>
  pane.name === 'paid' ? pane.sale.body.tenders : null;

it('gives back to the card that paid and the rest in cash, with one button', async () => {
  terminal.refund.mockResolvedValue({ id: 'r', status: 'REFUNDED' });
  const desk = await open();
  await bringBack(desk, '7', paid('4.99', '5'));
  const done = await giveBack(desk);
  expect(terminal.refund).toHaveBeenCalledTimes(1);
  expect(terminal.refund).toHaveBeenCalledWith(
    'paid-then',
    expect.any(String),
    expect.objectContaining({ amount: { amount: '4.99', currency: 'EUR' } }),
  );
  expect(tendersOf(done)).toEqual([
    { tenderNo: 1, type: 'CARD', amount: '-4.99', paymentId: 'paid-then', ...refundsTo(1) },
    { tenderNo: 2, type: 'CASH', amount: '-2.01', paymentId: null, ...refundsTo(2) },
  ]);
});

it('gives no more back than was paid, whichever way', async () => {
  const desk = await open();
  await bringBack(desk, '7', paid('0', '5'));
  expect((await giveBack(desk)).notice?.kind).toBe('refund-too-much');
  expect((await giveBack(desk, 'CASH')).notice?.kind).toBe('refund-too-much');
  expect(await db.outbox.count()).toBe(0);
});

it('gives only what is left of an exchange, and the customer pays what is missing', async () => {
  terminal.refund.mockResolvedValue({ id: 'r', status: 'REFUNDED' });
  const desk = await open();
  await bringBack(desk, '4.99', paid('4.99', '0'));
  desk.burst(MILK, 'search');
  expect(tendersOf(await giveBack(desk))).toMatchObject([{ type: 'CARD', amount: '-3.70' }]);
  desk.burst(MILK, 'search');
  await bringBack(desk, '1', paid('4.99', '0'));
  expect(tendersOf(await giveBack(desk))).toMatchObject([{ type: 'CASH', amount: '0.29' }]);
});

it('gives cash for a card only where the card cannot be reached, or refuses', async () => {
  terminal.refund.mockResolvedValue({ id: 'r', status: 'REFUSED', reason: 'Card closed' });
  const desk = await open();
  await bringBack(desk, '4.99', paid('4.99', '0'));
  expect((await giveBack(desk, 'CASH')).notice?.kind).toBe('refund-to-card');
  desk.back();
  expect((await giveBack(desk)).notice).toMatchObject({ kind: 'declined', reason: 'Card closed' });
  const inCash = [{ type: 'CASH', amount: '-4.99', ...refundsTo(1) }];
  expect(tendersOf(await giveBack(desk, 'CASH'))).toMatchObject(inCash);

  await bringBack(desk, '4.99', paid('4.99', '0'));
  expect((await giveBack(desk, 'CASH')).notice?.kind).toBe('refund-to-card');
  goOffline();
  desk.back();
  expect((await giveBack(desk)).notice?.kind).toBe('card-needs-network');
  expect(tendersOf(await giveBack(desk, 'CASH'))).toMatchObject(inCash);
});

it('asks for an approval of cash for a card where the policy wants one, and writes it down', async () => {
  await holdPolicy(RULE);
  const desk = await open();
  await bringBack(desk, '4.99', paid('4.99', '0'));
  expect((await giveBack(desk, 'CASH')).pane).toMatchObject({
    name: 'approval',
    wishes: [{ deed: { action: 'REFUND_IN_CASH', amount: amount('4.99') } }],
  });
  expect(desk.approve({ id: 'lea', name: 'Lea' })).toBe(true);
  await desk.settled();
  const { pane } = desk.snapshot();
  expect(pane).toMatchObject({
    name: 'paid',
    sale: {
      body: {
        tenders: [{ type: 'CASH', amount: '-4.99', ...refundsTo(1) }],
        approvals: [{ action: 'REFUND_IN_CASH', difference: '4.99', approverId: 'lea' }],
      },
    },
  });
});

it('goes on with a refund whose answer a reload swallowed, and never asks the card twice', async () => {
  terminal.refund.mockReturnValue(new Promise(() => undefined));
  const desk = await open();
  await bringBack(desk, '7', paid('4.99', '5'));
  desk.pay();
  desk.confirmTender();
  await expect.poll(() => terminal.refund.mock.calls.length).toBe(1);
  terminal.askRefund.mockResolvedValue({ id: 'r', status: 'REFUNDED' });
  const again = await open();
  await again.settled();
  expect(terminal.refund).toHaveBeenCalledTimes(1);
  expect(tendersOf(again.snapshot())).toMatchObject([
    { type: 'CARD', amount: '-4.99', ...refundsTo(1) },
    { type: 'CASH', amount: '-2.01', ...refundsTo(2) },
  ]);
});
