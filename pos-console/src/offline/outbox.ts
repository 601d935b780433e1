import type { Table } from 'dexie';
import type { ConsoleDatabase, NewOutboxEntry, OutboxEntry, OutboxState } from './database';

/** What the server has not acknowledged; what was on its way when the device stopped is sent again. */
const UNSENT = ['queued', 'sending'] as const;
/** A key greater than every text and number. */
const last = (): unknown[] => [];

/** The tables that putting something in line takes, as part of a larger transaction. */
export const lineOf = (db: ConsoleDatabase): Table[] => [db.outbox, db.tallies];

/** Puts something in line behind what waits, in the caller's transaction over {@link lineOf}. */
export async function putInLine(db: ConsoleDatabase, entry: NewOutboxEntry): Promise<void> {
  await db.outbox.add(entry);
  await tally(db, entry.tillId, null, entry.state);
}

/** Takes entries out of the line for good, in the caller's transaction over {@link lineOf}. */
export async function takeOutOfLine(db: ConsoleDatabase, entries: readonly OutboxEntry[]): Promise<void> {
  for (const { seq, tillId, state } of entries) {
    await db.outbox.delete(seq);
    await tally(db, tillId, state, null);
  }
}

type State = Pick<OutboxEntry, 'state' | 'attempts' | 'notBefore' | 'acceptedAt' | 'problem'>;
export type Change = Partial<State> & { readonly answer?: unknown };

/** Changes how entries stand, all of them or none. */
export async function changeEntries(
  db: ConsoleDatabase,
  changes: readonly (readonly [seq: number, change: Change])[],
): Promise<void> {
  await db.transaction('rw', lineOf(db), async () => {
    for (const [seq, change] of changes) {
      const entry = await db.outbox.get(seq);
      if (!entry) continue;
      await db.outbox.put({ ...entry, ...change } as OutboxEntry);
      await tally(db, entry.tillId, entry.state, change.state ?? entry.state);
    }
  });
}

const waits = (state: OutboxState | null) => (state === 'queued' || state === 'sending' ? 1 : 0);
const refused = (state: OutboxState | null) => (state === 'rejected' ? 1 : 0);

async function tally(
  db: ConsoleDatabase,
  tillId: string,
  before: OutboxState | null,
  after: OutboxState | null,
): Promise<void> {
  const [waiting, rejected] = [waits(after) - waits(before), refused(after) - refused(before)];
  if (waiting === 0 && rejected === 0) return;
  const counted = await db.tallies.get(tillId);
  await db.tallies.put({
    tillId,
    waiting: (counted?.waiting ?? 0) + waiting,
    rejected: (counted?.rejected ?? 0) + rejected,
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

const inState = (db: ConsoleDatabase, state: OutboxState, tillId: string) =>
  db.outbox.where('[state+tillId+seq]').between([state, tillId, 0], [state, tillId, last()]);

/** The tills that have entries in one of these states, found by leaping from till to till. */
async function tillsWith(db: ConsoleDatabase, states: readonly OutboxState[]): Promise<string[]> {
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

/** What of a till waits, the first in line first. */
export async function firstUnsent(db: ConsoleDatabase, tillId: string, most: number): Promise<OutboxEntry[]> {
  const found = await Promise.all(UNSENT.map((state) => inState(db, state, tillId).limit(most).toArray()));
  return found
    .flat()
    .sort((one, other) => one.seq - other.seq)
    .slice(0, most);
}

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

/** Voids that may still be taken back: in line, but not on their way. */
export const undoableVoids = (db: ConsoleDatabase): Promise<OutboxEntry[]> =>
  db.outbox.where('undoableUntil').above(0).toArray();

/** A person asks to send a refused entry once more. */
export async function sendAgain(db: ConsoleDatabase, seq: number): Promise<void> {
  await changeEntries(db, [[seq, { state: 'queued', notBefore: 0, attempts: 0 }]]);
}

/** What the sync state says in words. */
export interface OutboxSummary {
  readonly waiting: number;
  readonly waitingSince: string | null;
  readonly rejected: number;
}

/**
 * Costs the same however much waits. What may still be taken back is not waiting to be sent. Read at one moment: what is sent
 * meanwhile would be counted and have no first in line.
 */
export const outboxSummary = (db: ConsoleDatabase): Promise<OutboxSummary> =>
  db.transaction('r', lineOf(db), () => summaryOf(db));

async function summaryOf(db: ConsoleDatabase): Promise<OutboxSummary> {
  const [tallies, undoable] = await Promise.all([db.tallies.toArray(), undoableVoids(db)]);
  const total = (what: 'waiting' | 'rejected') => tallies.reduce((sum, each) => sum + each[what], 0);
  const kept = new Set(undoable.map(({ seq }) => seq));
  const heads = await Promise.all(
    tallies
      .filter(({ waiting }) => waiting > 0)
      .map(async ({ tillId }) =>
        (await firstUnsent(db, tillId, kept.size + 1)).find(({ seq }) => !kept.has(seq)),
      ),
  );
  const since = heads.flatMap((head) => head?.queuedAt ?? []).sort();
  return {
    waiting: total('waiting') - kept.size,
    waitingSince: since[0] ?? null,
    rejected: total('rejected'),
  };
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
