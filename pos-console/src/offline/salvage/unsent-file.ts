import { isUuid, KINDS, pathOf, type Flaw, type Held, type HeldEntry, type HeldKind } from './held';
import { hex, isObject, readEntry, type KeyOf, type ReadEntry } from './journal-proof';
import { BETWEEN_BREATHS, breath, matched, unchained, type Unproven } from './matching';

const FORMAT = 'tillstream-unsent-1';
/** A month of a busy till is a tenth of it. */
export const LARGEST_MB = 300;

/** Why a file can't be read at all. */
export class NotReadable extends Error {
  readonly why: 'another-file' | 'newer-format' | 'too-large';
  constructor(why: NotReadable['why']) {
    super(why);
    this.name = 'NotReadable';
    this.why = why;
  }
}

interface Head {
  readonly storeId: string | null;
  readonly deviceId: string | null;
  readonly exportedAt: string | null;
}

type Line = Readonly<Record<string, unknown>>;
type ReadDocument = Unproven & { readonly line: number };

/** What of a file was read so far. */
interface Reading {
  readonly documents: ReadDocument[];
  readonly entries: (ReadEntry & { readonly line: number })[];
  readonly flaws: Flaw[];
  readonly seen: Set<string>;
  end: Line | null;
}

/**
 * Reads what a device held from the file that it saved, and checks all of it before anything is sent.
 *
 * @param progress is told which part of it was read, from 0 to 1
 * @throws NotReadable when it is no such file
 */
export async function readUnsentFile(
  file: Blob,
  keyOf: KeyOf,
  progress: (part: number) => void = () => undefined,
): Promise<Held> {
  if (file.size > LARGEST_MB * 1e6) throw new NotReadable('too-large');
  const bytes = await file.arrayBuffer();
  const lines = new TextDecoder().decode(bytes).split('\n');
  const head = headOf(lines[0] ?? '');
  const reading: Reading = { documents: [], entries: [], flaws: [], seen: new Set(), end: null };
  for (let at = 1; at < lines.length; at++) {
    await readLine(lines[at] ?? '', at + 1, keyOf, reading);
    if (at % BETWEEN_BREATHS === 0) {
      progress(at / lines.length);
      await breath();
    }
  }
  const storeId = head.storeId ?? storeOf(reading.documents);
  if (storeId === null && reading.documents.length > 0) throw new NotReadable('another-file');
  // What the file was cut off in is no line of its own.
  if (!reading.end && lines.length > 1) dropLastUnreadable(reading.flaws, lines.length);
  const { documents, entries, flaws } = await checked(reading, storeId ?? '');
  return {
    ...{ storeId: storeId ?? '', deviceId: head.deviceId, exportedAt: head.exportedAt },
    digest: typeof crypto.subtle === 'object' ? hex(await crypto.subtle.digest('SHA-256', bytes)) : null,
    ...{ documents, entries, flaws },
    extent: extentOf(reading),
  };
}

function headOf(text: string): Head {
  const line = parsed(text);
  if (typeof line?.format !== 'string' || !line.format.startsWith('tillstream-unsent-'))
    throw new NotReadable('another-file');
  if (line.format !== FORMAT) throw new NotReadable('newer-format');
  const device = isObject(line.device) ? (line.device as Line).id : null;
  return {
    storeId: typeof line.storeId === 'string' ? line.storeId : null,
    deviceId: isUuid(device) ? device : null,
    exportedAt:
      typeof line.exportedAt === 'string' && !Number.isNaN(Date.parse(line.exportedAt))
        ? line.exportedAt
        : null,
  };
}

