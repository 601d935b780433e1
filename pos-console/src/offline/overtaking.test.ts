import { describe, expect, it } from 'vitest';
import { Problem, Unreachable } from '@/shared/http/problem';
import type { OutboxEntry } from './database';
import { db, device, sale } from './offline-fixture';
import { outboxSummary } from './outbox';
import { sendAgain, setAside } from './outbox-entries';
import { dependsOn } from './overtaking';
import { keepSale } from './sale-journal';
import { drain } from './sending';
import { closeTill, openTill } from './till-device';

/** A server that fails at some documents for as long as it is not mended, and a clock that only pauses move. */
class Server {
  readonly took: string[] = [];
  readonly asked: string[] = [];
  now = 1_800_000_000_000;
  down = false;
  readonly failsAt: Set<string>;

  constructor(...failsAt: string[]) {
    this.failsAt = new Set(failsAt);
  }

  private readonly send = (path: string): Promise<unknown> => {
    const name = nameOf(path);
    this.asked.push(name);
    if (this.down) return Promise.reject(new Unreachable());
    if (this.failsAt.has(name))
      return Promise.reject(new Problem(500, { title: 'Our mistake', detail: `It broke at ${name}.` }));
    this.took.push(name);
    return Promise.resolve({});
  };

  readonly drain = () =>
    drain(
      db,
      this.send,
      () => this.now,
      () => 1,
    );

  /** Lets the time of a few pauses pass. */
  async wait(pauses: number): Promise<void> {
    for (let pause = 0; pause < pauses; pause++) this.now += (await this.drain()) ?? 0;
    await this.drain();
  }
}

