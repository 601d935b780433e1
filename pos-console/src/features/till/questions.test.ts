import { expect, it } from 'vitest';
import { bornBy } from '@/domain/age';
import { quantityText } from '@/domain/decimal';
import { returnWithoutReceipt } from '@/domain/returning';
import { asProduct } from '@/offline/price-book';
import { db, ESPRESSO, MILK, open, shelf } from './till-desk-fixture';
import type { TillDesk } from './till-desk';

const scan = async (desk: TillDesk, ...codes: string[]) => {
  for (const code of codes) {
    desk.burst(code, 'search');
    await desk.settled();
  }
};
const type = async (desk: TillDesk, text: string) => {
  desk.typed({ type: 'text', text });
  desk.confirmSearch(null);
  await desk.settled();
};
const press = async (desk: TillDesk, key: () => void) => {
  key();
  await desk.settled();
};
const pay = (desk: TillDesk) => press(desk, () => desk.pay('CASH'));
const paneOf = (desk: TillDesk) => desk.snapshot().pane.name;
const noticeOf = (desk: TillDesk) => desk.snapshot().notice;
const lines = (desk: TillDesk) =>
  desk
    .snapshot()
    .basket.lines.map(({ name, quantity, pack }) => [
      name,
      quantityText(quantity),
      pack?.batch?.lot ?? pack?.batch?.serial ?? null,
    ]);
const sold = async (desk: TillDesk) => {
  await pay(desk);
  desk.confirmTender();
  await desk.settled();
  const { pane } = desk.snapshot();
  if (pane.name !== 'paid') throw new Error(`not paid: ${pane.name}`);
  return pane.sale.body;
};
const known = (sku: string, terms: object) => db.products.update(['berlin', sku], terms);

it('asks once for the highest age, and again only for a higher one', async () => {
  await known('ESP', { ageLimit: 16 });
  await known('MILK', { ageLimit: 18 });
  const desk = await open();
  await scan(desk, ESPRESSO);
  expect(paneOf(desk)).toBe('age');
  await pay(desk);
  expect(paneOf(desk)).toBe('age');
  await press(desk, () => desk.oldEnough());
  await scan(desk, ESPRESSO);
  expect(paneOf(desk)).toBe('selling');
  await scan(desk, MILK);
  expect(paneOf(desk)).toBe('age');
  await press(desk, () => desk.oldEnough());
  expect((await sold(desk)).ageCheck).toEqual({
    ...{ age: 18, bornBy: '2008-11-22', answeredAt: '2026-11-22T10:15:00.000Z' },
    answeredBy: { id: 'clara', name: 'Clara' },
  });
});

it('takes off what a customer is too young for, and nothing else', async () => {
  await known('ESP', { ageLimit: 16 });
  await known('MILK', { ageLimit: 18 });
  const desk = await open();
  await scan(desk, ESPRESSO);
  await press(desk, () => desk.oldEnough());
  await scan(desk, MILK);
  await press(desk, () => desk.tooYoung());
  expect(lines(desk)).toEqual([['Espresso', '1', null]]);
  expect(noticeOf(desk)).toMatchObject({ kind: 'too-young', name: 'Milk' });
  await press(desk, () => desk.act({ type: 'undo' }));
  await pay(desk);
  expect(paneOf(desk)).toBe('age');
});

it('forgets who was old enough when the basket is empty, and says nothing where no age is asked', async () => {
  await known('ESP', { ageLimit: 16 });
  const desk = await open();
  await scan(desk, ESPRESSO);
  await press(desk, () => desk.oldEnough());
  await press(desk, () => desk.act({ type: 'reduce', at: 0 }));
  await scan(desk, ESPRESSO);
  expect(paneOf(desk)).toBe('age');
  await press(desk, () => desk.tooYoung());
  await scan(desk, MILK);
  expect(await sold(desk)).not.toHaveProperty('ageCheck');
});

it('knows who was old enough when a parked basket is gone on with, here or elsewhere', async () => {
  await known('ESP', { ageLimit: 16 });
  const desk = await open();
  await scan(desk, ESPRESSO);
  await press(desk, () => desk.oldEnough());
  const { saleId, basket } = desk.snapshot();
  await press(desk, () => desk.park());
  await press(desk, () => desk.takeUp(saleId));
  await pay(desk);
  expect(paneOf(desk)).toBe('paying');
  await press(desk, () => desk.back());
  await press(desk, () => desk.park());
  const written = JSON.stringify(basket, (_, value: unknown) =>
    typeof value === 'bigint' ? { $: value.toString() } : value,
  );
  shelf.takeUp.mockResolvedValue({ customerId: null, basket: written });
  await press(desk, () =>
    desk.takeDown({ id: 'elsewhere', total: '4.99', parkedAt: '2026-11-22T10:00:00Z' }),
  );
  await pay(desk);
  expect(paneOf(desk)).toBe('paying');
});

