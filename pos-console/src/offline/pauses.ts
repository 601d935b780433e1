import { Problem } from '@/shared/http/problem';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** So long at most a server can keep a till from trying again. */
const LONGEST_ASKED_MS = 120_000;
const FIRST_STUCK_MS = 30_000;
const LONGEST_STUCK_MS = 15 * 60_000;

/** No pause is longer than this. */
export const longestPause = (stuck: boolean): number =>
  stuck ? LONGEST_STUCK_MS : LONGEST_ASKED_MS + FIRST_PAUSE_MS;

/** Longer each time, and never the same for two: tills whose network came back together do not call together. */
export function pauseAfter(attempts: number, random: () => number = Math.random): number {
  return chance(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 10)), random);
}

/** Before what the server fails at is tried again, while others pass it. */
export function pauseOfStuck(times: number, random: () => number = Math.random): number {
  return chance(Math.min(LONGEST_STUCK_MS, FIRST_STUCK_MS * 2 ** Math.min(times, 10)), random);
}

const chance = (longest: number, random: () => number) => Math.round(longest * (0.5 + random() / 2));

/**
 * How long a till waits after a failure: as long as it grew to or, where the server says for how long it is to be left alone,
 * that long and a little. Whoever sends too much at once (429) is told its turn, which does not grow.
 */
export function pauseFor(failure: unknown, attempts: number, now: number, random?: () => number): number {
  const grown = pauseAfter(attempts, random);
  if (!(failure instanceof Problem) || ![429, 503].includes(failure.status)) return grown;
  const asked = askedToWait(failure.retryAfter, now);
  if (asked === 0) return grown;
  const turn = asked + pauseAfter(1, random);
  return failure.status === 429 ? turn : Math.max(grown, turn);
}

/** The milliseconds in a `Retry-After` (RFC 9110, 10.2.3): seconds or a date. None where it says nothing that can be used. */
export function askedToWait(header: string | null, now: number): number {
  const text = header?.trim() ?? '';
  const ms = /^\d+$/.test(text)
    ? Number(text) * 1_000
    : /^[A-Z][a-z]+,? /.test(text)
      ? Date.parse(text) - now
      : 0;
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), LONGEST_ASKED_MS);
}
