import { uuidV7 } from '@/domain/uuid';
import type { Store, Till } from '@/shared/http/shapes';
import type { SignedInUser } from '@/shared/session/session';
import type { ConsoleDatabase, OutboxClosing, StoredTillSession } from './database';

/** The till this device is, and the store it stands in. */
export interface Device {
  readonly store: Store;
  readonly till: Till;
}

export const deviceOf = (db: ConsoleDatabase) => db.setting<Device>('device');
export const rememberedUser = (db: ConsoleDatabase) => db.setting<SignedInUser>('user');
export const rememberUser = (db: ConsoleDatabase, user: SignedInUser) => db.keep('user', user);
export const forgetUser = (db: ConsoleDatabase) => db.settings.delete('user');

/** Makes this device a till. Its receipt numbers go on after the highest that the server or the device knows. */
export async function becomeTill(
  db: ConsoleDatabase,
  device: Device,
  lastReceiptNumber: number,
): Promise<void> {
  await db.transaction('rw', db.settings, db.counters, async () => {
    const counter = await db.counters.get(device.till.id);
    await db.counters.put({
      tillId: device.till.id,
      next: Math.max(counter?.next ?? 1, lastReceiptNumber + 1),
    });
    await db.keep('device', device);
  });
}

export async function openSessionOf(
  db: ConsoleDatabase,
  tillId: string,
): Promise<StoredTillSession | undefined> {
  const sessions = await db.tillSessions.where('tillId').equals(tillId).toArray();
  return sessions.find((session) => session.closedAt === null);
}

/** Opens the till's session on the device and queues it; at most one is open per till. */
export async function openTill(
  db: ConsoleDatabase,
  device: Device,
  opening: { openingFloat: string; businessDate: string; openedAt: string },
): Promise<StoredTillSession> {
  return db.transaction('rw', db.tillSessions, db.outbox, async () => {
    const open = await openSessionOf(db, device.till.id);
    if (open) return open;
    const session: StoredTillSession = {
      id: uuidV7(),
      tillId: device.till.id,
      storeId: device.store.id,
      ...opening,
      closedAt: null,
    };
    await db.tillSessions.add(session);
    await db.outbox.add({
      kind: 'till-session',
      id: session.id,
      path: `/api/till-sessions/${session.id}`,
      body: {
        tillId: session.tillId,
        storeId: session.storeId,
        openingFloat: opening.openingFloat,
        currency: device.store.currency,
        businessDate: opening.businessDate,
        openedAt: opening.openedAt,
      },
      ...queuedNow(session.tillId, session.id, opening.openedAt),
    });
    return session;
  });
}

/** Closes the session on the device with the cash that was counted, and queues the closing behind its sales. */
export async function closeTill(
  db: ConsoleDatabase,
  session: StoredTillSession,
  countedCash: string,
  closedAt: string,
): Promise<void> {
  await db.transaction('rw', db.tillSessions, db.outbox, async () => {
    await db.tillSessions.update(session.id, { closedAt });
    await db.outbox.add({
      kind: 'closing',
      id: session.id,
      path: `/api/till-sessions/${session.id}/closing`,
      body: { countedCash, closedAt },
      answer: null,
      ...queuedNow(session.tillId, session.id, closedAt),
    });
  });
}

const SEEN_CLOSING = 'closing-seen';

/** The last closing of a till that nobody has acknowledged yet. */
export async function closingToShow(db: ConsoleDatabase, tillId: string): Promise<OutboxClosing | undefined> {
  const sent = await db.outbox.where('path').startsWith('/api/till-sessions/').sortBy('seq');
  const last = sent.filter((entry) => entry.kind === 'closing').findLast((entry) => entry.tillId === tillId);
  return last && last.id !== (await db.setting<string>(SEEN_CLOSING)) ? last : undefined;
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
