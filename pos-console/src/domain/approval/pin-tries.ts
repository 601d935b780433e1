/** How often a person's PIN was typed wrong on this till, and until when no more is tried. Times in milliseconds. */
export interface PinTries {
  readonly wrong: number;
  readonly lockedUntil: number;
}

export const NO_TRIES: PinTries = { wrong: 0, lockedUntil: 0 };

/** So many wrong ones are a slip; one more may be somebody else. */
export const MOST_WRONG = 5;

const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 60 * 60_000;

export const isLocked = (tries: PinTries, now: number): boolean => now < tries.lockedUntil;

/** After the fifth wrong PIN nothing is tried for a minute, after every further one for twice as long, an hour at most. */
export function afterWrong({ wrong }: PinTries, now: number): PinTries {
  const count = wrong + 1;
  if (count < MOST_WRONG) return { wrong: count, lockedUntil: 0 };
  const doubled = FIRST_LOCK_MS * 2 ** Math.min(count - MOST_WRONG, 10);
  return { wrong: count, lockedUntil: now + Math.min(doubled, LONGEST_LOCK_MS) };
}
