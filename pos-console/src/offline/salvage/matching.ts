import canonicalize from 'canonicalize';
import { IN_JOURNAL, KINDS, pathOf, type HeldDocument } from './held';
import type { ReadEntry } from './journal-proof';

/** A document as it was read, before it is held beside what was signed. */
export type Unproven = Omit<HeldDocument, 'proof'>;

/** So many are read at once before whoever looks at the page gets an answer. */
export const BETWEEN_BREATHS = 200;
export const breath = () => new Promise<void>((resolve) => setTimeout(resolve));

const keyOf = (kind: string, subject: string) => `${kind} ${subject}`;

/** Documents beside the entries that signed them, in the order in which they are to be sent; and those that were changed. */
export async function matched<D extends Unproven>(
  documents: readonly D[],
  entries: readonly ReadEntry[],
): Promise<{ readonly held: HeldDocument[]; readonly changed: D[] }> {
  const signed = new Map(entries.map((entry) => [keyOf(entry.kind, entry.subject), entry]));
  const held: HeldDocument[] = [];
  const changed: D[] = [];
  for (const [at, document] of documents.entries()) {
    if (at % BETWEEN_BREATHS === 0) await breath();
    const proved = proven(document, signed.get(keyOf(IN_JOURNAL[document.kind], document.id)));
    if (proved) held.push(proved);
    else changed.push(document);
  }
  return { held: inOrder([...held, ...missing(held, entries)], signed), changed };
}

/** A document with its proof; null when it is not what was signed, and that can't be had either. */
function proven(
  { kind, id, path, tillId, body }: Unproven,
  entry: ReadEntry | undefined,
): HeldDocument | null {
  const document = { kind, id, path, tillId, body };
  if (!entry) return { ...document, proof: 'unsigned' };
  if (entry.signed === false) return null;
  if (canonicalize(entry.body) === canonicalize(body))
    return { ...document, proof: entry.signed ? 'proven' : 'unproven' };
  return entry.signed ? { ...document, body: entry.body, proof: 'restored' } : null;
}

/** What was signed and has no document beside it; the server takes what it has already like the first time. */
function missing(held: readonly HeldDocument[], entries: readonly ReadEntry[]): HeldDocument[] {
  const there = new Set(held.map(({ kind, id }) => keyOf(IN_JOURNAL[kind], id)));
  return entries.flatMap((entry) =>
    entry.signed && !there.has(keyOf(entry.kind, entry.subject)) ? (documentOf(entry) ?? []) : [],
  );
}

/** What an entry says by itself: of cash that was moved, for one, it does not say in which session. */
export function documentOf({
  kind: signedKind,
  subject,
  tillId,
  body,
  signed,
}: ReadEntry): HeldDocument | null {
  const kind = KINDS.find((each) => IN_JOURNAL[each] === signedKind);
  const path = kind && pathOf(kind, subject, null);
  return path ? { kind, id: subject, path, tillId, body, proof: signed ? 'restored' : 'unproven' } : null;
}

/** As the journal has it; what is in no journal keeps its place behind what stood before it. */
function inOrder(documents: readonly HeldDocument[], signed: ReadonlyMap<string, ReadEntry>): HeldDocument[] {
  let last = 0;
  return documents
    .map((document) => {
      last = signed.get(keyOf(IN_JOURNAL[document.kind], document.id))?.number ?? last;
      return { document, number: last };
    })
    .sort((one, other) => one.number - other.number)
    .map(({ document }) => document);
}

/** Entries that do not hold the hash of the one before them, as far as both are here. */
export function unchained<E extends ReadEntry>(entries: readonly E[]): E[] {
  const before = new Map(entries.map(({ deviceId, number, hash }) => [`${deviceId} ${number + 1}`, hash]));
  return entries.filter(({ deviceId, number, previous }) => {
    const hash = before.get(`${deviceId} ${number}`);
    return hash && hash !== previous;
  });
}
