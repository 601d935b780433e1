import { describe, expect, it } from 'vitest';
import { factsIn, handOver, journalOf, moveCash } from './cash-drawer';
import type { GivenApproval } from '@/domain/sale';
import { db, device, sale } from './offline-fixture';
import { drain } from './sending';
import { keepSale } from './sale-journal';
import {
  chooseDrawer,
  closedElsewhere,
  closeTill,
  finalCountOf,
  keepCount,
  learnClosing,
  openSessionOf,
  openTill,
} from './till-device';
import { stateOf } from './till-heartbeat';

const opening = { openingFloat: '100.00', businessDate: '2026-11-22', openedAt: '2026-11-22T08:00:00Z' };
const skim = {
  kind: 'SKIM',
  amount: '50.00',
  reason: 'TO_SAFE',
  note: null,
  movedAt: '2026-11-22T12:00:00Z',
} as const;

const soldIn = (session: { id: string }, id: string) => {
  const made = sale(id);
  return keepSale(db, { ...made, document: { ...made.document, tillSessionId: session.id } });
};

const given: GivenApproval = {
  ...{ action: 'CASH_DIFFERENCE', how: 'PIN', difference: '10.00', at: '2026-01-22T12:00:00Z' },
  ...{ approverId: 'lea', approverName: 'Lea' },
};

describe('a drawer', () => {
  it('sends what was moved and handed over in its place among the sales', async () => {
    const session = await openTill(db, device, opening);
    await soldIn(session, 's1');
    await moveCash(db, session, skim, 'Clara');
    await handOver(db, session, { amount: '60.00', count: null }, { from: 'Clara', to: 'Ben' }, skim.movedAt);
    await soldIn(session, 's2');
    await closeTill(
      db,
      session,
      { amount: '50.00', count: [{ value: '50', pieces: 1 }] },
      { closedAt: skim.movedAt, reason: 'Found', approvals: [given], doneBy: { id: 'ben', name: 'Ben' } },
    );
    const sent: [string, unknown][] = [];
    await drain(db, (path, body) => (sent.push([path, body]), Promise.resolve({})));
    expect(
      sent.map(([path]) => path.replace(session.id, 'session').split('/').slice(2, 5).join('/')),
    ).toEqual([
      'till-sessions/session',
      'sales/s1',
      'till-sessions/session/cash-movements',
      'till-sessions/session/hand-overs',
      'sales/s2',
      'till-sessions/session/closing',
    ]);
    expect(sent.at(-1)?.[1]).toEqual({
      countedCash: '50.00',
      closedAt: skim.movedAt,
      count: [{ value: '50', pieces: 1 }],
      reason: 'Found',
      approvals: [given],
      doneBy: { id: 'ben', name: 'Ben' },
    });
    expect(factsIn(await journalOf(db, session.id))).toBe(3);
  });

  it('has one session, and its till one for each drawer', async () => {
    const first = await openTill(db, device, { ...opening, drawer: 1 });
    expect((await openTill(db, device, { ...opening, drawer: 1 })).id).toBe(first.id);
    const second = await openTill(db, device, { ...opening, drawer: 2 });
    expect((await openSessionOf(db, 'berlin-1'))?.id).toBe(second.id);
    await chooseDrawer(db, 'berlin-1', null);
    expect(await openSessionOf(db, 'berlin-1')).toBeUndefined();
    await chooseDrawer(db, 'berlin-1', first.id);
    await closeTill(db, first, { amount: '100.00', count: null }, { closedAt: skim.movedAt });
    expect(await openSessionOf(db, 'berlin-1')).toBeUndefined();
    expect((await stateOf(db, device, '1')).openSessions).toEqual([second.id]);
  });

  it('keeps a count that was given, until it is closed with it', async () => {
    const session = await openTill(db, device, opening);
    await keepCount(db, session.id, { amount: '99.00', count: null, facts: 0 });
    expect((await finalCountOf(db, session.id))?.amount).toBe('99.00');
    await closeTill(db, session, { amount: '99.00', count: null }, { closedAt: skim.movedAt });
    expect(await finalCountOf(db, session.id)).toBeUndefined();
  });

  it('learns that somebody else has closed it, but not in the middle of a sale', async () => {
    const session = await openTill(db, device, opening);
    const closing = { id: session.id, closedAt: skim.movedAt, closedByName: 'Lea' };
    await db.drafts.put({ tillId: 'berlin-1' } as never);
    await learnClosing(db, closing);
    expect((await openSessionOf(db, 'berlin-1'))?.id).toBe(session.id);
    await db.drafts.delete('berlin-1');
    await learnClosing(db, closing);
    expect(await openSessionOf(db, 'berlin-1')).toBeUndefined();
    expect((await closedElsewhere(db))?.closedByName).toBe('Lea');
  });
});
