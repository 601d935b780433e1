import type { OutboxEntry } from '../database';

/** What a document is, as the device that held it called it. */
export type HeldKind = OutboxEntry['kind'];

/** A document that a device held, as it is sent. */
export interface HeldDocument {
  readonly kind: HeldKind;
  readonly id: string;
  readonly path: string;
  readonly tillId: string;
  readonly body: object;
  /** Whether the device signed it, as far as can be told. */
  readonly proof: Proof;
}

/**
 * `proven`: the device's key signed this; `restored`: the document was damaged or is not there, and this is what was signed;
 * `unproven`: signed, by a key that is not known here; `unsigned`: no entry of a journal came with it.
 */
export type Proof = 'proven' | 'restored' | 'unproven' | 'unsigned';

/** An entry of a journal, byte for byte. */
export interface HeldEntry {
  readonly deviceId: string;
  readonly number: number;
  readonly payload: string;
  readonly signature: string;
}

/** What is wrong with a line; the rest can be brought in without it. */
export interface Flaw {
  /** Counted from 1; of receipts the how many-th. */
  readonly line: number;
  readonly why:
    | 'unreadable'
    | 'not-a-document'
    | 'not-an-entry'
    | 'other-store'
    | 'changed'
    | 'twice'
    /** Its entry does not hold the hash of the one before it. */
    | 'chain';
  /** A line whose flaw is only told is brought in all the same. */
  readonly leftOut: boolean;
}

/** What a device held, read from its file or from receipts, and checked. */
export interface Held {
  readonly storeId: string;
  readonly deviceId: string | null;
  readonly exportedAt: string | null;
  /** SHA-256 of the file; null of receipts, and where the browser has no cryptography. */
  readonly digest: string | null;
  /** In the order in which they are to be sent. */
  readonly documents: readonly HeldDocument[];
  readonly entries: readonly HeldEntry[];
  readonly flaws: readonly Flaw[];
  /** Whether it is all there; what is missing nobody knows. */
  readonly extent: 'whole' | 'cut-off' | 'lines-missing';
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

const IN_SESSION: Readonly<Partial<Record<HeldKind, string>>> = {
  'cash-movement': 'cash-movements',
  'hand-over': 'hand-overs',
  void: 'voids',
};

/** Where a document is put. What a file says of it is not believed: somebody's session would send it there. */
export function pathOf(kind: HeldKind, id: string, sessionId: unknown): string | null {
  if (!isUuid(id)) return null;
  if (kind === 'sale') return `/api/sales/${id}`;
  if (kind === 'till-session') return `/api/till-sessions/${id}`;
  if (kind === 'closing') return `/api/till-sessions/${id}/closing`;
  return isUuid(sessionId) ? `/api/till-sessions/${sessionId}/${IN_SESSION[kind]}/${id}` : null;
}

export const KINDS: readonly HeldKind[] = [
  'sale',
  'till-session',
  'cash-movement',
  'hand-over',
  'void',
  'closing',
];

/** What a journal calls each. */
export const IN_JOURNAL: Readonly<Record<HeldKind, string>> = {
  sale: 'SALE',
  'till-session': 'SESSION_OPENED',
  'cash-movement': 'CASH_MOVED',
  'hand-over': 'HAND_OVER',
  void: 'BASKET_VOIDED',
  closing: 'SESSION_CLOSED',
};
