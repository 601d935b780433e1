import canonicalize from 'canonicalize';
import { NoCryptography } from './flaw';

/** What stands for the hash of the one before the first. */
export const NOTHING_BEFORE = '0'.repeat(64);

const text = new TextEncoder();
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const utf8 = (written: string): Uint8Array<ArrayBuffer> => text.encode(written);

export function cryptography(): SubtleCrypto {
  const subtle = (globalThis as { crypto?: { subtle?: SubtleCrypto } }).crypto?.subtle;
  if (!subtle) throw new NoCryptography('no WebCrypto');
  return subtle;
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await cryptography().digest('SHA-256', bytes));
  return Array.from(hash, (byte) => HEX[byte]).join('');
}

/** Null where it is no Base64. */
export function base64(written: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** What a text says; nothing where it is no JSON object. */
export function read(written: string): Readonly<Record<string, unknown>> {
  try {
    const says: unknown = JSON.parse(written);
    return typeof says === 'object' && says !== null ? (says as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** RFC 8785: there is one way to write it. */
export function isCanonical(written: string, says: object): boolean {
  try {
    return canonicalize(says) === written;
  } catch {
    return false;
  }
}

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** 0 where it says none. */
export const numberOf = (says: Readonly<Record<string, unknown>>): number =>
  typeof says.number === 'number' && Number.isSafeInteger(says.number) ? says.number : 0;
