import type { Table } from 'dexie';
import type { ConsoleDatabase, NewOutboxEntry, OutboxEntry, OutboxState } from './database';

/** What the server has not acknowledged; what was on its way when the device stopped is sent again. */
export const UNSENT = ['queued', 'sending'] as const;
/** A key greater than every text and number. */
export const last = (): unknown[] => [];

/** The tables that putting something in line takes, as part of a larger transaction. */
export const lineOf = (db: ConsoleDatabase): Table[] => [db.outbox, db.tallies];

/** Puts something in line behind what waits, in the caller's transaction over {@link lineOf}. */
export async function putInLine(db: ConsoleDatabase, entry: NewOutboxEntry): Promise<void> {
  await db.outbox.add(entry);
  await tally(db, [[entry.tillId, null, entry.state]]);
}

/** Takes entries out of the line for good, in the caller's transaction over {@link lineOf}. */
export async function takeOutOfLine(db: ConsoleDatabase, entries: readonly OutboxEntry[]): Promise<void> {
  await db.outbox.bulkDelete(entries.map(({ seq }) => seq));
  await tally(
    db,
    entries.map(({ tillId, state }) => [tillId, state, null]),
  );
}

const waits = (state: OutboxState | null) => (state === 'queued' || state === 'sending' ? 1 : 0);
const refused = (state: OutboxState | null) => (state === 'rejected' ? 1 : 0);

type Passage = readonly [tillId: string, before: OutboxState | null, after: OutboxState | null];

/** Counts changes with the entries that changed, in the caller's transaction. */
export async function tally(db: ConsoleDatabase, passages: readonly Passage[]): Promise<void> {
  for (const tillId of new Set(passages.map(([till]) => till))) {
    const own = passages.filter(([till]) => till === tillId);
    const sum = (counts: (state: OutboxState | null) => number) =>
      own.reduce((total, [, before, after]) => total + counts(after) - counts(before), 0);
    const [waiting, rejected] = [sum(waits), sum(refused)];
    if (waiting === 0 && rejected === 0) continue;
    const counted = await db.tallies.get(tillId);
    await db.tallies.put({
      tillId,
      waiting: (counted?.waiting ?? 0) + waiting,
      rejected: (counted?.rejected ?? 0) + rejected,
    });
  }
}

/** The entries of a till in one state, in their order. */
export const inState = (db: ConsoleDatabase, state: OutboxState, tillId: string) =>
  db.outbox.where('[state+tillId+seq]').between([state, tillId, 0], [state, tillId, last()]);

/** What of a till waits, the first in line first. */
export async function firstUnsent(db: ConsoleDatabase, tillId: string, most: number): Promise<OutboxEntry[]> {
  const found = await Promise.all(UNSENT.map((state) => inState(db, state, tillId).limit(most).toArray()));
  return found
    .flat()
    .sort((one, other) => one.seq - other.seq)
    .slice(0, most);
}

/** Voids that may still be taken back: in line, but not on their way. */
export const undoableVoids = (db: ConsoleDatabase): Promise<OutboxEntry[]> =>
  db.outbox.where('undoableUntil').above(0).toArray();

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

/** What leaves this device by itself once there are a network and somebody signed in; what was refused does not. */
export async function stillToSend(db: ConsoleDatabase): Promise<number> {
  const tallies = await db.tallies.toArray();
  const signed = await db.journal.where('state').equals('queued').count();
  // Most documents have an entry in the journal: together they are one thing to whoever waits for them.
  return Math.max(
    tallies.reduce((sum, { waiting }) => sum + waiting, 0),
    signed,
  );
}
