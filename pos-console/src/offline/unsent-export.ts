import type { ConsoleDatabase, JournalEntry, OutboxEntry } from './database';
import { identityOf } from './device-identity';
import { entriesAfter, tillsWith } from './outbox-entries';
import { deviceOf } from './till-device';
import { isUndoable } from './voids';

const FORMAT = 'tillstream-unsent-1';
const UNSENT = ['queued', 'sending', 'rejected'] as const;
const AT_ONCE = 500;

/**
 * Everything that no server has acknowledged, a JSON object a line; see docs/architecture/offline.md. Read in parts, so that
 * a month's sales need no more memory than a day's.
 */
export async function* unsentLines(
  db: ConsoleDatabase,
  appVersion: string,
  now: Date,
  atOnce = AT_ONCE,
): AsyncGenerator<string, void> {
  const [device, identity] = [await deviceOf(db), await identityOf(db)];
  yield line({
    format: FORMAT,
    exportedAt: now.toISOString(),
    appVersion,
    storeId: device?.store.id ?? null,
    tillId: device?.till.id ?? null,
    device: identity ? { id: identity.id, epoch: identity.epoch } : null,
  });
  let [documents, entries] = [0, 0];
  for (const tillId of await tillsWith(db, UNSENT))
    for await (const entry of unsentOf(db, tillId, atOnce)) {
      documents++;
      yield line(documentOf(entry));
    }
  for await (const { deviceId, number, payload, signature } of unsentJournal(db, atOnce)) {
    entries++;
    yield line({ line: 'journal', deviceId, number, payload, signature });
  }
  yield line({ line: 'end', documents, entries });
}

const line = (value: object) => `${JSON.stringify(value)}\n`;

const documentOf = ({
  kind,
  id,
  path,
  tillId,
  tillSessionId,
  queuedAt,
  state,
  problem,
  body,
}: OutboxEntry) => ({
  ...{ line: 'document', kind, id, path, tillId, tillSessionId, queuedAt, state },
  ...(problem && { problem }),
  body,
});

/** In the order in which they are sent; what may still be taken back has not happened yet. */
async function* unsentOf(
  db: ConsoleDatabase,
  tillId: string,
  atOnce: number,
): AsyncGenerator<OutboxEntry, void> {
  for (let after = 0; ;) {
    const found = await Promise.all(UNSENT.map((state) => entriesAfter(db, state, tillId, after, atOnce)));
    const next = found
      .flat()
      .sort((one, other) => one.seq - other.seq)
      .slice(0, atOnce);
    yield* next.filter((entry) => !isUndoable(entry));
    const last = next.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

async function* unsentJournal(db: ConsoleDatabase, atOnce: number): AsyncGenerator<JournalEntry, void> {
  const keys = await db.journal.where('state').equals('queued').primaryKeys();
  for (let at = 0; at < keys.length; at += atOnce) {
    const next = await db.journal.bulkGet(keys.slice(at, at + atOnce));
    yield* next.filter((entry) => entry !== undefined);
  }
}
