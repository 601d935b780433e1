import { isTransient, Problem } from '@/shared/http/problem';
import { shopNow } from '@/shared/shop-clock';
import type { ConsoleDatabase, OutboxEntry } from './database';
import { firstUnsent } from './outbox';
import { changeEntries, tillsWithUnsent, type Change } from './outbox-entries';
import { isUndoable } from './voids';

/** Puts one entry to the server; throws as {@link import('@/shared/http/api').request} does. */
export type Send = (path: string, body: unknown) => Promise<unknown>;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** So many sales are on their way at once. A browser has six connections to a server: a card payment finds one free. */
const AT_ONCE = 4;

/** Longer each time, and never the same for two: tills whose network came back together do not call together. */
export function pauseAfter(attempts: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 10));
  return Math.round(longest * (0.5 + random() / 2));
}

/**
 * Sends what is waiting, in order per till, until nothing is due. What the server refuses is set aside for a person and
 * does not hold up what comes after; what got no answer keeps its place and is tried again after a pause.
 *
 * @returns milliseconds until the next attempt is due, or null when nothing waits
 */
export async function drain(
  db: ConsoleDatabase,
  send: Send,
  now: () => number = shopNow,
  random?: () => number,
): Promise<number | null> {
  let nextDue: number | null = null;
  for (const tillId of await tillsWithUnsent(db)) {
    for (;;) {
      const next = together(await firstUnsent(db, tillId, AT_ONCE));
      const [head] = next;
      if (!head) break;
      const wait = waitOf(head, now());
      const due = wait > 0 ? wait : await deliver(db, next, send, now, random);
      if (due === null) continue;
      nextDue = nextDue === null ? due : Math.min(nextDue, due);
      break;
    }
  }
  return nextDue;
}

/** A void that may be taken back is not sent before it stands, which whoever sends sees to. */
function waitOf(entry: OutboxEntry, now: number): number {
  if (isUndoable(entry)) return Math.max(1, entry.undoableUntil - now);
  const pause = entry.notBefore - now;
  // No pause is that long: the clock was set back.
  return pause > LONGEST_PAUSE_MS ? 0 : pause;
}

/**
 * Sales that only sell know nothing of each other and travel together. Everything else goes by itself: a session is there
 * before its sales and closed after them, goods were sold before they come back, a deposit is there before it is spent.
 */
function together(waiting: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const other = waiting.findIndex((entry) => !onlySells(entry));
  return other < 0 ? waiting : waiting.slice(0, Math.max(1, other));
}

const onlySells = (entry: OutboxEntry): boolean =>
  entry.kind === 'sale' && entry.takesBack === undefined && entry.body.deposit === undefined;

/** Null when all are settled, accepted or rejected; else the pause until those without an answer are tried again. */
async function deliver(
  db: ConsoleDatabase,
  entries: readonly OutboxEntry[],
  send: Send,
  now: () => number,
  random?: () => number,
): Promise<number | null> {
  const pause = pauseAfter(Math.max(...entries.map(({ attempts }) => attempts)) + 1, random);
  // A device that is full can't note that it sends. It sends all the same: what is acknowledged makes room.
  await changeEntries(
    db,
    entries.map(({ seq }) => [seq, { state: 'sending' }]),
  ).catch(() => undefined);
  const answers = await Promise.allSettled(entries.map(({ path, body }) => send(path, body)));
  const changes = entries.map((entry, at): readonly [number, Change] => {
    const answer = answers[at];
    return [
      entry.seq,
      answer?.status === 'fulfilled'
        ? accepted(entry, answer.value, now())
        : unanswered(entry, answer?.reason, now() + pause),
    ];
  });
  await changeEntries(db, changes);
  return changes.some(([, { state }]) => state === 'queued') ? pause : null;
}

const accepted = ({ kind }: OutboxEntry, answer: unknown, now: number): Change => ({
  state: 'accepted',
  acceptedAt: new Date(now).toISOString(),
  problem: null,
  ...(kind === 'closing' && { answer: answer }),
});

function unanswered({ attempts }: OutboxEntry, failure: unknown, notBefore: number): Change {
  const problem = failure instanceof Problem ? problemOf(failure) : null;
  if (failure instanceof Problem && !isTransient(failure)) return { state: 'rejected', problem };
  return { state: 'queued', attempts: attempts + 1, notBefore, problem };
}

function problemOf(failure: Problem) {
  const details = failure.errors.map((error) => `${error.pointer}: ${error.detail}`);
  return { title: failure.title, detail: [failure.message, ...details].join(' · '), status: failure.status };
}

/** Makes what waits for a pause due at once: the network is back. Only the first in line ever wait for one. */
export async function dueNow(db: ConsoleDatabase): Promise<void> {
  for (const tillId of await tillsWithUnsent(db)) {
    const paused = (await firstUnsent(db, tillId, AT_ONCE)).filter(({ notBefore }) => notBefore > 0);
    if (paused.length > 0)
      await changeEntries(
        db,
        paused.map(({ seq }) => [seq, { notBefore: 0 }]),
      );
  }
}
