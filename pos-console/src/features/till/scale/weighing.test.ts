import { expect, it } from 'vitest';
import { parseQuantity, quantityText, type Quantity } from '@/domain/decimal';
import { plainly } from '@/domain/scanned';
import { isUnweighed, readWeight } from '@/domain/weighing';
import type { StoredProduct } from '@/offline/database';
import { asProduct } from '@/offline/price-book';
import type { TillDesk } from '../till-desk';
import { db, ESPRESSO, MILK, open, sounds, total } from '../till-desk-fixture';

const ring = async (desk: TillDesk, ...codes: string[]) => {
  for (const code of codes) desk.burst(code, 'search');
  await desk.settled();
};
const type = async (desk: TillDesk, text: string) => {
  desk.typed({ type: 'text', text });
  desk.confirmSearch(null);
  await desk.settled();
};
const paneOf = (desk: TillDesk) => desk.snapshot().pane.name;
const weights = (desk: TillDesk) =>
  desk.snapshot().basket.lines.map(({ sku, quantity }) => `${sku} ${quantityText(quantity)}`);

const goods = async (id: string) => asProduct((await db.products.get(['berlin', id])) as StoredProduct);

/** Milk is sold by weight, at 1.29 a kilogram. */
async function openByWeight() {
  await db.products.update(['berlin', 'MILK'], { unit: 'KG' });
  return open();
}

it('asks what goods weigh, and each weighing is a line of its own', async () => {
  const desk = await openByWeight();
  await ring(desk, MILK);
  expect([paneOf(desk), weights(desk)]).toEqual(['weigh', []]);
  desk.weigh(parseQuantity('0.482') as Quantity);
  await desk.settled();
  expect([paneOf(desk), total(desk)]).toEqual(['selling', '0.62']);
  desk.sell(await goods('MILK'));
  await type(desk, '1,5');
  expect(weights(desk)).toEqual(['MILK 0.482', 'MILK 1.5']);
  expect(sounds.added).toHaveBeenCalledTimes(2);
});

it('never takes for a weight what is none', async () => {
  const desk = await openByWeight();
  await ring(desk, MILK);
  for (const none of ['482', '0', 'pears', '0.4825']) {
    await type(desk, none);
    const { pane, notice, text } = desk.snapshot();
    expect([none, pane.name, notice?.kind, text]).toEqual([none, 'weigh', 'not-a-weight', none]);
  }
  await type(desk, '');
  expect([paneOf(desk), weights(desk)]).toEqual(['weigh', []]);
  desk.back();
  await desk.settled();
  expect(paneOf(desk)).toBe('selling');
});

it('rings up what is scanned meanwhile, and still asks', async () => {
  const desk = await openByWeight();
  await ring(desk, MILK, ESPRESSO);
  expect([paneOf(desk), weights(desk)]).toEqual(['weigh', ['ESP 1']]);
  await ring(desk, '0.25');
  expect([paneOf(desk), weights(desk)]).toEqual(['selling', ['ESP 1', 'MILK 0.25']]);
});

it('does not ask what was keyed before, or what a code says', async () => {
  const desk = await openByWeight();
  await ring(desk, `0.75*${MILK}`);
  expect(weights(desk)).toEqual(['MILK 0.75']);
  await ring(desk, `01${MILK.padStart(14, '0')}3103001000`);
  expect([paneOf(desk), weights(desk).at(-1)]).toEqual(['selling', 'MILK 1']);
  const milk = await goods('MILK');
  expect([isUnweighed(plainly(milk)), isUnweighed(plainly(milk, 500n as Quantity))]).toEqual([true, false]);
});

it('asks nothing of goods by the piece', async () => {
  const desk = await openByWeight();
  desk.sell(await goods('ESP'));
  await desk.settled();
  expect(weights(desk)).toEqual(['ESP 1']);
  expect(readWeight('99.999')).toBe(99_999n);
  expect(readWeight('100')).toBeNull();
});
