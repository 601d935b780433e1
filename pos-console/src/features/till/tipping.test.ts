import { expect, it } from 'vitest';
import { amount } from '@/domain/decimal';
import { bought, db, ESPRESSO, letTip, MILK, open, terminal } from './till-desk-fixture';
import type { TillDesk } from './till-desk';
import { dueOf } from './till-sums';

const ring = async (desk: TillDesk, ...codes: string[]) => {
  for (const code of codes) desk.burst(code, 'search');
  await desk.settled();
};
const tip = async (desk: TillDesk, value: string) => {
  desk.askForTip();
  desk.act({ type: 'tip', tip: amount(value) });
  await desk.settled();
};
const soldBy = async (desk: TillDesk) => {
  await desk.settled();
  const { pane } = desk.snapshot();
  return pane.name === 'paid' ? pane.sale.body : null;
};
const FOR_CLARA = { recipient: { id: 'clara', name: 'Clara' } };

it('charges the tip to the card with the goods, and the total does not hold it', async () => {
  letTip();
  terminal.charge.mockResolvedValue({ id: 'p', status: 'CAPTURED', maskedCard: null });
  const desk = await open();
  await ring(desk, ESPRESSO);
  desk.pay('CARD');
  await tip(desk, '0.51');
  expect(desk.snapshot().pane).toEqual({ name: 'paying', method: 'CARD', given: '' });
  desk.confirmTender();
  expect(await soldBy(desk)).toMatchObject({
    total: '4.99',
    tenders: [{ type: 'CARD', amount: '5.50' }],
    change: '0.00',
    tip: { amount: '0.51', ...FOR_CLARA },
  });
  expect(terminal.charge).toHaveBeenCalledWith(
    expect.any(String),
    expect.objectContaining({ amount: { amount: '5.50', currency: 'EUR' } }),
  );
});

it('gives the rest of the cash back as change', async () => {
  letTip();
  const desk = await open();
  await ring(desk, ESPRESSO);
  desk.pay();
  await tip(desk, '1.01');
  desk.typed({ type: 'given', given: '10' });
  desk.confirmTender();
  expect(await soldBy(desk)).toMatchObject({ change: '4.00', tip: { amount: '1.01' } });
  await ring(desk, MILK);
  desk.pay();
  desk.confirmTender();
  expect(await soldBy(desk)).not.toHaveProperty('tip');
});

it('takes the tip across a reload, and not below what was taken for it', async () => {
  letTip();
  const desk = await open();
  await ring(desk, ESPRESSO);
  desk.pay();
  await tip(desk, '2');
  desk.typed({ type: 'given', given: '6' });
  desk.confirmTender();
  await desk.settled();
  const again = await open();
  expect(dueOf(again.snapshot())).toBe(amount('0.99'));
  again.pay();
  await tip(again, '1');
  expect(again.snapshot().tip).toBe(amount('2'));
  again.back();
  again.confirmTender();
  expect(await soldBy(again)).toMatchObject({ total: '4.99', tip: { amount: '2.00' } });
});

it('asks only where the store wants it, and gives none back with goods', async () => {
  const silent = await open();
  await ring(silent, ESPRESSO);
  silent.pay();
  silent.askForTip();
  await silent.settled();
  expect(silent.snapshot().pane.name).toBe('paying');

  await db.drafts.clear();
  letTip();
  const desk = await open();
  await ring(desk, MILK);
  desk.pay();
  await tip(desk, '1');
  desk.takeBack([bought('4.99')], null);
  await desk.settled();
  expect(dueOf(desk.snapshot())).toBe(amount('-3.70'));
  desk.pay();
  desk.askForTip();
  await desk.settled();
  expect(desk.snapshot().pane.name).toBe('paying');
  desk.confirmTender();
  const body = await soldBy(desk);
  expect(body).toMatchObject({ total: '-3.70', tenders: [{ amount: '-3.70' }] });
  expect(body).not.toHaveProperty('tip');
});
