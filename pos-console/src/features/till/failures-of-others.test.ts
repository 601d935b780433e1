import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { ConsoleDatabase } from '@/offline/database';
import { parkedSalesOf } from '@/offline/parked-sales';
import { closeTill, openTill } from '@/offline/till-device';
import { db, device, ESPRESSO, itIs, MILK, open, sold, total } from './till-desk-fixture';
import type { TillDesk } from './till-desk';

// What other tills are known to have got wrong, each under the number it was reported by; the list is in docs/architecture/offline.md.
afterEach(() => vi.restoreAllMocks());

const scan = async (desk: TillDesk, code: string) => {
  desk.burst(code, 'search');
  await desk.settled();
};
const pay = async (desk: TillDesk) => {
  desk.pay('CASH');
  await desk.settled();
  desk.confirmTender();
  await desk.settled();
};

it('a paid sale is never only in memory: another connection finds it when it is said to be paid (odoo 267799)', async () => {
  const desk = await open();
  await scan(desk, ESPRESSO);
  const seen: Promise<number>[] = [];
  desk.subscribe(() => {
    if (desk.snapshot().pane.name !== 'paid' || seen.length > 0) return;
    const beside = new ConsoleDatabase(db.name);
    seen.push(beside.outbox.count().finally(() => beside.close()));
  });
  await pay(desk);
  expect(await Promise.all(seen)).toEqual([1]);
});

it('nothing is printed and no drawer opens for a sale that was not kept; the basket and its money stay (odoo 60939)', async () => {
  const desk = await open();
  await scan(desk, ESPRESSO);
  const full = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
  await pay(desk).catch(() => undefined);
  await vi.waitFor(() => expect(desk.snapshot().tenders).toHaveLength(1));
  expect(desk.snapshot().notice).toMatchObject({ kind: 'storage-full' });
  expect([total(desk), sold.mock.calls, await db.outbox.count()]).toEqual(['4.99', [], 0]);
  vi.restoreAllMocks();
  desk.confirmTender();
  await vi.waitFor(() => expect(desk.snapshot().pane.name).toBe('paid'));
  expect(desk.snapshot().pane).toMatchObject({ name: 'paid', sale: { receiptNumber: 1 } });
  expect(sold).toHaveBeenCalledOnce();
});

it('what is parked is still there after the till was closed and opened again (odoo 16151)', async () => {
  const opened = await openTill(db, device, {
    ...{ openingFloat: '100.00', businessDate: '2026-11-22', openedAt: '2026-11-22T08:00:00Z' },
  });
  const desk = await open();
  await scan(desk, MILK);
  desk.park();
  await desk.settled();
  await closeTill(db, opened, { amount: '100.00', count: null }, { closedAt: '2026-11-22T18:00:00Z' });
  await openTill(db, device, {
    ...{ openingFloat: '100.00', businessDate: '2026-11-23', openedAt: '2026-11-23T08:00:00Z' },
  });
  expect(await parkedSalesOf(db, device.till.id)).toHaveLength(1);
});

it.each([
  ['2026-11-22T17:01:00Z', '2026-11-22'],
  ['2026-11-22T22:59:00Z', '2026-11-22'],
  ['2026-11-23T02:59:00Z', '2026-11-22'],
  ['2026-11-23T03:00:00Z', '2026-11-23'],
])(
  'a sale after 18:00 is of the day on which it was made, until the shop’s own hour (%s)',
  async (instant, day) => {
    itIs(instant);
    const desk = await open();
    await scan(desk, ESPRESSO);
    await pay(desk);
    expect(desk.snapshot().pane).toMatchObject({ name: 'paid', sale: { body: { businessDate: day } } });
  },
);
