import type { GivenApproval, RungUpBy } from '@/domain/sale';
import type { ConsoleDatabase, StoredTillSession } from './database';
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

/** Writes a void down and ends the draft it was, in one transaction. */
export async function keepVoid(
  db: ConsoleDatabase,
  session: Pick<StoredTillSession, 'id' | 'tillId'>,
  id: string,
  body: VoidedBasket,
  undoable: boolean,
): Promise<void> {
  await db.transaction('rw', db.outbox, db.drafts, async () => {
    await db.outbox.add({
      kind: 'void',
      id,
      path: pathOf(session.id, id),
      body,
      cashierName: body.doneBy.name,
      ...queuedNow(session.tillId, session.id, body.voidedAt),
      ...(undoable && { notBefore: Date.parse(body.voidedAt) + UNDO_MS }),
    });
    await db.drafts.delete(session.tillId);
  });
}

/** Second thoughts: it never happened, unless it was told already. */
export async function withdrawVoid(db: ConsoleDatabase, id: string): Promise<void> {
  await db.outbox
    .where({ id })
    .filter(({ state }) => state === 'queued')
    .delete();
}

/** Nobody will take it back any more: it is sent with what follows. */
export async function releaseVoid(db: ConsoleDatabase, id: string): Promise<void> {
  await db.outbox
    .where({ id })
    .filter(({ state, attempts }) => state === 'queued' && attempts === 0)
    .modify({ notBefore: 0 });
}
