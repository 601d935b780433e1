import { describe, expect, it } from 'vitest';
import { amount } from '@/domain/decimal';
import { db, ESPRESSO, MILK, open, sounds, total } from './till-desk-fixture';

describe('the till', () => {
  it('sells by scan, scan, scan, Enter, Enter', async () => {
    const desk = await open();
    for (const code of [ESPRESSO, MILK, ESPRESSO]) desk.burst(code, 'search');
    desk.confirmSearch(null);
    desk.confirmTender();
    desk.confirmTender();
    await desk.settled();
    const { pane } = desk.snapshot();
    expect(pane).toMatchObject({
      name: 'paid',
      sale: { receiptNumber: 1, body: { total: '11.27', change: '0.00' } },
    });
    expect(sounds.added).toHaveBeenCalledTimes(3);
  });

  it('gives change for the amount typed, and starts the next sale with the next scan', async () => {
    const desk = await open();
    desk.burst(MILK, 'search');
    desk.pay();
    await desk.settled();
    desk.typed({ type: 'given', given: '5' });
    desk.confirmTender();
    await desk.settled();
    expect(desk.snapshot().pane).toMatchObject({ name: 'paid', sale: { body: { change: '3.71' } } });
    desk.burst(ESPRESSO, 'search');
    await desk.settled();
    expect(desk.snapshot().pane.name).toBe('selling');
    expect(total(desk)).toBe('4.99');
  });

  it('takes digits and a star as the quantity of the next scan only', async () => {
    const desk = await open();
    desk.typed({ type: 'text', text: '3' });
    expect(desk.star()).toBe(true);
    desk.burst(MILK, 'search');
    desk.burst(MILK, 'search');
    desk.burst(`2*${ESPRESSO}`, 'search');
    await desk.settled();
    expect(desk.snapshot().basket.lines.map((line) => [line.sku, line.quantity])).toEqual([
      ['MILK', 4_000n],
      ['ESP', 2_000n],
    ]);
  });

  it('reads a code that a pause cut in two, and gives back what was typed before a scan', async () => {
    const desk = await open();
    desk.burst(ESPRESSO.slice(3), 'search', ESPRESSO.slice(0, 3));
    desk.burst(MILK, 'search', 'che');
    await desk.settled();
    expect(desk.snapshot().basket.lines.map((line) => line.sku)).toEqual(['ESP', 'MILK']);
    expect(desk.snapshot().text).toBe('che');
  });

  it('takes two codes glued together as two scans', async () => {
    const desk = await open();
    desk.burst(ESPRESSO + MILK, 'search');
    await desk.settled();
    expect(total(desk)).toBe('6.28');
  });

  it('says which code it does not know, sounds different and changes nothing', async () => {
    const desk = await open();
    desk.burst(MILK, 'search');
    desk.burst('9999999999994', 'search');
    await desk.settled();
    expect(desk.snapshot().notice).toMatchObject({ kind: 'unknown-code', code: '9999999999994' });
    expect(total(desk)).toBe('1.29');
    expect(sounds.refused).toHaveBeenCalledTimes(1);
  });

  it('says of a code it does not know yet that the goods are still coming', async () => {
    const key = 'price-book:berlin';
    await db.keep(key, { ...(await db.setting<object>(key)), complete: false });
    const desk = await open();
    desk.burst('9999999999994', 'search');
    await desk.settled();
    expect(desk.snapshot().notice).toMatchObject({ kind: 'goods-loading', code: '9999999999994' });
  });

  it('takes words typed fast as words, and an amount typed fast as an amount', async () => {
    const desk = await open();
    desk.burst('espresso', 'search');
    await desk.settled();
    expect(total(desk)).toBe('4.99');
    desk.pay();
    await desk.settled();
    desk.burst('10.00', 'given');
    await desk.settled();
    expect(desk.snapshot().pane).toMatchObject({ name: 'paid', sale: { body: { change: '5.01' } } });
  });

  it('puts goods scanned while paying into the basket', async () => {
    const desk = await open();
    desk.burst(MILK, 'search');
    desk.pay();
    await desk.settled();
    desk.burst(ESPRESSO, 'given');
    await desk.settled();
    expect(desk.snapshot().pane.name).toBe('selling');
    expect(total(desk)).toBe('6.28');
  });

  it('finds the basket again after a reload', async () => {
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    desk.burst(MILK, 'search');
    await desk.settled();
    const again = await open();
    expect(total(again)).toBe('6.28');
    expect(again.snapshot().saleId).toBe(desk.snapshot().saleId);
  });

  it('explains the chosen line, then the basket, while the sale goes on', async () => {
    const desk = await open();
    desk.why();
    await desk.settled();
    expect(desk.snapshot().pane.name).toBe('selling');
    desk.burst(ESPRESSO, 'search');
    desk.burst(MILK, 'search');
    desk.why();
    desk.act({ type: 'walk', step: -1 });
    await desk.settled();
    expect(desk.snapshot()).toMatchObject({ pane: { name: 'why', of: 'line' }, basket: { selected: 1 } });
    desk.why();
    await desk.settled();
    expect(desk.snapshot().pane).toEqual({ name: 'why', of: 'basket' });
    desk.confirmSearch(null);
    desk.why();
    await desk.settled();
    expect(desk.snapshot().pane.name).toBe('paying');
  });

  it('takes a discount off the chosen line, then off the basket, and undoes it', async () => {
    const desk = await open();
    desk.discount();
    await desk.settled();
    expect(desk.snapshot().notice?.kind).toBe('nothing-to-discount');
    desk.burst(ESPRESSO, 'search');
    desk.discount();
    await desk.settled();
    expect(desk.snapshot().pane).toEqual({ name: 'discount', of: 'line' });
    desk.act({ type: 'discount-line', key: 1, discount: { percent: amount('10') } });
    await desk.settled();
    expect(total(desk)).toBe('4.49');
    desk.discount();
    desk.discount();
    await desk.settled();
    expect(desk.snapshot().pane).toEqual({ name: 'discount', of: 'basket' });
    desk.act({ type: 'discount-basket', discount: { amount: amount('1') } });
    await desk.settled();
    expect(total(await open())).toBe('3.49');
    desk.pay();
    desk.confirmTender();
    await desk.settled();
    expect(desk.snapshot().pane).toMatchObject({
      sale: { body: { total: '3.49', lines: [{ discount: '1.50', amount: '3.49' }] } },
    });
  });

  it('undoes what was taken out', async () => {
    const desk = await open();
    desk.burst(ESPRESSO, 'search');
    desk.act({ type: 'reduce', at: 1 });
    await desk.settled();
    expect(desk.snapshot().basket.lines).toEqual([]);
    desk.act({ type: 'undo' });
    await desk.settled();
    expect(total(desk)).toBe('4.99');
  });
});
