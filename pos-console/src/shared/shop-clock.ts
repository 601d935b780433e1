/**
 * The time of the shop. A device's own clock may be hours or years off (an empty battery, somebody who set it), and prices,
 * promotions and business dates follow the time: so it is corrected by what the server last told, and never goes back
 * before that. A clock that is ahead is believed until the server can be asked.
 */
const KEPT = 'tillstream.clock';
/** Answers tell whole seconds and are a while on their way. */
const NO_DIFFERENCE_MS = 30_000;
const KEEP_EVERY_MS = 60_000;

interface Told {
  /** What the device's clock lacks, in milliseconds. */
  readonly offset: number;
  /** What the server last told. */
  readonly reached: number;
}

const NOTHING: Told = { offset: 0, reached: 0 };

let told = kept();
/** When it was told, on a clock that nobody can set. */
let since = performance.now();
const listeners = new Set<() => void>();

/** Milliseconds since 1970, as the shop has it. */
export function shopNow(): number {
  return Math.max(Date.now() + told.offset, told.reached + performance.now() - since);
}

export const shopTime = (): Date => new Date(shopNow());

/** Takes over what the server tells with an answer: the `Date` header. */
export function learnTime(header: string | null): void {
  const server = header === null ? NaN : Date.parse(header);
  if (Number.isNaN(server)) return;
  const lacks = server - Date.now();
  const offset = Math.abs(lacks) < NO_DIFFERENCE_MS ? 0 : lacks;
  // The part of a second that the header leaves out is no news.
  const moved = Math.abs(offset - told.offset) > NO_DIFFERENCE_MS;
  const late = server - kept().reached > KEEP_EVERY_MS;
  since = performance.now();
  told = { offset: moved ? offset : told.offset, reached: server };
  if (moved || late) keep();
  if (moved) for (const listener of listeners) listener();
}

/** By how much the device's clock lags (positive) or leads (negative), in milliseconds; 0 when it is right. */
export const clockOff = (): number => told.offset;

export function onClockChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keep(): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(told));
  } catch {
    // Without storage it is learnt anew with each start.
  }
}

function kept(): Told {
  try {
    return { ...NOTHING, ...(JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Told>) };
  } catch {
    return NOTHING;
  }
}
