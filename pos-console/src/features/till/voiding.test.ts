import { expect, it } from 'vitest';
import { amount } from '@/domain/decimal';
import { disagreements } from '@/domain/session-figures';
import { journalOf } from '@/offline/cash-drawer';
import { drain } from '@/offline/sending';
import { localReport } from './local-report';
import {
  db,
  ESPRESSO,
  goOffline,
  holdPolicy,
  MILK,
  open,
  session,
  terminal,
  total,
} from './till-desk-fixture';
import type { TillDesk } from './till-desk';

const RULE = {
  ...{ action: 'VOID_AFTER_TENDER' as const, above: null },
  ...{ alone: ['SHIFT_LEAD'], approvers: ['SHIFT_LEAD'] },
};
const scan = async (desk: TillDesk, code: string) => {
  desk.burst(code, 'search');
  await desk.settled();
};
const voided = async (desk: TillDesk) => {
  desk.voidBasket();
  await desk.settled();
  return desk.snapshot();
};
const takeByCard = async (desk: TillDesk, value: string) => {
  terminal.charge.mockResolvedValue({ id: 'p', status: 'CAPTURED', reason: null, maskedCard: null });
  desk.pay('CARD');
  await desk.settled();
  desk.typed({ type: 'given', given: value });
  desk.confirmTender();
  await desk.settled();
};
const kept = async () => (await db.outbox.toArray()).filter((entry) => entry.kind === 'void');

it('writes down who gave up what, and takes it back with the basket', async () => {
  const desk = await open();
  await scan(desk, ESPRESSO);
  await scan(desk, MILK);
  const { saleId } = desk.snapshot();
  const empty = await voided(desk);
  expect(empty).toMatchObject({ basket: { lines: [] }, notice: { kind: 'voided' } });
  expect(empty.saleId).not.toBe(saleId);
  expect(await kept()).toMatchObject([
    {
      tillSessionId: 'session-1',
      body: {
        ...{ saleId, total: '6.28', tenders: [], doneBy: { id: 'clara', name: 'Clara' } },
        lines: [
          { sku: 'ESP', quantity: '1', amount: '4.99' },
          { sku: 'MILK', amount: '1.29' },
        ],
      },
    },
  ]);
  expect(await db.drafts.count()).toBe(0);

  desk.act({ type: 'undo' });
  await desk.settled();
  expect(total(desk)).toBe('6.28');
  expect(desk.snapshot().saleId).toBe(saleId);
  expect(await kept()).toEqual([]);
  expect(await db.drafts.count()).toBe(1);
});

it('is sent once something new is rung up, and then stands', async () => {
  const desk = await open();
  await scan(desk, ESPRESSO);
  await voided(desk);
  const sent: string[] = [];
  const now = () => Date.parse('2026-11-22T10:15:01Z');
  const send = (path: string) => Promise.resolve(sent.push(path));
  expect(await drain(db, send, now)).toBe(14_000);
  expect(sent).toEqual([]);
  await scan(desk, MILK);
  await drain(db, send, now);
  expect(sent).toMatchObject([expect.stringMatching(/^\/api\/till-sessions\/session-1\/voids\//)]);
  desk.act({ type: 'undo' });
  desk.act({ type: 'undo' });
  await desk.settled();
  expect(desk.snapshot().basket.lines).toEqual([]);
  expect(await kept()).toHaveLength(1);
});

it('gives back what was taken by card and in cash, with the approval that the policy asks for', async () => {
  await holdPolicy(RULE);
  terminal.refund.mockResolvedValue({ id: 'r', status: 'REFUNDED' });
  const desk = await open();
  await scan(desk, ESPRESSO);
  await takeByCard(desk, '2');
  desk.typed({ type: 'given', given: '1' });
  desk.confirmTender();
  await desk.settled();
  const [{ paymentId } = { paymentId: '' }] = desk.snapshot().tenders;
  expect((await voided(desk)).pane).toMatchObject({
    name: 'approval',
    wishes: [{ deed: { action: 'VOID_AFTER_TENDER', amount: amount('3') } }],
  });
  expect(terminal.refund).not.toHaveBeenCalled();
  desk.approve({ id: 'lea', name: 'Lea' });
  await desk.settled();
  expect(terminal.refund).toHaveBeenCalledExactlyOnceWith(
    paymentId,
    expect.any(String),
    expect.objectContaining({ amount: { amount: '2.00', currency: 'EUR' } }),
  );
  expect(desk.snapshot()).toMatchObject({
    ...{ basket: { lines: [] }, tenders: [], undo: [] },
    notice: { kind: 'voided-cash', amount: amount('1') },
  });
  const [{ body, notBefore } = { body: null, notBefore: 1 }] = await kept();
  expect(notBefore).toBe(0);
  expect(body).toMatchObject({
    tenders: [
      { type: 'CARD', amount: '2.00', paymentId },
      { type: 'CASH', amount: '1.00', paymentId: null },
    ],
    approvals: [{ action: 'VOID_AFTER_TENDER', approverId: 'lea', difference: '3.00' }],
  });
});

it('keeps the basket when the card does not take its money back, or cannot be reached', async () => {
  terminal.refund.mockResolvedValue({ id: 'r', status: 'REFUSED', reason: 'Card closed' });
  const desk = await open();
  await scan(desk, ESPRESSO);
  await takeByCard(desk, '2');
  expect((await voided(desk)).notice).toMatchObject({ kind: 'declined', reason: 'Card closed' });
  goOffline();
  expect((await voided(desk)).notice?.kind).toBe('card-needs-network');
  expect(total(desk)).toBe('4.99');
  expect(await kept()).toEqual([]);
});

it('goes on giving up a basket after a reload in the middle of it, and asks the card once', async () => {
  terminal.refund.mockReturnValue(new Promise(() => undefined));
  const desk = await open();
  await scan(desk, ESPRESSO);
  await takeByCard(desk, '2');
  desk.voidBasket();
  await expect.poll(() => terminal.refund.mock.calls.length).toBe(1);
  terminal.askRefund.mockResolvedValue({ id: 'r', status: 'REFUNDED' });
  const again = await open();
  await again.settled();
  expect(terminal.refund).toHaveBeenCalledTimes(1);
  expect(again.snapshot()).toMatchObject({ basket: { lines: [] }, tenders: [] });
  expect(await kept()).toMatchObject([{ body: { tenders: [{ type: 'CARD', amount: '2.00' }] } }]);
});

it('counts in the report of the till, and in no other figure', async () => {
  const desk = await open();
  await scan(desk, ESPRESSO);
  await voided(desk);
  const stored = { ...session, openingFloat: '100', businessDate: '2026-11-22' };
  const report = localReport(stored, await journalOf(db, session.id), 'EUR', 2, { blind: false });
  expect(report.figures).toMatchObject({ voids: 1, voided: '4.99', total: '0.00', expectedCash: '100.00' });
  expect(report.voidedBaskets).toMatchObject([{ voidedByName: 'Clara', total: '4.99', taken: '0.00' }]);
  expect(disagreements(report.figures, { ...report.figures, voids: 0, voided: '0.00' })).toEqual([
    'voids',
    'voided',
  ]);
});
