import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ConsoleDatabase, type PrinterState } from '../database';
import type { Connection, Progress } from './connection';
import { directConnection } from './direct';
import { addPrintJob, openPrintJobs, printOpenJobs, settleInterrupted } from './print-queue';

let db: ConsoleDatabase;
let databases = 0;
const BYTES = Uint8Array.of(27, 64);
const NOW = new Date('2026-11-22T10:00:00Z');

beforeEach(() => {
  db = new ConsoleDatabase(`printing-${++databases}`);
});

const add = (id: string, at = NOW) =>
  addPrintJob(db, { id, saleId: 'sale', kind: 'original', document: BYTES }, at);
const states = async () =>
  (await db.printJobs.orderBy('queuedAt').toArray()).map(({ id, state, held }) => [id, state, held]);

/** A bridge that answers for each job what it is told to. */
function bridge(answer: (id: string) => Progress) {
  const print = vi.fn((id: string) => Promise.resolve(answer(id)));
  return { connection: { remembersIds: true, print, openDrawer: () => Promise.resolve(true) }, print };
}

describe('a receipt on its way to the printer', () => {
  it('is kept until it is on paper, and then forgotten but for its id', async () => {
    let printer: PrinterState = 'OUT_OF_PAPER';
    const { connection } = bridge(() => ({
      state: printer === 'READY' ? 'printed' : 'waiting',
      printer,
    }));
    await add('one');
    expect(await printOpenJobs(db, connection)).toBe(false);
    expect(await states()).toEqual([['one', 'handed-over', 'OUT_OF_PAPER']]);
    printer = 'READY';
    expect(await printOpenJobs(db, connection)).toBe(true);
    expect(await states()).toEqual([['one', 'printed', null]]);
    expect((await db.printJobs.get('one'))?.document).toBeNull();
    await add('one');
    expect(await openPrintJobs(db)).toEqual([]);
  });

  it('waits on the device while no bridge answers, and keeps its place in the line', async () => {
    let answers = false;
    const { connection, print } = bridge(() =>
      answers ? { state: 'printed', printer: 'READY' } : { state: 'waiting', printer: 'NO_BRIDGE' },
    );
    await add('first');
    await add('second', new Date(NOW.getTime() + 1));
    await printOpenJobs(db, connection);
    expect(await states()).toEqual([
      ['first', 'waiting', 'NO_BRIDGE'],
      ['second', 'waiting', 'NO_BRIDGE'],
    ]);
    answers = true;
    print.mockClear();
    await printOpenJobs(db, connection);
    expect(print.mock.calls.map(([id]) => id)).toEqual(['first', 'second']);
  });

  it('is never sent again by itself when a printer without memory went away in the middle', async () => {
    const send = vi.fn(() => Promise.reject(new Error('unplugged')));
    const connection: Connection = directConnection(() => Promise.resolve(send), BYTES);
    await add('one');
    await printOpenJobs(db, connection);
    await printOpenJobs(db, connection);
    expect(send).toHaveBeenCalledTimes(1);
    expect(await states()).toEqual([['one', 'uncertain', null]]);
  });

  it('that was being sent when the app stopped is not sent again', async () => {
    await add('one');
    await db.printJobs.update('one', { state: 'sending' });
    await settleInterrupted(db);
    expect(await states()).toEqual([['one', 'uncertain', null]]);
  });

  it('waits for a printer that is not there, and nothing behind it overtakes it', async () => {
    const open = vi.fn(() => Promise.resolve(null));
    await add('first');
    await add('second', new Date(NOW.getTime() + 1));
    expect(await printOpenJobs(db, directConnection(open, BYTES))).toBe(false);
    expect(open).toHaveBeenCalledTimes(1);
    expect(await states()).toEqual([
      ['first', 'waiting', 'GONE'],
      ['second', 'waiting', null],
    ]);
  });
});
