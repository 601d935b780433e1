import { describe, expect, it, vi } from 'vitest';
import { amount, amountText } from '@/domain/decimal';
import { receiptOf } from '@/shared/receipt/receipt';
import { receiptLanguage } from '@/shared/receipt/receipt-language';
import { receiptRows } from '@/shared/receipt/receipt-rows';
import { TillDesk } from './till-desk';
import {
  couponLeft,
  device,
  ESPRESSO,
  HAPPY_HOUR,
  itIs,
  MILK,
  open,
  promote,
  sounds,
  terminal,
  total,
} from './till-desk-fixture';
import { pricedOf } from './till-sums';

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
    // What the server gives back is the document that was sent.
    const data = { ...device, document: pane.sale.body };
    const people = { cashierName: null, customerName: null, cardDetails: null };
    const rows = receiptRows(receiptOf({ ...data, ...people }, await receiptLanguage('GB'), 'original'));
    expect(rows.filter(({ look }) => look === 'detail').map(({ left, right }) => [left, right])).toEqual([
      ['Coffee hour', '−0.50'],
      ['Discount', '−1.00'],
    ]);
  });

  it('ends by itself when its minute comes, but never while the customer pays', async () => {
    await promote(HAPPY_HOUR);
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    await desk.settled();
    expect(total(desk)).toBe('4.49');
    desk.pay();
    await desk.settled();
    itIs('2026-11-22T10:20:00Z');
    desk.minuteTurned();
    expect(total(desk)).toBe('4.49');
    desk.back();
    await desk.settled();
    expect(total(desk)).toBe('4.99');
    itIs('2026-11-23T10:00:00Z');
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
    itIs('2026-11-22T12:00:00Z');
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