it('counts birthdays by the calendar, a 29 February by 1 March', () => {
  expect(bornBy('2026-11-22', 18)).toBe('2008-11-22');
  expect(bornBy('2028-02-29', 18)).toBe('2010-02-28');
  expect(bornBy('2028-02-29', 16)).toBe('2012-02-29');
});

it('asks for the serial number of each piece, takes one once, and does not pay without', async () => {
  await known('MILK', { tracking: 'SERIAL' });
  const desk = await open();
  await type(desk, `2*${MILK}`);
  expect(lines(desk)).toEqual([
    ['Milk', '1', null],
    ['Milk', '1', null],
  ]);
  await scan(desk, 'SN-0001');
  await type(desk, 'SN-0001');
  expect(noticeOf(desk)).toMatchObject({ kind: 'serial-there', serial: 'SN-0001' });
  await press(desk, () => desk.back());
  await pay(desk);
  expect(paneOf(desk)).toBe('batch');
  await type(desk, 'SN-0002');
  const [line] = desk.snapshot().basket.lines;
  await press(desk, () =>
    desk.act({ type: 'set-quantity', key: line?.key ?? 0, quantity: 2000n as never, at: 0 }),
  );
  expect(noticeOf(desk)).toMatchObject({ kind: 'one-piece' });
  const { lines: written } = await sold(desk);
  expect(written.map(({ quantity, batch }) => [quantity, batch])).toEqual([
    ['1', { serial: 'SN-0001' }],
    ['1', { serial: 'SN-0002' }],
  ]);
});

it('goes on ringing up goods while it asks, and corrects a number later', async () => {
  await known('MILK', { tracking: 'SERIAL' });
  const desk = await open();
  await scan(desk, MILK, ESPRESSO, 'SN-0001');
  expect(lines(desk)).toEqual([
    ['Milk', '1', 'SN-0001'],
    ['Espresso', '1', null],
  ]);
  await press(desk, () => desk.act({ type: 'pane', pane: { name: 'batch', key: 1 } }));
  await type(desk, 'SN-0009');
  expect(lines(desk)[0]).toEqual(['Milk', '1', 'SN-0009']);
  expect(paneOf(desk)).toBe('selling');
});

it('asks for a lot, reads it from the code of the same goods, joins equal lots, and can do without', async () => {
  await known('MILK', { tracking: 'LOT' });
  const desk = await open();
  await scan(desk, MILK, 'L-7', MILK);
  expect(paneOf(desk)).toBe('batch');
  await scan(desk, `(01)0${MILK}(10)L-7`);
  expect(lines(desk)).toEqual([['Milk', '2', 'L-7']]);
  await scan(desk, MILK);
  await press(desk, () => desk.act({ type: 'leave-untold', key: 3 }));
  expect(paneOf(desk)).toBe('selling');
  expect((await sold(desk)).lines.map(({ quantity, batch }) => [quantity, batch])).toEqual([
    ['2', { lot: 'L-7' }],
    ['1', undefined],
  ]);
});

it('asks of what comes back as well, and does not let its serial number go unsaid', async () => {
  await known('MILK', { tracking: 'SERIAL' });
  const desk = await open();
  const milk = await db.products.get(['berlin', 'MILK']);
  if (!milk) throw new Error('no milk');
  const product = asProduct(milk);
  const back = { reason: 'DEFECTIVE', condition: 'DAMAGED' } as const;
  const line = returnWithoutReceipt(product, product.price, 1000n as never, [], back);
  await press(desk, () => desk.takeBack([line], null));
  expect(paneOf(desk)).toBe('batch');
  await press(desk, () => desk.act({ type: 'leave-untold', key: 1 }));
  expect(paneOf(desk)).toBe('batch');
  await scan(desk, 'SN-0001');
  expect((await sold(desk)).lines[0]).toMatchObject({ quantity: '-1', batch: { serial: 'SN-0001' } });
});
