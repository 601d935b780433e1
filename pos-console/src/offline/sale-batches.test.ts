import { beforeEach, expect, it } from 'vitest';
import { NotSignedIn, Problem, Unreachable } from '@/shared/http/problem';
import { db, device, sale } from './offline-fixture';
import { outboxSummary } from './outbox';
import { SaleBatches, type SaleBatch } from './sale-batches';
import { keepSale } from './sale-journal';
import { drain, dueNow } from './sending';
import { closeTill, openTill } from './till-device';

const journeys: string[] = [];
let stored = new Map<string, string>();
let fails: ((batch: SaleBatch) => Error | null) | null = null;
let failsAt: ((id: string) => Problem | null) | null = null;
let now = 1_800_000_000_000;

/** Stores each id once, as the server does, and may lose the answer. */
const post = (batch: SaleBatch): Promise<unknown> => {
  journeys.push(batch.sales.map(({ id }) => id).join(' '));
  const results = batch.sales.map(({ id, document }) => {
    const problem = failsAt?.(id);
    if (problem) {
      const { status, title, message } = problem;
      return {
        id,
        outcome: 'REFUSED',
        receipt: null,
        problem: { status, title, detail: message, errors: [] },
      };
    }
    const known = stored.get(id);
    stored.set(id, JSON.stringify(document));
    return { id, outcome: known === undefined ? 'STORED' : 'STORED_BEFORE', receipt: {}, problem: null };
  });
  const failure = fails?.(batch);
  return failure ? Promise.reject(failure) : Promise.resolve({ results });
};
const put = (path: string, body: unknown): Promise<unknown> => {
  const id = path.split('/').at(-1) ?? '';
  journeys.push(`single ${id}`);
  const problem = failsAt?.(id);
  if (problem) return Promise.reject(problem);
  stored.set(id, JSON.stringify(body));
  return Promise.resolve({});
};
const drained = (batches: SaleBatches) =>
  drain(
    db,
    put,
    () => now,
    () => 1,
    batches,
  );
const sales = async (from: number, to: number) => {
  for (let at = from; at <= to; at++) await keepSale(db, sale(`s${at}`));
};
const names = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `s${from + at}`).join(' ');

beforeEach(() => {
  journeys.splice(0);
  stored = new Map();
  fails = failsAt = null;
});

it('sends a backlog 50 at a time, and single what is not one', async () => {
  await sales(1, 103);
  expect(await drained(new SaleBatches(post))).toBeNull();
  expect(journeys).toEqual([names(1, 50), names(51, 100), 'single s101', 'single s102', 'single s103']);
  expect(await outboxSummary(db)).toEqual({ waiting: 0, waitingSince: null, rejected: 0 });
});

it('keeps the order: a session before its sales, what comes back behind what was sold, the closing last', async () => {
  const session = await openTill(db, device, {
    ...{ openingFloat: '100.00', businessDate: '2026-11-22', openedAt: '2026-11-22T08:00:00Z' },
  });
  await sales(1, 6);
  const lines = [{ lineNo: 1, returnOf: { saleId: 's6', lineNo: 1 } }];
  const back = sale('r1');
  await keepSale(db, { ...back, document: { ...back.document, lines } as unknown as typeof back.document });
  await sales(7, 12);
  await closeTill(db, session, { amount: '104.99', count: null }, { closedAt: '2026-11-22T20:00:00Z' });
  await drained(new SaleBatches(post));
  expect(journeys).toEqual([
    `single ${session.id}`,
    names(1, 6),
    'single r1',
    names(7, 12),
    'single closing',
  ]);
});

it('keeps a batch below half a megabyte', async () => {
  for (let at = 1; at <= 12; at++) {
    const made = sale(`s${at}`);
    const long = { ...made.document, externalReference: 'é'.repeat(50_000) };
    await keepSale(db, { ...made, document: long });
  }
  await drained(new SaleBatches(post));
  expect(journeys.slice(0, 2)).toEqual([names(1, 4), names(5, 8)]);
  expect(stored.size).toBe(12);
});

