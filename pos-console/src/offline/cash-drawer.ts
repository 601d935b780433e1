import type { CashMovement } from '@/domain/cash-movement';
import type { Counted } from '@/domain/denominations';
import type { RungUpBy } from '@/domain/sale';
import { uuidV7 } from '@/domain/uuid';
import type {
  ConsoleDatabase,
  OutboxHandOver,
  OutboxMovement,
  OutboxSale,
  OutboxVoid,
  StoredTillSession,
} from './database';
import { journalled } from './journal';
import { lineOf, putInLine } from './outbox';
import { queuedNow } from './till-device';

type Session = Pick<StoredTillSession, 'id' | 'tillId'>;

/** Writes moved cash down on the device and queues it behind what was sold before. */
export async function moveCash(
  db: ConsoleDatabase,
  session: Session,
  movement: CashMovement,
  cashierName: string,
): Promise<void> {
  const id = uuidV7();
  await journalled(
    db,
    lineOf(db),
    session.tillId,
    () => Promise.resolve({ kind: 'CASH_MOVED' as const, subject: id, at: movement.movedAt, body: movement }),
    async () => {
      await putInLine(db, {
        ...{ kind: 'cash-movement', id, body: movement, cashierName },
        path: `/api/till-sessions/${session.id}/cash-movements/${id}`,
        ...queuedNow(session.tillId, session.id, movement.movedAt),
      });
      return true;
    },
  );
}

/** A counted drawer goes on with somebody else. */
export async function handOver(
  db: ConsoleDatabase,
  session: Session,
  counted: Counted,
  names: { readonly from: string; readonly to: string },
  handedOverAt: string,
): Promise<void> {
  const id = uuidV7();
  const body = {
    countedCash: counted.amount,
    ...(counted.count && { count: counted.count }),
    takenOverBy: names.to,
    handedOverAt,
  };
  await journalled(
    db,
    lineOf(db),
    session.tillId,
    () => Promise.resolve({ kind: 'HAND_OVER' as const, subject: id, at: handedOverAt, body }),
    async () => {
      await putInLine(db, {
        ...{ kind: 'hand-over', id, body, cashierName: names.from },
        path: `/api/till-sessions/${session.id}/hand-overs/${id}`,
        ...queuedNow(session.tillId, session.id, handedOverAt),
      });
      return true;
    },
  );
}

/** Somebody looked at the figures of the running session; only the journal keeps it. */
export async function noteReport(
  db: ConsoleDatabase,
  session: Session,
  report: { readonly readAt: string; readonly readBy: RungUpBy; readonly figures: object },
): Promise<void> {
  const subject = uuidV7();
  const body = { tillSessionId: session.id, ...report };
  await journalled(
    db,
    [],
    session.tillId,
    () => Promise.resolve({ kind: 'X_REPORT' as const, subject, at: report.readAt, body }),
    () => Promise.resolve(true),
  );
}

/** Everything this device holds of a session, in the order it happened. */
export interface SessionJournal {
  readonly sales: readonly OutboxSale[];
  readonly movements: readonly OutboxMovement[];
  readonly handOvers: readonly OutboxHandOver[];
  readonly voids: readonly OutboxVoid[];
  readonly unsent: number;
}

export async function journalOf(db: ConsoleDatabase, sessionId: string): Promise<SessionJournal> {
  const entries = await db.outbox.where('tillSessionId').equals(sessionId).sortBy('seq');
  return {
    sales: entries.filter((entry) => entry.kind === 'sale'),
    movements: entries.filter((entry) => entry.kind === 'cash-movement'),
    handOvers: entries.filter((entry) => entry.kind === 'hand-over'),
    voids: entries.filter((entry) => entry.kind === 'void'),
    unsent: entries.filter(({ state }) => state !== 'accepted').length,
  };
}

/** What counts towards the cash of a session; a count made before any of it is no longer true. */
export const factsIn = ({ sales, movements }: SessionJournal): number => sales.length + movements.length;
