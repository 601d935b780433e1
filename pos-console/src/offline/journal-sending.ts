import type { ConsoleDatabase, JournalEntry } from './database';

/** Hands entries in; throws as {@link import('@/shared/http/api').request} does. */
export type HandIn = (
  deviceId: string,
  entries: readonly Pick<JournalEntry, 'payload' | 'signature'>[],
) => Promise<{ readonly results: readonly string[] }>;

const AT_ONCE = 50;

/** Hands in what waits, in order for each device. What the server finds odd it has written down; it need not come again. */
export async function sendJournal(db: ConsoleDatabase, handIn: HandIn): Promise<void> {
  for (;;) {
    const waiting = await db.journal.where('state').equals('queued').limit(AT_ONCE).sortBy('number');
    const deviceId = waiting[0]?.deviceId;
    if (deviceId === undefined) return;
    const batch = waiting.filter((entry) => entry.deviceId === deviceId);
    const { results } = await handIn(
      deviceId,
      batch.map(({ payload, signature }) => ({ payload, signature })),
    );
    await db.transaction('rw', db.journal, () =>
      Promise.all(
        batch.map((entry, at) =>
          db.journal.put({ ...entry, state: results[at] === 'STORED' ? 'accepted' : 'odd' }),
        ),
      ),
    );
  }
}

export const unsentEntries = (db: ConsoleDatabase): Promise<number> =>
  db.journal.where('state').equals('queued').count();

/** The key of the entry that was signed last of those that wait; asks for no more than that one. */
export const newestUnsent = (db: ConsoleDatabase): Promise<unknown[]> =>
  db.journal.where('state').equals('queued').reverse().limit(1).primaryKeys();
