import type { OutboxEntry } from './database';

/** After so many tries something else is sent with it, to learn whether the server fails at it alone. */
const TRIES_BEFORE_PROBE = 3;
/** So often the server fails at a document while it takes others, before those go past it. */
export const FAULTS_BEFORE_PASSED = 3;

/** What a till sends next. */
export interface Turn {
  /** Sent together, once the first of them is due; the others know nothing of each other and of it. */
  readonly next: readonly OutboxEntry[];
  /** What the server fails at and others go past: each is tried again when its own pause is over. */
  readonly stuck: readonly OutboxEntry[];
}

/** Reads a till's line from its beginning. What depends on something that is stuck waits with it. */
export function turnOf(line: readonly OutboxEntry[]): Turn {
  const { free, held: stuck } = split(line, isStuck);
  const [head] = free;
  if (!head) return { next: [], stuck };
  if (!isSuspect(head)) return { next: together(free), stuck };
  const [probe] = split(free, (entry) => entry === head).free;
  return { next: probe ? [head, probe] : [head], stuck };
}

/** Whether others are sent past an entry that waits. */
export const isStuck = ({ state, stuckSince }: OutboxEntry): boolean =>
  state !== 'accepted' && state !== 'rejected' && typeof stuckSince === 'string';

/** Whether more of the line is needed to see who goes first. */
export const holdsUp = (entry: OutboxEntry): boolean => isStuck(entry) || isSuspect(entry);

const isSuspect = ({ attempts, problem }: OutboxEntry) =>
  attempts >= TRIES_BEFORE_PROBE && (problem?.status ?? 0) >= 500;

/** What is held and depends on nothing before it, and what depends on nothing that is held. */
function split(line: readonly OutboxEntry[], isHeld: (entry: OutboxEntry) => boolean) {
  const free: OutboxEntry[] = [];
  const held: OutboxEntry[] = [];
  const waits: OutboxEntry[] = [];
  for (const entry of line) {
    if (waits.some((earlier) => dependsOn(entry, earlier))) waits.push(entry);
    else if (isHeld(entry)) {
      held.push(entry);
      waits.push(entry);
    } else free.push(entry);
  }
  return { free, held };
}

/**
 * Sales that only sell know nothing of each other and travel together. Everything else goes by itself: a session is there
 * before its sales and closed after them, goods were sold before they come back, a deposit is there before it is spent.
 */
function together(waiting: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const other = waiting.findIndex((entry) => !onlySells(entry));
  return other < 0 ? waiting : waiting.slice(0, Math.max(1, other));
}

export const onlySells = (entry: OutboxEntry): boolean =>
  entry.kind === 'sale' && entry.takesBack === undefined && entry.body.deposit === undefined;

/** Whether the later one of two would be wrong, or refused, without the earlier one. */
export function dependsOn(later: OutboxEntry, earlier: OutboxEntry): boolean {
  // A drawer is closed before it is opened again, and a closing does not say which drawer.
  if (later.kind === 'till-session') return earlier.kind === 'till-session' || earlier.kind === 'closing';
  if (later.kind === 'sale' && earlier.kind === 'sale') return dealsWith(later, earlier);
  if (later.tillSessionId === null || later.tillSessionId !== earlier.tillSessionId) return false;
  if (earlier.kind === 'till-session' || earlier.kind === 'hand-over') return true;
  // What a drawer should hold is what has arrived.
  return later.kind === 'closing' || later.kind === 'hand-over';
}

type Sale = Extract<OutboxEntry, { kind: 'sale' }>;

function dealsWith(later: Sale, earlier: Sale): boolean {
  const layaway = later.body.deposit?.layawayId;
  return (
    later.takesBack?.includes(earlier.id) === true ||
    (layaway !== undefined && layaway === earlier.body.deposit?.layawayId)
  );
}
