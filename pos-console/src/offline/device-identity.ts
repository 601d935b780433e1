import type { ConsoleDatabase } from './database';

/** What makes this browser the till it is: a key pair whose private half can be used here and never read. */
export interface DeviceIdentity {
  readonly id: string;
  readonly tillId: string;
  /** The how many-th device of its till. */
  readonly epoch: number;
  /** ECDSA on P-256, not extractable. */
  readonly key: CryptoKey;
  readonly enrolledAt: string;
  readonly enrolledByName: string;
  /** Since when and why it no longer is the till; null while it is. */
  readonly retired: Retirement | null;
  /** The last entry that was known of the till's journal before; this device's first follows it. */
  readonly follows?: FollowedEntry | null;
}

export interface FollowedEntry {
  readonly device: string;
  readonly number: number;
  readonly hash: string;
}

export interface Retirement {
  readonly state: string;
  readonly at: string;
  readonly byName: string;
  readonly reason: string;
}

/** How the server says a device stands. */
export interface DeviceStanding {
  readonly id: string;
  readonly state: string;
  readonly retiredAt: string | null;
  readonly retiredByName: string | null;
  readonly reason: string | null;
}

export const IDENTITY = 'device-identity';

/** None on a till that became one before devices had keys. */
export const identityOf = (db: ConsoleDatabase) => db.setting<DeviceIdentity>(IDENTITY);

/** The device learns that it is the till no more; a sale that is being rung up is finished first. */
export async function learnStanding(db: ConsoleDatabase, standing: DeviceStanding): Promise<void> {
  const { id, state, retiredAt, retiredByName, reason } = standing;
  if (retiredAt === null) return;
  await db.transaction('rw', db.settings, db.drafts, async () => {
    const identity = await identityOf(db);
    if (identity?.id !== id || identity.retired || (await db.drafts.get(identity.tillId))) return;
    const retired: Retirement = { state, at: retiredAt, byName: retiredByName ?? '', reason: reason ?? '' };
    await db.keep(IDENTITY, { ...identity, retired });
  });
}