it('sets aside the one that is refused and takes the others', async () => {
  await sales(1, 8);
  failsAt = (id) =>
    id === 's3' ? new Problem(422, { title: 'Does not add up', detail: 'The total is 5.00.' }) : null;
  expect(await drained(new SaleBatches(post))).toBeNull();
  expect(await db.outbox.get({ path: '/api/sales/s3' })).toMatchObject({
    state: 'rejected',
    problem: { title: 'Does not add up', detail: 'The total is 5.00.', status: 422 },
  });
  expect(await outboxSummary(db)).toMatchObject({ waiting: 0, rejected: 1 });
  expect(stored.size).toBe(7);
});

it('sends the same again where the answer was lost, and stores each once', async () => {
  await sales(1, 20);
  let lost = 3;
  fails = () => (lost-- > 0 ? new Unreachable() : null);
  const batches = new SaleBatches(post);
  for (let round = 0; round < 4; round++) {
    await dueNow(db);
    await drained(batches);
  }
  expect(journeys).toEqual([names(1, 20), names(1, 20), names(1, 20), names(1, 20)]);
  expect(stored.size).toBe(20);
  expect(await outboxSummary(db)).toMatchObject({ waiting: 0 });
});

it('tries with fewer where none gets through in time, and with more again when they do', async () => {
  await sales(1, 60);
  const sizes: number[] = [];
  fails = (batch) => {
    sizes.push(batch.sales.length);
    return batch.sales.length > 15 ? new Unreachable(new DOMException('', 'TimeoutError')) : null;
  };
  const batches = new SaleBatches(post);
  for (let round = 0; round < 3; round++) {
    await dueNow(db);
    await drained(batches);
  }
  expect(sizes.slice(0, 4)).toEqual([50, 25, 12, 24]);
});

it('waits its turn where the server is asked too much at once, and does not send one by one instead', async () => {
  await sales(1, 20);
  let full = true;
  fails = () => (full ? new Problem(429, { title: 'Not your turn', detail: 'Wait.' }, '10') : null);
  const batches = new SaleBatches(post);
  expect(await drained(batches)).toBe(11_000);
  expect(journeys).toEqual([names(1, 20)]);
  full = false;
  now += 11_000;
  await drained(batches);
  expect(journeys).toEqual([names(1, 20), names(1, 20)]);
});

it.each([
  ['an older server', new Problem(404)],
  ['a fault', new Problem(500)],
  ['a proxy in between', new Problem(413)],
])('sends one by one for a minute where batches as such fail: %s', async (_, problem) => {
  await sales(1, 6);
  fails = () => problem;
  const batches = new SaleBatches(post);
  expect(await drained(batches)).toBeNull();
  expect(journeys).toEqual([
    names(1, 6),
    ...names(1, 6)
      .split(' ')
      .map((id) => `single ${id}`),
  ]);
  fails = null;
  now += 60_000;
  await sales(7, 12);
  await drained(batches);
  expect(journeys.at(-1)).toBe(names(7, 12));
});

it('finds the one that the server fails at among many, and goes on past it', async () => {
  await sales(1, 60);
  failsAt = (id) => (id === 's7' ? new Problem(500) : null);
  fails = (batch) => (batch.sales.some(({ id }) => id === 's7') ? new Problem(500) : null);
  const batches = new SaleBatches(post);
  for (let round = 0; round < 6; round++) now += (await drained(batches)) ?? 0;
  expect(await outboxSummary(db)).toMatchObject({ waiting: 1, rejected: 0 });
  expect((await db.outbox.get({ path: '/api/sales/s7' }))?.stuckSince).toBeTypeOf('string');
});

it('waits for a new sign-in with all of it', async () => {
  await sales(1, 6);
  fails = () => new NotSignedIn();
  await drained(new SaleBatches(post));
  expect(await outboxSummary(db)).toMatchObject({ waiting: 6, rejected: 0 });
});

it('sends one by one what is answered with something else', async () => {
  await sales(1, 6);
  const odd = new SaleBatches(() => Promise.resolve({ results: [{ id: 's1', outcome: 'STORED' }] }));
  expect(await drained(odd)).toBeNull();
  expect(journeys.every((journey) => journey.startsWith('single'))).toBe(true);
  expect(stored.size).toBe(6);
});
