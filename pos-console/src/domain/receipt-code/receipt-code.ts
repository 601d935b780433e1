import { bytesIn, bytesOf, digitsOf } from './digits';
import { packed, unpacked } from './packing';

/** What a device signed of a sale: the text byte for byte, and 64 bytes in Base64. */
export interface SignedText {
  readonly payload: string;
  readonly signature: string;
}

/** One of the codes that a signed sale is printed as. */
export interface CodePart {
  /** Alike in all parts of one sale. */
  readonly whole: string;
  /** 1, 2 … */
  readonly part: number;
  readonly of: number;
  readonly bytes: Uint8Array;
}

const VERSION = 1;
const SIGNATURE_BYTES = 64;
const MOST_PARTS = 4;
/** Version, part and count; what tells the sale; the check sum of the part. */
const HEAD_BYTES = 2 + 4 + 4;

/**
 * A signed sale as the digits of one code or more, each of at most so many digits; null when it would take more than `most`.
 *
 * Bytes of a part: version, part * 16 + count, CRC-32 of the whole, CRC-32 of what follows, then its share of the signature and
 * the packed payload. See docs/decisions/0025-a-receipt-carries-its-signed-sale.md.
 */
export function codesOf(
  { payload, signature }: SignedText,
  digits: number,
  most = MOST_PARTS,
): string[] | null {
  const signed = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0));
  if (signed.length !== SIGNATURE_BYTES) return null;
  const whole = joined([signed, packed(payload)]);
  const room = bytesIn(digits) - HEAD_BYTES;
  const of = Math.ceil(whole.length / room);
  if (of > Math.min(most, MOST_PARTS)) return null;
  const share = Math.ceil(whole.length / of);
  return Array.from({ length: of }, (_, at) => {
    const bytes = whole.subarray(at * share, (at + 1) * share);
    const head = Uint8Array.of(VERSION, (at + 1) * 16 + of);
    return digitsOf(joined([head, fourBytes(crc32(whole)), fourBytes(crc32(bytes)), bytes]));
  });
}

/** Reads one code: `damaged` when a digit is missing or wrong, `newer` when a later version printed it. */
export function readPart(digits: string): CodePart | 'damaged' | 'newer' {
  const read = bytesOf(digits);
  if (!read || read.length <= HEAD_BYTES) return 'damaged';
  const bytes = read.subarray(HEAD_BYTES);
  const sum = read.subarray(6, 10);
  if (fourBytes(crc32(bytes)).some((byte, at) => byte !== sum[at])) return 'damaged';
  if (read[0] !== VERSION) return 'newer';
  const [part, of] = [(read[1] ?? 0) >> 4, (read[1] ?? 0) & 15];
  if (part < 1 || part > of) return 'damaged';
  return { whole: read.subarray(2, 6).join('.'), part, of, bytes };
}

/** What all parts of a sale hold together; null while one is missing. */
export function signedIn(parts: readonly CodePart[]): SignedText | 'damaged' | null {
  const [first] = parts;
  if (!first) return null;
  const all = Array.from({ length: first.of }, (_, at) => parts.find(({ part }) => part === at + 1));
  const found = all.filter((part) => part !== undefined);
  if (found.length < first.of) return null;
  const whole = joined(found.map(({ bytes }) => bytes));
  if (fourBytes(crc32(whole)).join('.') !== first.whole) return 'damaged';
  try {
    return {
      payload: unpacked(whole.subarray(SIGNATURE_BYTES)),
      signature: btoa(String.fromCharCode(...whole.subarray(0, SIGNATURE_BYTES))),
    };
  } catch {
    return 'damaged';
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const fourBytes = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

/** CRC-32 as zip files have it. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
