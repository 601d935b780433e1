import type { ConsoleDatabase, OutboxEntry, OutboxState } from './database';
import { inState, last, lineOf, tally, UNSENT } from './outbox';

type State = Pick<
  OutboxEntry,
  'state' | 'attempts' | 'notBefore' | 'acceptedAt' | 'problem' | 'faults' | 'stuckSince'
>;
export type Change = Partial<State> & { readonly answer?: unknown };

/** Changes how entries stand, all of them or none. */
export async function changeEntries(
  db: ConsoleDatabase,
  changes: readonly (readonly [seq: number, change: Change])[],
): Promise<void> {
  await db.transaction('rw', lineOf(db), async () => {
    const found = await db.outbox.bulkGet(changes.map(([seq]) => seq));
    const changed = found.flatMap((before, at) => {
      const change = changes[at]?.[1];
      return before && change ? [{ before, after: { ...before, ...change } as OutboxEntry }] : [];
    });
    await db.outbox.bulkPut(changed.map(({ after }) => after));
    await tally(
      db,
      changed.map(({ before, after }) => [before.tillId, before.state, after.state]),
    );
  });
}

/** Counts anew what every till has in line. What is shown rests on the tallies, what is sent never does. */
export async function countAnew(db: ConsoleDatabase): Promise<void> {
  await db.transaction('rw', lineOf(db), async () => {
    const tills = await tillsWith(db, [...UNSENT, 'rejected']);
    await db.tallies.clear();
    for (const tillId of tills) {
      const [queued, sending, rejected] = await Promise.all(
        ([...UNSENT, 'rejected'] as const).map((state) => inState(db, state, tillId).count()),
      );
      await db.tallies.put({ tillId, waiting: (queued ?? 0) + (sending ?? 0), rejected: rejected ?? 0 });
    }
  });
}

/** The tills that have entries in one of these states, found by leaping from till to till. */
export async function tillsWith(db: ConsoleDatabase, states: readonly OutboxState[]): Promise<string[]> {
  const tills = new Set<string>();
  for (const state of states)
    for (let after = ''; ;) {
      const next = await db.outbox
        .where('[state+tillId+seq]')
        .between([state, after, last()], [state, last()])
        .first();
      if (!next) break;
      tills.add((after = next.tillId));
    }
  return [...tills];
}

export const tillsWithUnsent = (db: ConsoleDatabase): Promise<string[]> => tillsWith(db, UNSENT);

/** Entries of a till in one state, the oldest first or, where `newest`, the latest. */
export const entriesIn = (
  db: ConsoleDatabase,
  state: OutboxState,
  tillId: string,
  most: number,
  newest = false,
): Promise<OutboxEntry[]> => {
  const entries = inState(db, state, tillId);
  return (newest ? entries.reverse() : entries).limit(most).toArray();
};

/** The next entries of a till in one state behind a place in line. */
export const entriesAfter = (
  db: ConsoleDatabase,
  state: OutboxState,
  tillId: string,
  after: number,
  most: number,
): Promise<OutboxEntry[]> =>
  db.outbox
    .where('[state+tillId+seq]')
    .between([state, tillId, after], [state, tillId, last()], false)
    .limit(most)
    .toArray();

/** A person asks to send once more what was refused or set aside. */
export async function sendAgain(db: ConsoleDatabase, seq: number): Promise<void> {
  await changeEntries(db, [
    [seq, { state: 'queued', notBefore: 0, attempts: 0, faults: 0, stuckSince: null }],
  ]);
}

/** A person decides that what depends on an entry goes without it: like what was refused, it stays until it is sent again. */
export async function setAside(db: ConsoleDatabase, seq: number): Promise<void> {
  await changeEntries(db, [[seq, { state: 'rejected', stuckSince: null }]]);
}

/** Everything that no server has acknowledged, counted entry by entry: what a device must not lose. */
export async function countUnsent(db: ConsoleDatabase): Promise<number> {
  const counts = await Promise.all(
    [...UNSENT, 'rejected' as const].map((state) =>
      db.outbox.where('[state+tillId+seq]').between([state], [state, last()]).count(),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
