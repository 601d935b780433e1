import type { ConsoleDatabase } from '../database';
import { identityOf } from '../device-identity';
import type { Device } from '../till-device';
import { Problem } from '@/shared/http/problem';

/** What the tills of one store have in common and nobody else knows. */
export interface StoreKey {
  readonly storeId: string;
  readonly number: number;
  /** Names the store's box at the relay; whoever can't know the key can't guess it. */
  readonly box: string;
  /** AES-GCM, not extractable. */
  readonly seal: CryptoKey;
  /** HMAC, not extractable: gives tills names that say nothing outside the store. */
  readonly names: CryptoKey;
}

/** The key as the server tells it. */
export interface ToldKey {
  readonly storeId: string;
  readonly number: number;
  /** 32 bytes, Base64. */
  readonly key: string;
}

/** Where devices ask for their store's key. */
export interface KeyOffice {
  challenge(): Promise<{ readonly challenge: string }>;
  storeKey(
    deviceId: string,
    proof: { readonly challenge: string; readonly signature: string },
  ): Promise<ToldKey>;
}

const KEY = 'store-key';
const utf8 = new TextEncoder();

export async function storeKeyOf(db: ConsoleDatabase, storeId: string): Promise<StoreKey | null> {
  const kept = await db.setting<StoreKey>(KEY);
  return kept?.storeId === storeId ? kept : null;
}

/** Asks for the store's key and keeps it; a device that is no till any more forgets it. */
export async function learnStoreKey(db: ConsoleDatabase, device: Device, office: KeyOffice): Promise<void> {
  const identity = await identityOf(db);
  if (!identity || identity.tillId !== device.till.id) return;
  const { challenge } = await office.challenge();
  const words = utf8.encode(`tillstream-store-key\n${identity.id}\n${challenge}`);
  const signature = base64(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, identity.key, words));
  try {
    const told = await office.storeKey(identity.id, { challenge, signature });
    const known = await storeKeyOf(db, device.store.id);
    if (known?.number !== told.number) await db.keep(KEY, await taken(told));
  } catch (failure) {
    if (failure instanceof Problem && failure.slug === 'device-retired') await db.settings.delete(KEY);
    else throw failure;
  }
}

async function taken({ storeId, number, key }: ToldKey): Promise<StoreKey> {
  const root = await crypto.subtle.importKey('raw', bytesOf(key), 'HKDF', false, ['deriveKey']);
  const derived = (use: string, algorithm: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8.encode(`tillstream-edge-${use}`) },
      root,
      algorithm,
      false,
      usages,
    );
  const seal = await derived('seal', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
  const names = await derived('names', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']);
  return { storeId, number, box: await named(names, 'box'), seal, names };
}

/** What a till is called at the relay. */
export const nameOfTill = async ({ names }: StoreKey, tillId: string): Promise<string> =>
  (await named(names, `till\n${tillId}`)).slice(0, 32);

async function named(key: CryptoKey, what: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(what)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const NONCE_BYTES = 12;

/** Seals something for the store's tills; `about` is bound to it, so that it is nothing anywhere else. */
export async function sealed({ seal }: StoreKey, about: string, what: unknown): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const text = utf8.encode(JSON.stringify(what));
  const hidden = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8.encode(about) },
    seal,
    text,
  );
  const whole = new Uint8Array(NONCE_BYTES + hidden.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(hidden), NONCE_BYTES);
  return base64(whole.buffer);
}

/** What a till of the store sealed; null when none of them did, or it was about something else. */
export async function opened<T>({ seal }: StoreKey, about: string, text: string): Promise<T | null> {
  try {
    const whole = bytesOf(text);
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: whole.subarray(0, NONCE_BYTES), additionalData: utf8.encode(about) },
      seal,
      whole.subarray(NONCE_BYTES),
    );
    return JSON.parse(new TextDecoder().decode(plain)) as T;
  } catch {
    return null;
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

function base64(bytes: ArrayBuffer): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}
