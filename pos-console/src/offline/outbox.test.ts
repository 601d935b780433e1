import { describe, expect, it } from 'vitest';
import { Problem, Unreachable } from '@/shared/http/problem';
import { db, device, sale } from './offline-fixture';
import { drain, outboxSummary, pauseAfter, sendAgain } from './outbox';
import { keepSale } from './sale-journal';
import { closeTill, openTill } from './till-device';

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
    expect(await drain(db, down, () => now)).toBe(1_000);
    expect(await drain(db, down, () => now + 500)).toBe(500);
    now += 1_000;
    expect(await drain(db, down, () => now)).toBe(2_000);
    expect(sent).toEqual(['/api/sales/s1', '/api/sales/s1']);
    expect(pauseAfter(50)).toBe(30_000);
    expect((await outboxSummary(db)).waiting).toBe(2);
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
});
