import { afterWrong, isLocked, NO_TRIES, type PinTries } from '@/domain/approval/pin-tries';
import type { StaffMember } from '@/shared/http/shapes';
import type { ConsoleDatabase } from './database';

/** Somebody who can prove who they are on this device. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Null of who left. */
  readonly pin: SealedPin | null;
}

/** Says whether a PIN is right, on this device only: what the server sent is not kept. */
interface SealedPin {
  readonly salt: string;
  readonly iterations: number;
  readonly sealed: string;
  readonly setAt: string;
}

export type PinAnswer = 'right' | 'wrong' | 'left' | 'locked';

const DEVICE_KEY = 'device-key';
const staffKey = (storeId: string) => `staff:${storeId}`;
const triesKey = (tillId: string, personId: string) => `pin-tries:${tillId}:${personId}`;

const NOBODY: readonly KnownPerson[] = [];

export const staffOf = async (db: ConsoleDatabase, storeId: string): Promise<readonly KnownPerson[]> =>
  (await db.setting<readonly KnownPerson[]>(staffKey(storeId))) ?? NOBODY;

/** Takes over who works in the store; true when that is news. */
export async function syncStaff(
  db: ConsoleDatabase,
  storeId: string,
  fetchStaff: (storeId: string) => Promise<readonly StaffMember[]>,
): Promise<boolean> {
  const [told, known] = [await fetchStaff(storeId), await staffOf(db, storeId)];
  const key = await deviceKey(db);
  const people = await Promise.all(
    told.map(async ({ id, name, roles, pin }): Promise<KnownPerson> => {
      const before = known.find((person) => person.id === id)?.pin;
      const sealed =
        pin === null
          ? null
          : before?.setAt === pin.setAt
            ? before
            : {
                salt: pin.salt,
                iterations: pin.iterations,
                sealed: await seal(key, fromBase64(pin.verifier)),
                setAt: pin.setAt,
              };
      return { id, name, roles, pin: sealed };
    }),
  );
  if (JSON.stringify(people) === JSON.stringify(known)) return false;
  await db.keep(staffKey(storeId), people);
  return true;
}

/**
 * Checks a PIN on this device, with or without a network. Wrong ones are counted for each person and till, over reloads;
 * while somebody is locked nothing is tried, not even the right one. Who left is told so.
 */
export async function checkPin(
  db: ConsoleDatabase,
  tillId: string,
  person: KnownPerson,
  pin: string,
  now: number,
): Promise<PinAnswer> {
  if (person.pin === null) return 'left';
  const tries = await pinTries(db, tillId, person.id);
  if (isLocked(tries, now)) return 'locked';
  const verifier = await derived(pin, person.pin);
  const key = triesKey(tillId, person.id);
  if ((await seal(await deviceKey(db), verifier)) === person.pin.sealed) {
    await db.settings.delete(key);
    return 'right';
  }
  // Counted anew: another tab may have tried meanwhile.
  const next = await db.transaction('rw', db.settings, async () => {
    const counted = afterWrong(await pinTries(db, tillId, person.id), now);
    await db.keep(key, counted);
    return counted;
  });
  return isLocked(next, now) ? 'locked' : 'wrong';
}

export const pinTries = async (db: ConsoleDatabase, tillId: string, personId: string): Promise<PinTries> =>
  (await db.setting<PinTries>(triesKey(tillId, personId))) ?? NO_TRIES;

/** PINs are checked by the browser's own cryptography, which it has on secure pages only. */
export const canCheckPins = (): boolean => typeof globalThis.crypto.subtle === 'object';

/** A key that this browser keeps and never shows: what is sealed with it says nothing on another device. */
async function deviceKey(db: ConsoleDatabase): Promise<CryptoKey> {
  const known = await db.setting<CryptoKey>(DEVICE_KEY);
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return db.transaction('rw', db.settings, async () => {
    const meanwhile = await db.setting<CryptoKey>(DEVICE_KEY);
    if (!meanwhile) await db.keep(DEVICE_KEY, made);
    return meanwhile ?? made;
  });
}

async function derived(pin: string, { salt, iterations }: SealedPin): Promise<Uint8Array<ArrayBuffer>> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations },
    typed,
    256,
  );
  return new Uint8Array(bits);
}

async function seal(key: CryptoKey, verifier: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', key, verifier)));
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
