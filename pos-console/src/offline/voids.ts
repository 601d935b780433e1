import type { GivenApproval, RungUpBy } from '@/domain/sale';
import { shopNow } from '@/shared/shop-clock';
import type { ConsoleDatabase, OutboxEntry, OutboxVoid, StoredTillSession } from './database';
import { journalled } from './journal';
import { lineOf, putInLine, takeOutOfLine, undoableVoids } from './outbox';
import { queuedNow } from './till-device';

/** A basket that was given up; see `PUT /api/till-sessions/{id}/voids/{id}`. */
export interface VoidedBasket {
  /** The sale it would have become. */
  readonly saleId: string;
  readonly voidedAt: string;
  readonly lines: readonly {
    readonly sku: string;
    readonly name: string;
    readonly quantity: string;
    readonly unitPrice: string;
    readonly amount: string;
  }[];
  readonly total: string;
  /** Money that had been taken for it and went back. */
  readonly tenders: readonly {
    readonly type: 'CASH' | 'CARD';
    readonly amount: string;
    readonly paymentId: string | null;
  }[];
  readonly approvals?: readonly GivenApproval[];
  readonly doneBy: RungUpBy;
}

/** So long a void waits on the device for second thoughts, unless something new is rung up. */
const UNDO_MS = 15_000;

const pathOf = (sessionId: string, id: string) => `/api/till-sessions/${sessionId}/voids/${id}`;

/** A void that may still be taken back: it is neither signed nor sent. */
type Undoable = OutboxVoid & { readonly undoableUntil: number };

export const isUndoable = (entry: OutboxEntry): entry is Undoable =>
  entry.kind === 'void' && entry.undoableUntil !== undefined;

/** Writes a void down and ends the draft it was, in one transaction. Where nobody may take it back it is signed with that. */
export async function keepVoid(
  db: ConsoleDatabase,
  session: Pick<StoredTillSession, 'id' | 'tillId'>,
  id: string,
  body: VoidedBasket,
  undoable: boolean,
): Promise<void> {
  const write = async () => {
    await putInLine(db, {
      ...{ kind: 'void', id, path: pathOf(session.id, id), body, cashierName: body.doneBy.name },
      ...queuedNow(session.tillId, session.id, body.voidedAt),
      ...(undoable && { undoableUntil: Date.parse(body.voidedAt) + UNDO_MS }),
    });
    await db.drafts.delete(session.tillId);
    return true;
  };
  if (undoable) await db.transaction('rw', [...lineOf(db), db.drafts], write);
  else await journalled(db, [...lineOf(db), db.drafts], session.tillId, () => factOf({ id, body }), write);
}

/** Second thoughts: it never happened, unless it stands already. */
export async function withdrawVoid(db: ConsoleDatabase, id: string): Promise<void> {
  await db.transaction('rw', lineOf(db), async () =>
    takeOutOfLine(db, await db.outbox.where({ id }).filter(isUndoable).toArray()),
  );
}

/** Nobody will take it back any more: it is signed, and sent with what follows. */
export async function releaseVoid(db: ConsoleDatabase, id: string): Promise<void> {
  const kept = await db.outbox.get({ id });
  if (kept?.kind !== 'void') return;
  await journalled(
    db,
    [db.outbox],
    kept.tillId,
    () => factOf(kept),
    async () => {
      const now = await db.outbox.get(kept.seq);
      if (!now || !isUndoable(now)) return false;
      const { undoableUntil: _, ...standing } = now;
      await db.outbox.put(standing);
      return true;
    },
  );
}

/**
 * Lets the voids stand whose time for second thoughts is over, with the network or without.
 *
 * @returns milliseconds until the next one's is, or null when there is none
 */
export async function settleVoids(db: ConsoleDatabase, now: () => number = shopNow): Promise<number | null> {
  let due: number | null = null;
  for (const { id, undoableUntil } of (await undoableVoids(db)).filter(isUndoable)) {
    const wait = undoableUntil - now();
    // Longer than there is to think: the clock was set back.
    if (wait <= 0 || wait > UNDO_MS) await releaseVoid(db, id);
    else due = Math.min(due ?? wait, wait);
  }
  return due;
}

const factOf = ({ id, body }: Pick<OutboxVoid, 'id' | 'body'>) =>
  Promise.resolve({ kind: 'BASKET_VOIDED' as const, subject: id, at: body.voidedAt, body });
