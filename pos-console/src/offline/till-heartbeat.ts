import type { ConsoleDatabase } from './database';
import { watch } from './live';
import { identityOf, learnStanding, type DeviceStanding } from './device-identity';
import { outboxSummary } from './outbox';
import { learnClosing, openSessionsOf, type ClosedElsewhere, type Device } from './till-device';

/** What a till tells of itself, as `PUT /api/till-states/{tillId}` takes it. */
export interface TillState {
  readonly storeId: string;
  readonly openSessions: readonly string[];
  readonly unsent: number;
  readonly unsentSince: string | null;
  readonly appVersion: string;
  /** A till that was never enrolled has none. */
  readonly deviceId?: string;
}

export type Tell = (
  path: string,
  state: TillState,
) => Promise<{
  readonly closedElsewhere: readonly ClosedElsewhere[];
  readonly device: DeviceStanding | null;
}>;

const EVERY_MS = 15_000;
/** What is on its way for less than this is no news. */
const SETTLE_MS = 2_000;

export async function stateOf(db: ConsoleDatabase, device: Device, appVersion: string): Promise<TillState> {
  const [sessions, { waiting, rejected, waitingSince }, identity] = await Promise.all([
    openSessionsOf(db, device.till.id),
    outboxSummary(db),
    identityOf(db),
  ]);
  return {
    storeId: device.store.id,
    openSessions: sessions.map(({ id }) => id),
    unsent: waiting + rejected,
    unsentSince: waitingSince,
    appVersion,
    ...(identity?.tillId === device.till.id && { deviceId: identity.id }),
  };
}

/**
 * Tells the server how this till is: every 15 seconds, and soon after something changed. Nothing waits for the answer,
 * and a failure is no news: the next word replaces it.
 *
 * @returns stops telling
 */
export function runHeartbeat(
  db: ConsoleDatabase,
  device: Device,
  appVersion: string,
  tell: Tell,
): () => void {
  let stopped = false;
  let told = '';
  let settling: ReturnType<typeof setTimeout> | undefined;
  const path = `/api/till-states/${encodeURIComponent(device.till.id)}`;
  const beat = async (onlyNews: boolean) => {
    const state = await stateOf(db, device, appVersion);
    const words = JSON.stringify(state);
    if (stopped || (onlyNews && words === told)) return;
    try {
      const { closedElsewhere, device: standing } = await tell(path, state);
      told = words;
      if (standing) await learnStanding(db, standing);
      for (const closing of closedElsewhere) await learnClosing(db, closing);
    } catch {
      told = '';
    }
  };
  const unwatch = watch(
    db,
    (now) => stateOf(now, device, appVersion),
    () => {
      clearTimeout(settling);
      settling = setTimeout(() => void beat(true), SETTLE_MS);
    },
  );
  const timer = setInterval(() => void beat(false), EVERY_MS);
  return () => {
    stopped = true;
    unwatch();
    clearTimeout(settling);
    clearInterval(timer);
  };
}
