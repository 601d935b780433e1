import type { FlawKind } from './flaw';
import { NotAnExport } from './flaw';
import { base64, cryptography, isCanonical, numberOf, read, sha256, textOf, utf8 } from './hashing';

const FORMAT = 'tillstream-journal-1';
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' };
const SIGNATURE_BYTES = 64;

export interface SignedEntry {
  readonly payload: string;
  readonly signature: string;
}

/** The last entry that was known of the devices before, when a device was enrolled. */
export interface FollowedEntry {
  readonly device: string;
  readonly number: number;
  readonly hash: string;
}

/** Whose journal it is. */
export interface JournalDevice {
  readonly device: string;
  readonly tillId: string;
  readonly epoch: number;
  /** X.509 SubjectPublicKeyInfo, Base64. */
  readonly publicKey: string;
  readonly follows: FollowedEntry | null;
}

/** What the first entry of a device says of the journal before. */
export interface Succession {
  readonly epoch: number;
  readonly follows: FollowedEntry;
}

/** An entry looked at by itself. */
export interface CheckedEntry {
  /** 0 when it cannot be read. */
  readonly number: number;
  readonly previous: string;
  readonly hash: string;
  readonly signed: boolean;
  readonly succession: Succession | null;
  readonly troubles: readonly { kind: FlawKind; about: Readonly<Record<string, string>> }[];
}

export function successionIn(payload: string): Succession | null {
  return successionOf(read(payload));
}

function successionOf(says: Readonly<Record<string, unknown>>): Succession | null {
  const { follows } = says;
  if (typeof follows !== 'object' || follows === null) return null;
  const named = follows as Readonly<Record<string, unknown>>;
  return {
    epoch: Number(says.epoch),
    follows: { device: textOf(named.device), number: numberOf(named), hash: textOf(says.previous) },
  };
}

/** Looks at entries of one device by themselves: their form, whose they are, their signature. */
export class EntryCheck {
  /** SHA-256 of the public key. */
  readonly keyHash: string;
  private readonly device: JournalDevice;
  private readonly key: CryptoKey;

  private constructor(device: JournalDevice, key: CryptoKey, keyHash: string) {
    this.device = device;
    this.key = key;
    this.keyHash = keyHash;
  }

  static async of(device: JournalDevice): Promise<EntryCheck> {
    const bytes = base64(device.publicKey);
    if (!bytes) throw new NotAnExport('the key is no Base64');
    const subtle = cryptography();
    const key = await subtle.importKey('spki', bytes, CURVE, false, ['verify']).catch((cause: unknown) => {
      throw new NotAnExport('the key is not on P-256', { cause });
    });
    return new EntryCheck(device, key, await sha256(bytes));
  }

  async check({ payload, signature }: SignedEntry): Promise<CheckedEntry> {
    const bytes = utf8(payload);
    const says = read(payload);
    const number = numberOf(says);
    if (number <= 0)
      return { number: 0, previous: '', hash: '', signed: false, succession: null, troubles: [] };
    const [hash, signed] = await Promise.all([sha256(bytes), this.signed(bytes, signature)]);
    return {
      ...{ number, previous: textOf(says.previous), hash, signed, succession: successionOf(says) },
      troubles: [
        ...(isCanonical(payload, says) ? [] : [{ kind: 'NOT_CANONICAL' as const, about: {} }]),
        ...this.saysOtherwise(says),
      ],
    };
  }

  private async signed(bytes: Uint8Array<ArrayBuffer>, written: string): Promise<boolean> {
    const signature = base64(written);
    if (signature?.length !== SIGNATURE_BYTES) return false;
    return cryptography().verify(SIGNATURE, this.key, signature, bytes);
  }

  private saysOtherwise(says: Readonly<Record<string, unknown>>) {
    const { device, tillId, epoch } = this.device;
    return Object.entries({ format: FORMAT, device, tillId, epoch: String(epoch) })
      .filter(([field, expected]) => textOf(says[field]) !== expected)
      .map(([field, expected]) => ({
        kind: 'OF_ANOTHER' as const,
        about: { field, said: textOf(says[field]), expected },
      }));
  }
}
