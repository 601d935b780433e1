import { isTransient, Problem } from '@/shared/http/problem';
import type { SaleDocument } from '@/domain/sale';
import { takenBackBy } from '../taken-back';
import type { Held, HeldDocument, HeldEntry, HeldKind } from './held';

/** What of the suite bringing in needs. */
export interface SalvageOffice {
  put(path: string, body: unknown): Promise<unknown>;
  handIn(
    deviceId: string,
    entries: readonly Pick<HeldEntry, 'payload' | 'signature'>[],
  ): Promise<{ readonly results: readonly string[] }>;
}

/** What the server has already. */
export interface Known {
  readonly document: (document: Pick<HeldDocument, 'kind' | 'id'>) => boolean;
  readonly entry: (entry: Pick<HeldEntry, 'deviceId' | 'number'>) => boolean;
}

export interface Refused {
  readonly kind: HeldKind;
  readonly id: string;
  readonly body: object;
  /** The server's words. */
  readonly why: string;
}

/** How far it has come; at the end, what became of it. */
export interface Progress {
  readonly stored: number;
  readonly known: number;
  readonly refused: readonly Refused[];
  readonly entriesTaken: number;
  readonly entriesKnown: number;
  /** Entries that the server noted something odd about. */
  readonly entriesOdd: number;
  /** What could not be sent because of this: bringing the same in again goes on here. */
  readonly stoppedBy: unknown;
}

/** So many sales are on their way at once, as when a till sends them. */
const SALES_AT_ONCE = 4;
const ENTRIES_AT_ONCE = 50;
const TRIES = 6;
const FIRST_PAUSE_MS = 500;

const pauseFor = (ms: number, stop: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stop.addEventListener('abort', end);
  });

/**
 * Sends what a device held as it would have: every document under its id, in its order, then the entries of its journal. What is
 * there already is left out, what is refused is told and holds up nothing, what gets no answer is tried again, six times. Broken
 * off, it goes on where it was when the same is brought in again.
 */
export async function bringIn(
  held: Pick<Held, 'documents' | 'entries'>,
  known: Known,
  office: SalvageOffice,
  tell: (progress: Progress) => void,
  stop: AbortSignal,
  firstPause = FIRST_PAUSE_MS,
): Promise<Progress> {
  const documents = held.documents.filter((document) => !known.document(document));
  const entries = held.entries.filter((entry) => !known.entry(entry));
  let so: Progress = {
    ...{ stored: 0, known: held.documents.length - documents.length, refused: [] },
    ...{
      entriesTaken: 0,
      entriesKnown: held.entries.length - entries.length,
      entriesOdd: 0,
      stoppedBy: null,
    },
  };
  const go = (change: Partial<Progress>) => tell((so = { ...so, ...change }));
  const patiently = <T>(work: () => Promise<T>) => answered(work, stop, firstPause);
  try {
    for (const some of inTurn(documents)) {
      stop.throwIfAborted();
      const settled = await Promise.allSettled(
        some.map(({ path, body }) => patiently(() => office.put(path, body))),
      );
      const refused = settled.flatMap((answer, at) => {
        const document = some[at];
        if (answer.status === 'fulfilled' || !document || !isRefusal(answer.reason)) return [];
        return refusalOf(document, answer.reason);
      });
      go({
        stored: so.stored + settled.filter(({ status }) => status === 'fulfilled').length,
        refused: [...so.refused, ...refused],
      });
      const failed = settled.find((answer) => answer.status === 'rejected' && !isRefusal(answer.reason));
      if (failed?.status === 'rejected') throw failed.reason;
    }
    for (const [deviceId, some] of batches(entries)) {
      stop.throwIfAborted();
      const { results } = await patiently(() =>
        office.handIn(
          deviceId,
          some.map(({ payload, signature }) => ({ payload, signature })),
        ),
      );
      go({
        entriesTaken: so.entriesTaken + some.length,
        entriesOdd: so.entriesOdd + results.filter((result) => result !== 'STORED').length,
      });
    }
  } catch (failure) {
    go({ stoppedBy: failure });
  }
  return so;
}

/** Whether the server said no for good; anything else stops what is under way. */
const isRefusal = (failure: unknown): failure is Problem =>
  failure instanceof Problem && !isTransient(failure);

function refusalOf({ kind, id, body }: HeldDocument, problem: Problem): Refused {
  const why = [problem.message, ...problem.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`)];
  return { kind, id, body, why: why.join(' · ') };
}

async function answered<T>(work: () => Promise<T>, stop: AbortSignal, firstPause: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (failure) {
      if (!isTransient(failure) || attempt >= TRIES || stop.aborted) throw failure;
      await pauseFor(firstPause * 2 ** (attempt - 1), stop);
    }
  }
}

/** Sales that only sell know nothing of each other and travel together; everything else goes by itself. */
function* inTurn(documents: readonly HeldDocument[]): Generator<readonly HeldDocument[]> {
  let together: HeldDocument[] = [];
  for (const document of documents) {
    const alone = !onlySells(document);
    if (together.length > 0 && (alone || together.length === SALES_AT_ONCE)) {
      yield together;
      together = [];
    }
    if (alone) yield [document];
    else together.push(document);
  }
  if (together.length > 0) yield together;
}

function onlySells({ kind, body }: HeldDocument): boolean {
  if (kind !== 'sale') return false;
  const sale = body as SaleDocument;
  return takenBackBy(sale) === undefined && sale.deposit === undefined;
}

function* batches(entries: readonly HeldEntry[]): Generator<readonly [string, readonly HeldEntry[]]> {
  for (const deviceId of new Set(entries.map((entry) => entry.deviceId))) {
    const some = entries.filter((entry) => entry.deviceId === deviceId);
    for (let at = 0; at < some.length; at += ENTRIES_AT_ONCE)
      yield [deviceId, some.slice(at, at + ENTRIES_AT_ONCE)];
  }
}
