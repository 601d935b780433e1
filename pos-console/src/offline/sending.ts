import { isTransient, Problem } from '@/shared/http/problem';
import { shopNow } from '@/shared/shop-clock';
import type { ConsoleDatabase, OutboxEntry } from './database';
import { firstUnsent } from './outbox';
import { changeEntries, tillsWithUnsent, type Change } from './outbox-entries';
import { FAULTS_BEFORE_PASSED, holdsUp, isStuck, turnOf } from './overtaking';
import { longestPause, pauseFor, pauseOfStuck } from './pauses';
import type { Answers, SaleBatches } from './sale-batches';
import { isUndoable } from './voids';

/** Puts one entry to the server; throws as {@link import('@/shared/http/api').request} does. */
export type Send = (path: string, body: unknown) => Promise<unknown>;

/** So many sales are on their way at once. A browser has six connections to a server: a card payment finds one free. */
const AT_ONCE = 4;
/** So far it is looked past what holds up the line. */
const LOOK_AHEAD = 200;

interface Sending {
  readonly db: ConsoleDatabase;
  readonly send: Send;
  readonly now: () => number;
  readonly random?: (() => number) | undefined;
  readonly batches?: SaleBatches | undefined;
}

/**
 * Sends what is waiting, in order per till, until nothing is due. What the server refuses is set aside for a person and
 * does not hold up what comes after; what got no answer keeps its place and is tried again after a pause. What the server
 * fails at, although it takes others, holds up only what depends on it.
 *
 * @returns milliseconds until the next attempt is due, or null when nothing waits
 */
export async function drain(
  db: ConsoleDatabase,
  send: Send,
  now: () => number = shopNow,
  random?: () => number,
  batches?: SaleBatches,
): Promise<number | null> {
  let nextDue: number | null = null;
  for (const tillId of await tillsWithUnsent(db)) {
    const due = await drainTill({ db, send, now, random, batches }, tillId);
    if (due !== null) nextDue = Math.min(nextDue ?? due, due);
  }
  return nextDue;
}

/** Milliseconds until the next attempt of a till is due, or null when nothing of it waits. */
async function drainTill(sending: Sending, tillId: string): Promise<number | null> {
  for (;;) {
    const { next, stuck } = turnOf(await lineOfTill(sending, tillId));
    const now = sending.now();
    const journeys = [...stuck.map((entry) => [entry]), next];
    const waits = journeys.flatMap(([head]) => (head ? [waitOf(head, now)] : []));
    const due = journeys.find(([head]) => head && waitOf(head, now) === 0);
    if (!due) return waits.length > 0 ? Math.min(...waits) : null;
    await deliver(sending, due);
  }
}

/** As much of a till's line as is needed to see who goes next. */
async function lineOfTill({ db, batches, now }: Sending, tillId: string): Promise<OutboxEntry[]> {
  const most = Math.max(AT_ONCE, batches?.most(now()) ?? 0);
  const line = await firstUnsent(db, tillId, most);
  return line.some(holdsUp) ? firstUnsent(db, tillId, most + LOOK_AHEAD) : line;
}

/** A void that may be taken back is not sent before it stands, which whoever sends sees to. */
function waitOf(entry: OutboxEntry, now: number): number {
  if (isUndoable(entry)) return Math.max(1, entry.undoableUntil - now);
  const pause = entry.notBefore - now;
  // No pause is that long: the clock was set back.
  return pause > longestPause(isStuck(entry)) ? 0 : Math.max(0, pause);
}

/** Sends entries together and writes down what became of each. */
async function deliver(sending: Sending, going: readonly OutboxEntry[]): Promise<void> {
  const { db, now } = sending;
  const batch = sending.batches?.of(going, now()) ?? [];
  const entries = batch.length > 0 ? batch : going.slice(0, AT_ONCE);
  // A device that is full can't note that it sends. It sends all the same: what is acknowledged makes room.
  await changeEntries(
    db,
    entries.map(({ seq }) => [seq, { state: 'sending' }]),
  ).catch(() => undefined);
  const answers =
    batch.length > 0
      ? await sending.batches?.send(batch, now)
      : await Promise.allSettled(entries.map(({ path, body }) => sending.send(path, body)));
  await changeEntries(db, changesOf(sending, entries, answers));
}

function changesOf(
  { now, random }: Sending,
  entries: readonly OutboxEntry[],
  answers: Answers | undefined,
): (readonly [seq: number, change: Change])[] {
  // A batch that failed as a whole said nothing of its sales: they go one by one.
  if (!answers) return entries.map(({ seq }) => [seq, { state: 'queued' }]);
  const takesOthers = answers.some(({ status }) => status === 'fulfilled');
  const attempts = Math.max(...entries.map((entry) => entry.attempts)) + 1;
  const fault = { at: now(), attempts, takesOthers, random };
  return entries.map((entry, at) => {
    const answer = answers[at];
    return [
      entry.seq,
      answer?.status === 'fulfilled'
        ? accepted(entry, answer.value, now())
        : unanswered(entry, answer?.reason, fault),
    ];
  });
}

const accepted = ({ kind }: OutboxEntry, answer: unknown, now: number): Change => ({
  state: 'accepted',
  acceptedAt: new Date(now).toISOString(),
  problem: null,
  stuckSince: null,
  ...(kind === 'closing' && { answer: answer }),
});

/** How a journey went wrong: the most tries of what was on it, and whether the server took anything else. */
interface Fault {
  readonly at: number;
  readonly attempts: number;
  readonly takesOthers: boolean;
  readonly random?: (() => number) | undefined;
}

function unanswered(entry: OutboxEntry, failure: unknown, fault: Fault): Change {
  const problem = failure instanceof Problem ? problemOf(failure) : null;
  if (failure instanceof Problem && !isTransient(failure))
    return { state: 'rejected', problem, stuckSince: null };
  const was = isStuck(entry);
  const counts = (problem?.status ?? 0) >= 500 && (fault.takesOthers || was);
  const faults = (entry.faults ?? 0) + (counts ? 1 : 0);
  const is = was || faults >= FAULTS_BEFORE_PASSED;
  const pause = pauseFor(failure, fault.attempts, fault.at, fault.random);
  const ofStuck = is ? pauseOfStuck(faults - FAULTS_BEFORE_PASSED, fault.random) : 0;
  return {
    state: 'queued',
    attempts: entry.attempts + 1,
    notBefore: fault.at + Math.max(pause, ofStuck),
    // A network that is down says nothing of what the server failed at.
    problem: problem ?? (is ? entry.problem : null),
    faults,
    stuckSince: is ? (entry.stuckSince ?? new Date(fault.at).toISOString()) : null,
  };
}

function problemOf(failure: Problem) {
  const details = failure.errors.map((error) => `${error.pointer}: ${error.detail}`);
  return { title: failure.title, detail: [failure.message, ...details].join(' · '), status: failure.status };
}

/** Makes what waits for a pause due at once: the network is back. Only the first in line ever wait for one. */
export async function dueNow(db: ConsoleDatabase): Promise<void> {
  for (const tillId of await tillsWithUnsent(db)) {
    const paused = (await firstUnsent(db, tillId, LOOK_AHEAD)).filter(({ notBefore }) => notBefore > 0);
    if (paused.length > 0)
      await changeEntries(
        db,
        paused.map(({ seq }) => [seq, { notBefore: 0 }]),
      );
  }
}
