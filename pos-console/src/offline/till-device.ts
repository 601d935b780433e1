import type { Counted } from '@/domain/denominations';
import { firstReceiptNumber } from '@/domain/receipt-number';
import type { GivenApproval, RungUpBy } from '@/domain/sale';
import { uuidV7 } from '@/domain/uuid';
import type { Store, Till } from '@/shared/http/shapes';
import type { SignedInUser } from '@/shared/session/session';
import type { ConsoleDatabase, OutboxClosing, StoredTillSession } from './database';
import { journalled } from './journal';
import { lineOf, putInLine } from './outbox';

/** The till this device is, and the store it stands in. */
export interface Device {
  readonly store: Store;
  readonly till: Till;
}

export const deviceOf = (db: ConsoleDatabase) => db.setting<Device>('device');
export const rememberedUser = (db: ConsoleDatabase) => db.setting<SignedInUser>('user');
export const rememberUser = (db: ConsoleDatabase, user: SignedInUser) => db.keep('user', user);
export const forgetUser = (db: ConsoleDatabase) => db.settings.delete('user');

/**
 * Makes this device a till. The first of a till goes on after the highest receipt number that the server or the device knows;
 * one that takes another's place has numbers of its own, for nobody knows what the other one has not sent yet.
 */
export async function becomeTill(
  db: ConsoleDatabase,
  device: Device,
  lastReceiptNumber: number,
  epoch = 1,
): Promise<void> {
  await db.transaction('rw', db.settings, db.counters, async () => {
    const counter = await db.counters.get(device.till.id);
    await db.counters.put({
      tillId: device.till.id,
      next: Math.max(counter?.next ?? 1, epoch > 1 ? firstReceiptNumber(epoch) : lastReceiptNumber + 1),
    });
    await db.keep('device', device);
  });
}

/** The store or till as they are now; which till this device is stays. */
export async function refreshDevice(db: ConsoleDatabase, latest: Device): Promise<void> {
  const known = await deviceOf(db);
  if (known?.till.id === latest.till.id && JSON.stringify(known) !== JSON.stringify(latest))
    await db.keep('device', latest);
}

export const drawerOf = (session: Pick<StoredTillSession, 'drawer'>): number => session.drawer ?? 1;

/** The open sessions of a till, one for each drawer at most, in the order of the drawers. */
export async function openSessionsOf(db: ConsoleDatabase, tillId: string): Promise<StoredTillSession[]> {
  const sessions = await db.tillSessions.where('tillId').equals(tillId).toArray();
  return sessions
    .filter((session) => session.closedAt === null)
    .sort((one, other) => drawerOf(one) - drawerOf(other));
}

const chosenDrawer = (tillId: string) => `drawer:${tillId}`;

/** The session that is worked in: the chosen drawer's, or the only one where none was ever chosen. */
export async function openSessionOf(
  db: ConsoleDatabase,
  tillId: string,
): Promise<StoredTillSession | undefined> {
  const open = await openSessionsOf(db, tillId);
  const chosen = await db.setting<string | null>(chosenDrawer(tillId));
  if (chosen === undefined) return open.length === 1 ? open[0] : undefined;
  return open.find((session) => session.id === chosen);
}

/** Goes on with another drawer of the till, or with none yet. */
export const chooseDrawer = (db: ConsoleDatabase, tillId: string, sessionId: string | null) =>
  db.keep(chosenDrawer(tillId), sessionId);

export interface Opening {
  readonly openingFloat: string;
  readonly businessDate: string;
  readonly openedAt: string;
  readonly drawer?: number;
  readonly floatCount?: Counted['count'];
  readonly openedByName?: string;
}

/** Opens a session of the till on the device and queues it; at most one is open for each drawer. */
export async function openTill(
  db: ConsoleDatabase,
  device: Device,
  { floatCount, ...opening }: Opening,
): Promise<StoredTillSession> {
  const made: StoredTillSession = {
    ...{ id: uuidV7(), tillId: device.till.id, storeId: device.store.id },
    ...opening,
    closedAt: null,
  };
  const body = {
    ...{ tillId: made.tillId, storeId: made.storeId, openingFloat: opening.openingFloat },
    ...{ currency: device.store.currency, businessDate: opening.businessDate, openedAt: opening.openedAt },
    drawer: drawerOf(opening),
    ...(floatCount && { floatCount }),
  };
  let session = made;
  await journalled(
    db,
    [db.tillSessions, ...lineOf(db), db.settings],
    made.tillId,
    () => Promise.resolve({ kind: 'SESSION_OPENED' as const, subject: made.id, at: made.openedAt, body }),
    async () => {
      const open = (await openSessionsOf(db, device.till.id)).find(
        (each) => drawerOf(each) === drawerOf(opening),
      );
      session = open ?? made;
      await chooseDrawer(db, device.till.id, session.id);
      if (open) return false;
      await db.tillSessions.add(made);
      await putInLine(db, {
        ...{ kind: 'till-session', id: made.id, path: `/api/till-sessions/${made.id}`, body },
        ...queuedNow(made.tillId, made.id, made.openedAt),
      });
      return true;
    },
  );
  return session;
}

