import type { ConsoleDatabase } from './database';
import { watch } from './live';
import { drain, dueNow, outboxSummary, type Send } from './outbox';

const LEADER_LOCK = 'tillstream-outbox';

/**
 * Sends the outbox from exactly one tab of this device: whoever holds the lock. Wakes when something is queued, when
 * the network returns and when a pause is over.
 *
 * @returns stops sending and gives the lock to another tab
 */
export function runOutbox(db: ConsoleDatabase, send: Send): () => void {
  const stop = new AbortController();
  void navigator.locks
    .request(LEADER_LOCK, { signal: stop.signal }, () => sendUntil(db, send, stop.signal))
    .catch((failure: unknown) => {
      if (!stop.signal.aborted) throw failure;
    });
  return () => stop.abort();
}

async function sendUntil(db: ConsoleDatabase, send: Send, stop: AbortSignal): Promise<void> {
  let wake: () => void = () => undefined;
  const poke = () => wake();
  const backOnline = () => void dueNow(db).then(poke);
  const unwatch = watch(() => outboxSummary(db), poke);
  window.addEventListener('online', backOnline);
  stop.addEventListener('abort', poke);
  await dueNow(db);
  try {
    while (!stop.aborted) {
      // Listening starts before draining, so that what is queued meanwhile is not slept through.
      const something = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const due = await drain(db, send);
      await Promise.race([something, ...(due === null ? [] : [pause(due)])]);
    }
  } finally {
    unwatch();
    window.removeEventListener('online', backOnline);
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
