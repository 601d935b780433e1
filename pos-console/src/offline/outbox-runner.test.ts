import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem, Unreachable } from '@/shared/http/problem';
import { db, sale } from './offline-fixture';
import { runOutbox } from './outbox-runner';
import { outboxSummary } from './outbox';
import { keepSale } from './sale-journal';
import { keepVoid } from './voids';

/** Web Locks as browsers have them: one holder at a time, the next in line after it. */
class Locks {
  private held: Promise<unknown> = Promise.resolve();
  request(_: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>): Promise<void> {
    const turn = this.held.then(() => (signal.aborted ? undefined : hold()));
    this.held = turn.catch(() => undefined);
    return turn;
  }
}

const running: (() => void)[] = [];
const sent: string[] = [];
const send = (path: string) => {
  sent.push(path.split('/').at(-1) ?? '');
  return Promise.resolve({});
};
const run = (how: typeof send = send) => {
  const stop = runOutbox(
    db,
    how,
    () => Promise.resolve({ results: [] }),
    () => Promise.reject(new Problem(404)),
  );
  running.push(stop);
  return stop;
};

beforeEach(() => {
  sent.splice(0);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', { locks: new Locks() });
  vi.stubGlobal('reportError', vi.fn());
});
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

it('sends from one of two tabs, each thing once, and the other goes on when it is closed (odoo 152259)', async () => {
  const closeFirst = run();
  run();
  await Promise.all(['s1', 's2', 's3'].map((id) => keepSale(db, sale(id))));
  await vi.waitFor(async () => expect(await outboxSummary(db)).toMatchObject({ waiting: 0 }));
  expect([...sent].sort()).toEqual(['s1', 's2', 's3']);

  closeFirst();
  await keepSale(db, sale('s4'));
  await vi.waitFor(async () => expect(await outboxSummary(db)).toMatchObject({ waiting: 0 }));
  expect(sent.slice(3)).toEqual(['s4']);
});

it('wakes for what is added while other things wait for the end of a pause', async () => {
  await keepSale(db, sale('s1'));
  run((path) => (path.endsWith('s1') ? Promise.reject(new Unreachable()) : send(path)));
  await vi.waitFor(async () => expect((await db.outbox.get({ id: 's1' }))?.attempts).toBe(1));
  await keepSale(db, sale('elsewhere', 'berlin-2'));
  await vi.waitFor(() => expect(sent).toEqual(['elsewhere']), 400);
});

it('says nothing of a void that may still be taken back, and sends it as soon as it stands', async () => {
  run();
  const voidedAt = new Date(Date.now() - 14_600).toISOString();
  const body = {
    saleId: 's1',
    voidedAt,
    lines: [],
    total: '4.99',
    tenders: [],
    doneBy: { id: 'c', name: 'C' },
  };
  await keepVoid(db, { id: 'session-1', tillId: 'berlin-1' }, 'void', body, true);
  expect(await outboxSummary(db)).toEqual({ waiting: 0, waitingSince: null, rejected: 0 });
  expect(sent).toEqual([]);
  await vi.waitFor(() => expect(sent).toEqual(['void']), 2_000);
});

it('goes on after the device itself failed', async () => {
  await keepSale(db, sale('s1'));
  const broken = vi.spyOn(db.outbox, 'bulkGet').mockRejectedValue(new Error('disk'));
  run();
  await vi.waitFor(() => expect(reportError).toHaveBeenCalled());
  broken.mockRestore();
  await keepSale(db, sale('s2'));
  await vi.waitFor(async () => expect(await outboxSummary(db)).toMatchObject({ waiting: 0 }));
  expect([...new Set(sent)].sort()).toEqual(['s1', 's2']);
});
