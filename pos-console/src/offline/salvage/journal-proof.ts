import type { HeldEntry } from './held';

/** A journal entry with what it says, and whether its device signed it; null where the device's key is not known here. */
export interface ReadEntry extends HeldEntry {
  readonly kind: string;
  readonly subject: string;
  readonly tillId: string;
  readonly body: object;
  readonly previous: string;
  readonly hash: string | null;
  readonly signed: boolean | null;
}

/** The key with which a device proves what it signed; null where nobody here knows it. */
export type KeyOf = (deviceId: string) => Promise<CryptoKey | null>;

const FORMAT = 'tillstream-journal-1';
const HASH = /^[0-9a-f]{64}$/;

interface Payload {
  readonly format?: unknown;
  readonly device?: unknown;
  readonly number?: unknown;
  readonly kind?: unknown;
  readonly subject?: unknown;
  readonly tillId?: unknown;
  readonly previous?: unknown;
  readonly body?: unknown;
}

/** Whether this browser can make hashes and check signatures: on secure pages only. */
const canProve = () => typeof globalThis.crypto.subtle === 'object';

/** Reads an entry and proves it; null when it is none, or tells of another device or number than it came as. */
export async function readEntry(entry: HeldEntry, keyOf: KeyOf): Promise<ReadEntry | null> {
  const said = parsed(entry.payload);
  if (said?.format !== FORMAT || said.device !== entry.deviceId || said.number !== entry.number) return null;
  const { kind, subject, tillId, previous, body } = said;
  if (typeof kind !== 'string' || typeof subject !== 'string' || !isObject(body)) return null;
  if (typeof tillId !== 'string' || typeof previous !== 'string' || !HASH.test(previous)) return null;
  const read = { ...entry, kind, subject, tillId, previous, body };
  if (!canProve()) return { ...read, hash: null, signed: null };
  const bytes = new TextEncoder().encode(entry.payload);
  const [hash, key] = await Promise.all([crypto.subtle.digest('SHA-256', bytes), keyOf(entry.deviceId)]);
  return { ...read, hash: hex(hash), signed: key && (await isSigned(key, entry.signature, bytes)) };
}

async function isSigned(key: CryptoKey, signature: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  let written: Uint8Array<ArrayBuffer>;
  try {
    written = fromBase64(signature);
  } catch {
    return false;
  }
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, written, bytes);
}

/** @param publicKey X.509 SubjectPublicKeyInfo of a P-256 key, Base64 */
export const keyFrom = (publicKey: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('spki', fromBase64(publicKey), { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'verify',
  ]);

export function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): Payload | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