const nameOf = (path: string) =>
  path
    .replace(/^\/api\/(sales|till-sessions)\//, '')
    .split('/')
    .filter((part) => part.length < 30)
    .join('/') || 'opening';
const opening = { openingFloat: '100.00', businessDate: '2026-11-22', openedAt: '2026-11-22T08:00:00Z' };
const entryOf = async (id: string) => (await db.outbox.get({ path: `/api/sales/${id}` })) as OutboxEntry;

describe('a document that the server fails at', () => {
  it('lets pass what does not depend on it, once the server has taken others three times', async () => {
    const server = new Server('s1');
    for (let at = 1; at <= 20; at++) await keepSale(db, sale(`s${at}`));
    await server.wait(2);
    expect(server.took).toHaveLength(19);
    expect(server.asked.filter((name) => name === 's1')).toHaveLength(3);
    expect(await entryOf('s1')).toMatchObject({
      state: 'queued',
      attempts: 3,
      problem: { title: 'Our mistake', detail: 'It broke at s1.' },
    });
    expect((await entryOf('s1')).stuckSince).toBeTypeOf('string');
    expect(await outboxSummary(db)).toMatchObject({ waiting: 1, rejected: 0 });
  });

  it('is tried again at growing pauses of up to a quarter of an hour, with its words, and arrives once it can', async () => {
    const server = new Server('s1');
    for (const id of ['s1', 's2', 's3', 's4']) await keepSale(db, sale(id));
    await server.wait(1);
    await keepSale(db, sale('s5'));
    await server.wait(1);
    await keepSale(db, sale('s6'));
    const pauses: (number | null)[] = [];
    for (let round = 0; round < 8; round++) {
      const due = await server.drain();
      pauses.push(due);
      server.now += due ?? 0;
    }
    expect(pauses.slice(1)).toEqual([30_000, 60_000, 120_000, 240_000, 480_000, 900_000, 900_000]);
    server.down = true;
    await server.drain();
    expect((await entryOf('s1')).problem?.detail).toBe('It broke at s1.');
    server.down = false;
    server.failsAt.clear();
    await server.wait(1);
    expect(await entryOf('s1')).toMatchObject({ state: 'accepted', stuckSince: null, problem: null });
  });

  it('is passed by nothing while the server takes nothing else either', async () => {
    const server = new Server('s1', 's2', 's3', 's4', 's5');
    for (const id of ['s1', 's2', 's3', 's4', 's5']) await keepSale(db, sale(id));
    await server.wait(12);
    expect(server.asked).not.toContain('s5');
    expect((await db.outbox.toArray()).filter(({ stuckSince }) => stuckSince)).toEqual([]);
    server.failsAt.clear();
    await server.wait(1);
    expect(server.took).toEqual(['s1', 's2', 's3', 's4', 's5']);
  });

  it('is not passed while there is no network', async () => {
    const server = new Server();
    server.down = true;
    for (const id of ['s1', 's2', 's3', 's4', 's5']) await keepSale(db, sale(id));
    await server.wait(12);
    expect(server.asked).not.toContain('s5');
  });

  it('is passed by none of what depends on it: what comes back of it, a further one of that, its closing, the next opening', async () => {
    const server = new Server('s1');
    const session = await openTill(db, device, opening);
    const of = (id: string, takesBack?: string) => inSession(session.id, id, takesBack);
    for (const id of ['s1', 's2', 's3', 's4']) await keepSale(db, of(id));
    await keepSale(db, of('r1', 's1'));
    await keepSale(db, of('r2', 'r1'));
    await keepSale(db, of('r3', 's2'));
    await keepSale(db, of('s5'));
    await closeTill(db, session, { amount: '104.99', count: null }, { closedAt: '2026-11-22T20:00:00Z' });
    const next = await openTill(db, device, { ...opening, openedAt: '2026-11-23T08:00:00Z' });
    await keepSale(db, inSession(next.id, 's6'));
    await server.wait(6);
    expect(server.took).toEqual(['opening', 's2', 's3', 's4', 'r3', 's5']);
    server.failsAt.clear();
    await server.wait(2);
    expect(server.took.slice(6)).toEqual(['s1', 'r1', 'r2', 'closing', 'opening', 's6']);
  });

  it('holds up all of its session where it is the opening, and nothing of another', async () => {
    const server = new Server('opening');
    const session = await openTill(db, device, opening);
    await keepSale(db, inSession(session.id, 's1'));
    await keepSale(db, sale('of no session'));
    await server.wait(8);
    expect(server.took).toEqual(['of no session']);
  });

  it('holds up the hand-over behind a movement of cash, which counts what has arrived', () => {
    const entry = (seq: number, kind: OutboxEntry['kind']) =>
      ({ seq, kind, tillSessionId: 'session', tillId: 'till', body: {} }) as OutboxEntry;
    const kinds = ['sale', 'cash-movement', 'hand-over', 'void', 'closing'] as const;
    const waitsFor = (earlier: OutboxEntry['kind']) =>
      kinds.filter((kind) => dependsOn(entry(2, kind), entry(1, earlier)));
    expect(waitsFor('cash-movement')).toEqual(['hand-over', 'closing']);
    expect(waitsFor('sale')).toEqual(['hand-over', 'closing']);
    expect(waitsFor('void')).toEqual(['hand-over', 'closing']);
    expect(waitsFor('hand-over')).toEqual([...kinds]);
    expect(waitsFor('till-session')).toEqual([...kinds]);
  });

  it('holds up a deposit that is paid with behind the one that was taken', async () => {
    const server = new Server('taken');
    for (const id of ['taken', 's1', 'spent', 'other']) await keepSale(db, withDeposit(id));
    await server.wait(8);
    expect(server.took).toEqual(['s1', 'other']);
  });

  it('can be set aside by a person: then what waits for it goes without it, and it stays until it is sent again', async () => {
    const server = new Server('s1');
    const session = await openTill(db, device, opening);
    for (const id of ['s1', 's2', 's3']) await keepSale(db, inSession(session.id, id));
    await closeTill(db, session, { amount: '104.99', count: null }, { closedAt: '2026-11-22T20:00:00Z' });
    await server.wait(5);
    expect(server.took).not.toContain('closing');
    const { seq } = await entryOf('s1');
    await setAside(db, seq);
    await server.wait(1);
    expect(server.took).toContain('closing');
    expect(await entryOf('s1')).toMatchObject({ state: 'rejected', problem: { detail: 'It broke at s1.' } });
    expect(await outboxSummary(db)).toMatchObject({ waiting: 0, rejected: 1 });
    server.failsAt.clear();
    await sendAgain(db, seq);
    await server.wait(1);
    expect(await entryOf('s1')).toMatchObject({ state: 'accepted' });
  });
});

function inSession(tillSessionId: string, id: string, takesBack?: string) {
  const made = sale(id);
  const lines = takesBack ? [{ lineNo: 1, returnOf: { saleId: takesBack, lineNo: 1 } }] : [];
  return { ...made, document: { ...made.document, tillSessionId, lines } as unknown as typeof made.document };
}

function withDeposit(id: string) {
  const made = sale(id);
  const layawayId = { taken: 'layaway', spent: 'layaway', other: 'other layaway' }[id];
  const deposit = layawayId && { layawayId };
  return { ...made, document: { ...made.document, ...(deposit && { deposit }) } as typeof made.document };
}
