import { uuidV7 } from '@/domain/uuid';
import type { Device as EnrolledDevice, LastReceipt, Store, Till } from '@/shared/http/shapes';
import type { ConsoleDatabase } from './database';
import { IDENTITY, identityOf, type DeviceIdentity } from './device-identity';
import { unsentEntries } from './journal-sending';
import { askAboutDeviceBefore } from './replacement';
import { countUnsent } from './outbox-entries';
import { becomeTill, openSessionsOf, deviceOf, type Device } from './till-device';

/** What of the suite an enrolment needs. */
export interface EnrolmentOffice {
  challenge(): Promise<{ readonly challenge: string }>;
  enrol(id: string, body: unknown): Promise<EnrolledDevice>;
  store(id: string): Promise<Store>;
  till(id: string): Promise<Till>;
  lastReceipt(tillId: string): Promise<LastReceipt>;
}

/** A manager's code says which till; whoever may enrol without one names it. */
export type Wish = { readonly code: string } | { readonly tillId: string };

/** This device still holds what no server has: it can't become, or cease to be, a till before that is sent. */
export class StillUnsent extends Error {
  readonly count: number;
  constructor(count: number) {
    super(`${count} not sent`);
    this.name = 'StillUnsent';
    this.count = count;
  }
}

/** A drawer of this till is open; it is counted first. */
export class StillOpen extends Error {}

interface Pending {
  readonly id: string;
  readonly keys: CryptoKeyPair;
}

const PENDING = 'device-enrolling';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };

/** The browser makes keys on secure pages only. */
export const canEnrol = (): boolean => typeof globalThis.crypto.subtle === 'object';

/**
 * Makes this device a till: a key that never leaves it, and the proof to the server that it is here. The key is kept
 * before anything is asked, so that an answer that got lost is had by asking again.
 */
export async function enrol(db: ConsoleDatabase, office: EnrolmentOffice, wish: Wish): Promise<Device> {
  await mustBeSent(db);
  const { id, keys } = await pending(db);
  const { challenge } = await office.challenge();
  const enrolled = await office.enrol(id, {
    ...wish,
    publicKey: base64(await crypto.subtle.exportKey('spki', keys.publicKey)),
    challenge,
    signature: base64(
      await crypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        keys.privateKey,
        new TextEncoder().encode(`tillstream-device-enrolment\n${id}\n${challenge}`),
      ),
    ),
  });
  if (enrolled.state !== 'ACTIVE') {
    // Another device took its place between our asking twice.
    await db.settings.delete(PENDING);
    return enrol(db, office, wish);
  }
  const [store, till, last] = await Promise.all([
    office.store(enrolled.storeId),
    office.till(enrolled.tillId),
    office.lastReceipt(enrolled.tillId),
  ]);
  const identity: DeviceIdentity = {
    ...{ id, tillId: till.id, epoch: enrolled.epoch, key: keys.privateKey },
    ...{ enrolledAt: enrolled.enrolledAt, enrolledByName: enrolled.enrolledByName, retired: null },
    follows: enrolled.follows,
  };
  await db.transaction('rw', db.settings, db.counters, async () => {
    await becomeTill(db, { store, till }, last.receiptNumber, enrolled.epoch);
    await db.keep(IDENTITY, identity);
    if (enrolled.epoch > 1) await askAboutDeviceBefore(db, enrolled.epoch);
    await db.settings.delete(PENDING);
  });
  return { store, till };
}

/** This device ceases to be a till, when nothing of it is left to be sent or counted; its key is forgotten. */
export async function leave(
  db: ConsoleDatabase,
  revoke: (deviceId: string) => Promise<unknown>,
): Promise<void> {
  await mustBeSent(db);
  const [device, identity] = [await deviceOf(db), await identityOf(db)];
  // What a device that was replaced left open is counted by whoever holds the till now.
  if (!identity?.retired) {
    if (device && (await openSessionsOf(db, device.till.id)).length > 0) throw new StillOpen();
    if (identity) await revoke(identity.id);
  }
  await db.transaction('rw', db.settings, db.outbox, db.journal, async () => {
    await mustBeSent(db);
    await db.settings.bulkDelete([IDENTITY, 'device']);
  });
}

/** What still has to be sent or looked after by a person. */
export async function unsentCount(db: ConsoleDatabase): Promise<number> {
  return (await countUnsent(db)) + (await unsentEntries(db));
}

async function mustBeSent(db: ConsoleDatabase): Promise<void> {
  const count = await unsentCount(db);
  if (count > 0) throw new StillUnsent(count);
}

async function pending(db: ConsoleDatabase): Promise<Pending> {
  const known = await db.setting<Pending>(PENDING);
  if (known) return known;
  const made = { id: uuidV7(), keys: await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']) };
  return db.transaction('rw', db.settings, async () => {
    const meanwhile = await db.setting<Pending>(PENDING);
    if (!meanwhile) await db.keep(PENDING, made);
    return meanwhile ?? made;
  });
}

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
