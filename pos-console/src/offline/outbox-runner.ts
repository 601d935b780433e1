import { shopNow } from '@/shared/shop-clock';
import type { ConsoleDatabase } from './database';
import { newestUnsent, sendJournal, type HandIn } from './journal-sending';
import { watch } from './live';
import { outboxSummary, undoableVoids } from './outbox';
import { countAnew } from './outbox-entries';
import { SaleBatches, type PostBatch } from './sale-batches';
import { drain, dueNow, type Send } from './sending';
import { isUndoable, settleVoids } from './voids';

const LEADER_LOCK = 'tillstream-outbox';

/**
 * Sends the outbox from exactly one tab of this device: whoever holds the lock. Wakes when something is queued, when
 * the network returns and when a pause is over.
 *
 * @returns stops sending and gives the lock to another tab
 */
export function runOutbox(db: ConsoleDatabase, send: Send, handIn: HandIn, postBatch: PostBatch): () => void {
  const stop = new AbortController();
  const batches = new SaleBatches(postBatch);
  const sendAll = async () =>
    earlier(await drain(db, send, shopNow, Math.random, batches), await handInJournal(db, handIn));
  void navigator.locks
    .request(LEADER_LOCK, { signal: stop.signal }, () => sendUntil(db, sendAll, stop.signal))
    .catch((failure: unknown) => {
      if (!stop.signal.aborted) throw failure;
    });
  return () => stop.abort();
}

async function sendUntil(
  db: ConsoleDatabase,
  sendAll: () => Promise<number | null>,
  stop: AbortSignal,
): Promise<void> {
  let wake: () => void = () => undefined;
  const poke = () => wake();
  const backOnline = () => void dueNow(db).then(poke, poke);
  const unwatch = watch(
    db,
    (now) => Promise.all([outboxSummary(now), undoableUntil(now), newestUnsent(now)]),
    poke,
  );
  window.addEventListener('online', backOnline);
  stop.addEventListener('abort', poke);
  try {
    await countAnew(db).catch(reportError);
    await dueNow(db).catch(reportError);
    while (!stop.aborted) {
      // Listening starts before draining, so that what is queued meanwhile is not slept through.
      const something = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const due = await sendDue(db, sendAll).catch((failure: unknown) => {
        reportError(failure);
        return TROUBLE_PAUSE_MS;
      });
      await Promise.race([something, ...(due === null ? [] : [pause(due)])]);
    }
  } finally {
    unwatch();
    window.removeEventListener('online', backOnline);
  }
}

/** The device failed, not the network: its storage is full, or it was just taken away. */
const TROUBLE_PAUSE_MS = 15_000;
const JOURNAL_PAUSE_MS = 15_000;

async function sendDue(db: ConsoleDatabase, sendAll: () => Promise<number | null>): Promise<number | null> {
  const undoable = await settleVoids(db);
  return earlier(undoable, await sendAll());
}

const undoableUntil = async (db: ConsoleDatabase) =>
  (await undoableVoids(db)).map((entry) => isUndoable(entry) && entry.undoableUntil);

/** Milliseconds until it is tried again, or null when nothing of the journal waits. What sells goes first. */
async function handInJournal(db: ConsoleDatabase, handIn: HandIn): Promise<number | null> {
  try {
    await sendJournal(db, handIn);
    return null;
  } catch {
    return JOURNAL_PAUSE_MS;
  }
}

const earlier = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
