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

let told = kept(read());
/** When it was told, on a clock that nobody can set. */
let since = performance.now();
/** Up to where it is kept, by whichever tab: asking the store at each answer would cost more than reading the answer's time. */
let keptUpTo = told.reached;
const listeners = new Set<() => void>();
if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === KEPT) follow(kept(newValue));
  });
}

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
  const moved = movedBy(offset);
  const late = server - keptUpTo > KEEP_EVERY_MS;
  take({ offset: moved ? offset : told.offset, reached: server });
  if (moved || late) keep();
  if (moved) tellListeners();
}

/** Another tab of this device has asked the server. */
function follow(other: Told): void {
  keptUpTo = other.reached;
  if (other.reached <= told.reached) return;
  const moved = movedBy(other.offset);
  take(other);
  if (moved) tellListeners();
}

const movedBy = (offset: number): boolean => Math.abs(offset - told.offset) > NO_DIFFERENCE_MS;

function take(news: Told): void {
  since = performance.now();
  told = news;
}

function tellListeners(): void {
  for (const listener of listeners) listener();
}

/** By how much the device's clock lags (positive) or leads (negative), in milliseconds; 0 when it is right. */
export const clockOff = (): number => told.offset;

export function onClockChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keep(): void {
  keptUpTo = told.reached;
  try {
    localStorage.setItem(KEPT, JSON.stringify(told));
  } catch {
    // Without storage it is learnt anew with each start.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function kept(text: string | null): Told {
  try {
    return { ...NOTHING, ...(JSON.parse(text ?? '{}') as Partial<Told>) };
  } catch {
    return NOTHING;
  }
}
