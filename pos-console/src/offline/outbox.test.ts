import { afterEach, describe, expect, it } from 'vitest';
import { Problem, Unreachable } from '@/shared/http/problem';
import { db, device, sale } from './offline-fixture';
import { outboxSummary, type OutboxSummary } from './outbox';
import { countAnew, countUnsent, sendAgain } from './outbox-entries';
import { pauseAfter } from './pauses';
import { drain, dueNow } from './sending';
import { keepSale } from './sale-journal';
import { closeTill, openTill } from './till-device';

// Whatever a test did, what is counted along the way is what is there.
afterEach(async () => {
  const kept = (await db.tallies.toArray()).filter(({ waiting, rejected }) => waiting + rejected > 0);
  expect(kept.reduce((sum, { waiting, rejected }) => sum + waiting + rejected, 0)).toBe(
    await countUnsent(db),
  );
  await countAnew(db);
  expect(kept).toEqual(await db.tallies.toArray());
});

describe('the outbox', () => {
  it('sends opening, sales and closing in order and keeps the answer of the closing', async () => {
    const session = await openTill(db, device, {
      openingFloat: '100.00',
      businessDate: '2026-11-22',
      openedAt: '2026-11-22T08:00:00Z',
    });
    await keepSale(db, sale('s1'));
    await keepSale(db, sale('s2'));
    await closeTill(db, session, { amount: '104.99', count: null }, { closedAt: '2026-11-22T20:00:00Z' });
    const sent: string[] = [];
    const answer = { expectedCash: '109.98', countedCash: '104.99', difference: '-4.99' };
    expect(await drain(db, (path) => (sent.push(path), Promise.resolve(answer)))).toBeNull();
    expect(sent).toEqual([
      `/api/till-sessions/${session.id}`,
      '/api/sales/s1',
      '/api/sales/s2',
      `/api/till-sessions/${session.id}/closing`,
    ]);
    expect(await outboxSummary(db)).toEqual({ waiting: 0, waitingSince: null, rejected: 0 });
    expect((await db.outbox.get({ path: sent[3] ?? '' }))?.state).toBe('accepted');
  });

  it('keeps the order and waits longer each time while nobody answers', async () => {
    await keepSale(db, sale('s1'));
    await keepSale(db, sale('s2'));
    let now = 1_000_000;
    const sent: string[] = [];
    const down = (path: string) => (sent.push(path), Promise.reject(new Unreachable()));
    const longest = () => 1;
    expect(await drain(db, down, () => now, longest)).toBe(1_000);
    expect(await drain(db, down, () => now + 500, longest)).toBe(500);
    now += 1_000;
    expect(await drain(db, down, () => now, longest)).toBe(2_000);
    expect(sent).toEqual(['s1', 's2', 's1', 's2'].map((id) => `/api/sales/${id}`));
    expect([pauseAfter(50, () => 0), pauseAfter(50, longest)]).toEqual([15_000, 30_000]);
    expect((await outboxSummary(db)).waiting).toBe(2);
  });

  it('says since when something waits as long as it says that something does', async () => {
    for (let round = 1; round <= 20; round++) {
      await keepSale(db, sale(`s${round}`));
      let summaries: Promise<OutboxSummary>[] = [];
      await drain(db, () => {
        summaries = Array.from({ length: 3 }, () => outboxSummary(db));
        return Promise.resolve({});
      });
      for (const { waiting, waitingSince } of await Promise.all(summaries))
        expect(waiting > 0).toBe(waitingSince !== null);
    }
  });

  it('sets aside what the server refuses, in its words, and goes on with the next', async () => {
    await keepSale(db, sale('s1'));
    await keepSale(db, sale('s2'));
    const sent: string[] = [];
    const send = (path: string) => {
      sent.push(path);
      return path.endsWith('s1')
        ? Promise.reject(new Problem(422, { title: 'Does not add up', detail: 'The total is 5.00.' }))
        : Promise.resolve({});
    };
    expect(await drain(db, send)).toBeNull();
    const refused = await db.outbox.get({ path: '/api/sales/s1' });
    expect(refused?.state).toBe('rejected');
    expect(refused?.problem?.detail).toContain('The total is 5.00.');
    expect((await db.outbox.get({ path: '/api/sales/s2' }))?.state).toBe('accepted');
    await sendAgain(db, refused?.seq ?? 0);
    await drain(db, () => Promise.resolve({}));
    expect((await outboxSummary(db)).rejected).toBe(0);
  });

  it('sends again what was on its way when the device stopped', async () => {
    await keepSale(db, sale('s1'));
    const entry = await db.outbox.get({ path: '/api/sales/s1' });
    await db.outbox.update(entry?.seq ?? 0, { state: 'sending' });
    const sent: string[] = [];
    await drain(db, (path) => (sent.push(path), Promise.resolve({})));
    expect(sent).toEqual(['/api/sales/s1']);
  });

  it('waits for a new sign-in instead of refusing', async () => {
    await keepSale(db, sale('s1'));
    await drain(db, () => Promise.reject(new Problem(401)));
    expect(await outboxSummary(db)).toMatchObject({ waiting: 1, rejected: 0 });
  });

  it('lets sales travel together, and all else by itself: openings, closings, and what comes back', async () => {
    const session = await openTill(db, device, {
      ...{ openingFloat: '100.00', businessDate: '2026-11-22', openedAt: '2026-11-22T08:00:00Z' },
    });
    for (const at of [1, 2, 3, 4, 5]) await keepSale(db, sale(`s${at}`));
    await keepSale(db, takingBack('r1', 's5'));
    await keepSale(db, spendingDeposit('d1'));
    for (const at of [6, 7]) await keepSale(db, sale(`s${at}`));
    await closeTill(db, session, { amount: '104.99', count: null }, { closedAt: '2026-11-22T20:00:00Z' });
    const journeys: string[] = [];
    let underWay: string[] = [];
    await drain(db, async (path) => {
      underWay.push(path.split('/').at(-1) ?? '');
      await Promise.resolve();
      if (underWay.length > 0) journeys.push(underWay.join(' '));
      underWay = [];
    });
    expect(journeys).toEqual([session.id, 's1 s2 s3 s4', 's5', 'r1', 'd1', 's6 s7', 'closing']);
  });

  it('sends again only what got no answer, before anything else', async () => {
    for (const at of [1, 2, 3, 4, 5]) await keepSale(db, sale(`s${at}`));
    const sent: string[] = [];
    let lost = 's2';
    const send = (path: string) => {
      sent.push(path.slice('/api/sales/'.length));
      return path.endsWith(lost) ? Promise.reject(new Unreachable()) : Promise.resolve({});
    };
    await drain(db, send);
    expect(sent.splice(0)).toEqual(['s1', 's2', 's3', 's4']);
    expect(await outboxSummary(db)).toMatchObject({ waiting: 2 });
    lost = 'none';
    await dueNow(db);
    expect(await drain(db, send)).toBeNull();
    expect(sent).toEqual(['s2', 's5']);
  });

  it('tells why something waits, in the words of whoever could not take it', async () => {
    await keepSale(db, sale('s1'));
    await drain(db, () => Promise.reject(new Problem(503, { title: 'Not now', detail: 'Come back later.' })));
    const waiting = await db.outbox.get({ path: '/api/sales/s1' });
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1, problem: { detail: 'Come back later.' } });
  });
});

/** A sale that brings back what another sold. */
function takingBack(id: string, saleId: string) {
  const made = sale(id);
  const lines = [{ lineNo: 1, returnOf: { saleId, lineNo: 1 } }];
  return { ...made, document: { ...made.document, lines } as unknown as typeof made.document };
}

/** A sale that has to do with money left before. */
function spendingDeposit(id: string) {
  const made = sale(id);
  return { ...made, document: { ...made.document, deposit: {} } as unknown as typeof made.document };
}
