import type { ConsoleDatabase, JournalEntry, OutboxEntry } from './database';
import { takeOutOfLine, lineOf } from './outbox';
import { entriesAfter, tillsWith } from './outbox-entries';

/** So long what was sent stays for returns and receipts without a network; the server has it for good. */
export const KEPT_DAYS = 90;
/** The same where room gets short. */
export const KEPT_DAYS_WHEN_TIGHT = 7;

const DAY_MS = 24 * 60 * 60 * 1000;
const AT_ONCE = 200;

/**
 * Lets go of what the server has acknowledged longer ago, oldest first. What is unsent, refused or of an open session stays,
 * and of each device's journal the last entry, which the next one follows.
 *
 * @returns how much went
 */
export async function letGoOfOld(db: ConsoleDatabase, days: number, now = Date.now()): Promise<number> {
  const before = new Date(now - days * DAY_MS).toISOString();
  const sessions = await db.tillSessions.toArray();
  const open = new Set(sessions.filter(({ closedAt }) => closedAt === null).map(({ id }) => id));
  let gone = 0;
  for (const tillId of await tillsWith(db, ['accepted'])) gone += await oldEntries(db, tillId, before, open);
  gone += await oldJournal(db, before);
  await db.tillSessions.bulkDelete(
    sessions.filter(({ closedAt }) => closedAt !== null && closedAt < before).map(({ id }) => id),
  );
  return gone;
}

const isOld = ({ acceptedAt }: OutboxEntry, before: string) => acceptedAt !== null && acceptedAt < before;

async function oldEntries(
  db: ConsoleDatabase,
  tillId: string,
  before: string,
  open: ReadonlySet<string>,
): Promise<number> {
  let gone = 0;
  for (let after = 0; ;) {
    const next = await entriesAfter(db, 'accepted', tillId, after, AT_ONCE);
    const old = next.filter((entry) => isOld(entry, before));
    const going = old.filter(({ tillSessionId }) => tillSessionId === null || !open.has(tillSessionId));
    await db.transaction('rw', lineOf(db), () => takeOutOfLine(db, going));
    gone += going.length;
    const last = next.at(-1);
    if (!last || old.length < next.length) return gone;
    after = last.seq;
  }
}

async function oldJournal(db: ConsoleDatabase, before: string): Promise<number> {
  let gone = 0;
  for (let after: string | undefined = ''; after !== undefined;) {
    const first: JournalEntry | undefined = await db.journal
      .where('[deviceId+number]')
      .above([after, []])
      .first();
    after = first?.deviceId;
    if (after !== undefined) gone += await oldEntriesOf(db, after, before);
  }
  return gone;
}

async function oldEntriesOf(db: ConsoleDatabase, deviceId: string, before: string): Promise<number> {
  const all = () => db.journal.where('[deviceId+number]').between([deviceId, 0], [deviceId, Infinity]);
  const last = await all().last();
  for (let gone = 0; ;) {
    const next = await all().limit(AT_ONCE).toArray();
    const stays = next.findIndex(
      ({ number, state, payload }) =>
        number === last?.number ||
        state === 'queued' ||
        (JSON.parse(payload) as { at?: string }).at === undefined ||
        (JSON.parse(payload) as { at: string }).at >= before,
    );
    const going = stays < 0 ? next : next.slice(0, stays);
    await db.journal.bulkDelete(going.map(({ number }) => [deviceId, number] as [string, number]));
    gone += going.length;
    if (going.length < AT_ONCE) return gone;
  }
}
