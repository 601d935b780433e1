import { isTransient, Problem } from '@/shared/http/problem';
import type { ClosingAnswer } from '@/shared/http/shapes';
import type { ConsoleDatabase, OutboxEntry } from './database';
import { isUndoable } from './voids';

/** Puts one entry to the server; throws as {@link import('@/shared/http/api').request} does. */
export type Send = (path: string, body: unknown) => Promise<unknown>;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

const UNSENT = ['queued', 'sending'] as const;

export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 10));
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
  now: () => number = Date.now,
): Promise<number | null> {
  let nextDue: number | null = null;
  for (const tillId of await tillsWithUnsent(db)) {
    for (;;) {
      const entry = await firstUnsent(db, tillId);
      if (!entry) break;
      const wait = waitOf(entry, now());
      if (wait > 0 || !(await deliver(db, entry, send, now))) {
        const due = wait > 0 ? wait : pauseAfter(entry.attempts + 1);
        nextDue = nextDue === null ? due : Math.min(nextDue, due);
        break;
      }
    }
  }
  return nextDue;
}

/** A void that may be taken back is not sent before it stands, which whoever sends sees to. */
const waitOf = (entry: OutboxEntry, now: number): number =>
  isUndoable(entry) ? Math.max(1, entry.undoableUntil - now) : entry.notBefore - now;

async function tillsWithUnsent(db: ConsoleDatabase): Promise<string[]> {
  const entries = await db.outbox.where('state').anyOf(UNSENT).toArray();
  return [...new Set(entries.map((entry) => entry.tillId))];
}

async function firstUnsent(db: ConsoleDatabase, tillId: string): Promise<OutboxEntry | undefined> {
  const unsent = await db.outbox.where('state').anyOf(UNSENT).sortBy('seq');
  return unsent.find((entry) => entry.tillId === tillId);
}

/** True when the entry is settled, accepted or rejected; false when it stays first in line. */
async function deliver(
  db: ConsoleDatabase,
  entry: OutboxEntry,
  send: Send,
  now: () => number,
): Promise<boolean> {
  await db.outbox.update(entry.seq, { state: 'sending' });
  try {
    const answer = await send(entry.path, entry.body);
    await db.outbox.update(entry.seq, {
      state: 'accepted',
      acceptedAt: new Date(now()).toISOString(),
      problem: null,
      ...(entry.kind === 'closing' ? { answer: answer as ClosingAnswer } : {}),
    });
    return true;
  } catch (failure) {
    if (failure instanceof Problem && !isTransient(failure)) {
      await db.outbox.update(entry.seq, { state: 'rejected', problem: problemOf(failure) });
      return true;
    }
    const attempts = entry.attempts + 1;
    await db.outbox.update(entry.seq, { state: 'queued', attempts, notBefore: now() + pauseAfter(attempts) });
    return false;
  }
}

function problemOf(failure: Problem) {
  const details = failure.errors.map((error) => `${error.pointer}: ${error.detail}`);
  return { title: failure.title, detail: [failure.message, ...details].join(' · '), status: failure.status };
}

/** Makes everything that waits for a pause due at once: the network is back. */
export async function dueNow(db: ConsoleDatabase): Promise<void> {
  await db.outbox.where('state').anyOf(UNSENT).modify({ notBefore: 0 });
}

/** A person asks to send a refused entry once more. */
export async function sendAgain(db: ConsoleDatabase, seq: number): Promise<void> {
  await db.outbox.update(seq, { state: 'queued', notBefore: 0, attempts: 0 });
}

/** What the sync state says in words. */
export interface OutboxSummary {
  readonly waiting: number;
  readonly waitingSince: string | null;
  readonly rejected: number;
}

export async function outboxSummary(db: ConsoleDatabase): Promise<OutboxSummary> {
  const unsent = await db.outbox.where('state').anyOf(UNSENT).sortBy('seq');
  const rejected = await db.outbox.where('state').equals('rejected').count();
  return { waiting: unsent.length, waitingSince: unsent[0]?.queuedAt ?? null, rejected };
}
