import { describe, expect, it, vi } from 'vitest';
import { parkedSalesOf } from '@/offline/parked-sales';
import { Problem, Unreachable } from '@/shared/http/problem';
import type { Payment } from '@/shared/http/shapes';
import { type CardAttempt, CardWatch, moveOnce } from './card-payment';
import { db, ESPRESSO, MILK, open, terminal, total } from './till-desk-fixture';

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