async function readLine(text: string, line: number, keyOf: KeyOf, reading: Reading): Promise<void> {
  if (text.trim() === '') return;
  const flaw = (why: Flaw['why']) => reading.flaws.push({ line, why, leftOut: true });
  const said = parsed(text);
  if (!said || reading.end) flaw('unreadable');
  else if (said.line === 'end') reading.end = said;
  else if (said.line === 'document') {
    const document = documentOf(said);
    if (!document) flaw('not-a-document');
    else if (reading.seen.has(document.path)) flaw('twice');
    else {
      reading.seen.add(document.path);
      reading.documents.push({ ...document, line });
    }
  } else if (said.line === 'journal') {
    const entry = entryOf(said);
    const read = entry && (await readEntry(entry, keyOf));
    if (!read) flaw('not-an-entry');
    else if (reading.seen.has(`${read.deviceId} ${read.number}`)) flaw('twice');
    else {
      reading.seen.add(`${read.deviceId} ${read.number}`);
      reading.entries.push({ ...read, line });
    }
  } else flaw('unreadable');
}

function documentOf({ kind, id, tillId, tillSessionId, body }: Line): Unproven | null {
  if (!KINDS.includes(kind as HeldKind) || !isUuid(id) || typeof tillId !== 'string' || !isObject(body))
    return null;
  const path = pathOf(kind as HeldKind, id, tillSessionId);
  if (path === null || (kind === 'sale' && !looksLikeSale(body))) return null;
  return { kind: kind as HeldKind, id, path, tillId, body };
}

const AMOUNT = /^-?\d{1,15}(\.\d{1,4})?$/;

/** As much as is needed to tell of it; the rest the server looks at. */
function looksLikeSale(body: object): boolean {
  const { storeId, tillId, total, currency, occurredAt, lines, tenders } = body as Line;
  return (
    [storeId, tillId, total, currency, occurredAt].every((value) => typeof value === 'string') &&
    AMOUNT.test(total as string) &&
    /^[A-Z]{3}$/.test(currency as string) &&
    !Number.isNaN(Date.parse(occurredAt as string)) &&
    [lines, tenders].every((list) => Array.isArray(list) && list.every(isObject))
  );
}

function entryOf({ deviceId, number, payload, signature }: Line): HeldEntry | null {
  if (!isUuid(deviceId) || typeof number !== 'number') return null;
  if (typeof payload !== 'string' || typeof signature !== 'string') return null;
  return { deviceId, number, payload, signature };
}

const storeOf = (documents: readonly ReadDocument[]): string | null =>
  documents.map(({ body }) => (body as Line).storeId).find((store) => typeof store === 'string') ?? null;

/** Each document beside the entry that signed it, and each entry beside the one before it. */
async function checked({ documents, entries, flaws }: Reading, storeId: string) {
  const found: Flaw[] = [...flaws];
  const tell = (lines: readonly { line: number }[], why: Flaw['why'], leftOut = true) =>
    found.push(...lines.map(({ line }) => ({ line, why, leftOut })));
  const foreign = documents.filter(({ body }) => isOther((body as Line).storeId, storeId));
  const ours = documents.filter((document) => !foreign.includes(document));
  const { held, changed } = await matched(ours, entries);
  const kept = entries.filter(({ signed }) => signed !== false);
  tell(foreign, 'other-store');
  tell(changed, 'changed');
  tell(
    entries.filter(({ signed }) => signed === false),
    'changed',
  );
  // The device's own word all the same: it is brought in, and told.
  tell(unchained(kept), 'chain', false);
  return {
    documents: held,
    entries: kept.map(({ deviceId, number, payload, signature }) => ({
      deviceId,
      number,
      payload,
      signature,
    })),
    flaws: found.sort((one, other) => one.line - other.line),
  };
}

const isOther = (named: unknown, storeId: string) => named !== undefined && named !== storeId;

function extentOf({ end, documents, entries, flaws }: Reading): Held['extent'] {
  if (!end) return 'cut-off';
  const lines = documents.length + entries.length + flaws.length;
  return Number(end.documents) + Number(end.entries) === lines ? 'whole' : 'lines-missing';
}

function dropLastUnreadable(flaws: Flaw[], lines: number): void {
  const last = flaws.at(-1);
  if (last?.why === 'unreadable' && last.line === lines) flaws.pop();
}

function parsed(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? (value as Line) : null;
  } catch {
    return null;
  }
}