/** What is said of a closing besides the count. */
export interface Closing {
  readonly closedAt: string;
  /** Why the drawer does not hold what it should. */
  readonly reason?: string;
  readonly approvals?: readonly GivenApproval[];
  readonly doneBy?: RungUpBy;
}

/** Closes the session on the device with the cash that was counted, and queues the closing behind its sales. */
export async function closeTill(
  db: ConsoleDatabase,
  session: Pick<StoredTillSession, 'id' | 'tillId'>,
  counted: Counted,
  closing: Closing,
): Promise<void> {
  const { closedAt, reason, approvals, doneBy } = closing;
  const body = {
    countedCash: counted.amount,
    closedAt,
    ...(counted.count && { count: counted.count }),
    ...(counted.foreign && { foreign: counted.foreign }),
    ...(reason && { reason }),
    ...(approvals?.length && { approvals }),
    ...(doneBy && { doneBy }),
  };
  await journalled(
    db,
    [db.tillSessions, ...lineOf(db), db.settings],
    session.tillId,
    () => Promise.resolve({ kind: 'SESSION_CLOSED' as const, subject: session.id, at: closedAt, body }),
    async () => {
      await db.tillSessions.update(session.id, { closedAt });
      await forgetCount(db, session.id);
      await putInLine(db, {
        ...{ kind: 'closing', id: session.id, path: `/api/till-sessions/${session.id}/closing`, body },
        ...{ answer: null, ...queuedNow(session.tillId, session.id, closedAt) },
      });
      return true;
    },
  );
}

const countKey = (sessionId: string) => `final-count:${sessionId}`;

/** A count that can no longer be changed, as long as nothing was sold or moved since. */
export interface FinalCount extends Counted {
  /** How much the session held when it was counted. */
  readonly facts: number;
}

export const keepCount = (db: ConsoleDatabase, sessionId: string, count: FinalCount) =>
  db.keep(countKey(sessionId), count);
export const finalCountOf = (db: ConsoleDatabase, sessionId: string) =>
  db.setting<FinalCount>(countKey(sessionId));
export const forgetCount = (db: ConsoleDatabase, sessionId: string) =>
  db.settings.delete(countKey(sessionId));

const CLOSED_ELSEWHERE = 'closed-elsewhere';

/** Somebody has closed a session from another place. */
export interface ClosedElsewhere {
  readonly id: string;
  readonly closedAt: string;
  readonly closedByName: string;
}

/** The device learns it; a sale that is being rung up is finished first. */
export async function learnClosing(db: ConsoleDatabase, closing: ClosedElsewhere): Promise<void> {
  await db.transaction('rw', db.tillSessions, db.settings, db.drafts, async () => {
    const session = await db.tillSessions.get(closing.id);
    if (!session || session.closedAt !== null || (await db.drafts.get(session.tillId))) return;
    await db.tillSessions.update(closing.id, { closedAt: closing.closedAt });
    await db.keep(CLOSED_ELSEWHERE, closing);
  });
}

export const closedElsewhere = (db: ConsoleDatabase) => db.setting<ClosedElsewhere>(CLOSED_ELSEWHERE);
export const forgetClosedElsewhere = (db: ConsoleDatabase) => db.settings.delete(CLOSED_ELSEWHERE);

const SEEN_CLOSING = 'closing-seen';

/** The last closing of a till that nobody has acknowledged yet. */
export async function closingToShow(db: ConsoleDatabase, tillId: string): Promise<OutboxClosing | undefined> {
  const last = await db.outbox
    .where('[tillId+kind+seq]')
    .between([tillId, 'closing', 0], [tillId, 'closing', Infinity])
    .last();
  return last?.kind === 'closing' && last.id !== (await db.setting<string>(SEEN_CLOSING)) ? last : undefined;
}

/** Somebody has seen what a closing came to. */
export const acknowledgeClosing = (db: ConsoleDatabase, sessionId: string) =>
  db.keep(SEEN_CLOSING, sessionId);

export function queuedNow(tillId: string, tillSessionId: string | null, queuedAt: string) {
  return {
    tillId,
    tillSessionId,
    state: 'queued' as const,
    attempts: 0,
    notBefore: 0,
    queuedAt,
    acceptedAt: null,
    problem: null,
  };
}
