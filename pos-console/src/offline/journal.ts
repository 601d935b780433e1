import canonicalize from 'canonicalize';
import type { Table } from 'dexie';
import type { ConsoleDatabase, JournalEntry } from './database';
import { identityOf, type DeviceIdentity, type FollowedEntry } from './device-identity';

/** Something that happened at a till, as it goes into its journal. */
export interface Fact {
  readonly kind:
    'SALE' | 'SESSION_OPENED' | 'SESSION_CLOSED' | 'CASH_MOVED' | 'HAND_OVER' | 'BASKET_VOIDED' | 'X_REPORT';
  /** Id of what happened. */
  readonly subject: string;
  readonly at: string;
  /** The document that the server is sent; of a report, what it said. */
  readonly body: object;
}

/** Another tab wrote the next entry, or gave the next number, while this one was signing. */
export class JournalMoved extends Error {}

const FORMAT = 'tillstream-journal-1';
/** What the first entry of a device follows when no device was known before. */
export const NOTHING_BEFORE = '0'.repeat(64);
const MOST_ATTEMPTS = 50;

interface Head {
  readonly number: number;
  readonly hash: string;
}

/**
 * Writes a fact with its journal entry, both or neither. Signing waits for the browser's cryptography, and no transaction
 * survives such a wait: the entry is signed before, and all begins anew when another tab was faster.
 *
 * @param fact reads what is to be signed
 * @param write writes it in a transaction over `tables`; false when there was nothing to write
 */
export async function journalled<F extends Fact>(
  db: ConsoleDatabase,
  tables: readonly Table[],
  tillId: string,
  fact: () => Promise<F>,
  write: (fact: F) => Promise<boolean>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const told = await fact();
    const entry = await signed(db, tillId, told);
    try {
      await db.transaction('rw', [...tables, db.journal], async () => {
        if ((await write(told)) && entry) await append(db, entry);
      });
      return;
    } catch (failure) {
      if (!(failure instanceof JournalMoved) || attempt >= MOST_ATTEMPTS) throw failure;
    }
  }
}

/** Null where the device has no key, or its key fails: what happened has happened, and then it is not signed. */
async function signed(db: ConsoleDatabase, tillId: string, fact: Fact): Promise<JournalEntry | null> {
  const identity = await identityOf(db);
  if (identity?.tillId !== tillId) return null;
  const head = await headOf(db, identity);
  try {
    const payload = canonicalize({
      format: FORMAT,
      device: identity.id,
      epoch: identity.epoch,
      tillId,
      number: head.number + 1,
      previous: head.hash,
      ...(head.number === 0 && identity.follows && { follows: nameOf(identity.follows) }),
      ...fact,
    });
    if (payload === undefined) return null;
    const bytes = new TextEncoder().encode(payload);
    const [hash, signature] = await Promise.all([
      crypto.subtle.digest('SHA-256', bytes),
      crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, identity.key, bytes),
    ]);
    return {
      ...{ deviceId: identity.id, number: head.number + 1, subject: fact.subject, payload },
      ...{ hash: hex(hash), previous: head.hash, signature: base64(signature), state: 'queued' },
    };
  } catch {
    return null;
  }
}

async function append(db: ConsoleDatabase, entry: JournalEntry): Promise<void> {
  const last = await lastEntry(db, entry.deviceId);
  if ((last?.number ?? 0) + 1 !== entry.number || (last && last.hash !== entry.previous))
    throw new JournalMoved();
  await db.journal.add(entry);
}

const headOf = async (db: ConsoleDatabase, { id, follows }: DeviceIdentity): Promise<Head> =>
  (await lastEntry(db, id)) ?? { number: 0, hash: follows?.hash ?? NOTHING_BEFORE };

const lastEntry = (db: ConsoleDatabase, deviceId: string): Promise<JournalEntry | undefined> =>
  db.journal.where('[deviceId+number]').between([deviceId, 0], [deviceId, Infinity]).last();

const nameOf = ({ device, number }: FollowedEntry) => ({ device, number });

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
