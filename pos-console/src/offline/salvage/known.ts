import type { JournalState } from '@/shared/http/shapes';
import type { Known } from './bring-in';
import type { Held, HeldDocument, HeldKind } from './held';

/** How the server calls each kind. */
export const WIRE_KINDS = {
  sale: 'SALE',
  'till-session': 'TILL_SESSION',
  closing: 'CLOSING',
  'cash-movement': 'CASH_MOVEMENT',
  'hand-over': 'HAND_OVER',
  void: 'VOID',
} as const satisfies Readonly<Record<HeldKind, string>>;

interface Asked {
  readonly kind: (typeof WIRE_KINDS)[HeldKind];
  readonly id: string;
}

/** What is asked of the server before anything is sent. */
export interface ComparisonOffice {
  compare(storeId: string, documents: readonly Asked[]): Promise<{ readonly known: readonly Asked[] }>;
  journals(storeId: string): Promise<readonly JournalState[]>;
}

const AT_ONCE = 1_000;
/** The server names so many gaps of a journal: behind the last of them it is not known what is missing. */
const MOST_GAPS = 100;

/** Asks the server what it has of it. */
export async function askKnown(held: Held, office: ComparisonOffice): Promise<Known> {
  const known = new Set<string>();
  const asked = held.documents.map(({ kind, id }) => ({ kind: WIRE_KINDS[kind], id }));
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const answer = await office.compare(held.storeId, asked.slice(at, at + AT_ONCE));
    for (const { kind, id } of answer.known) known.add(`${kind} ${id}`);
  }
  const journals =
    held.entries.length === 0
      ? new Map<string, JournalState>()
      : new Map((await office.journals(held.storeId)).map((each) => [each.deviceId, each]));
  return {
    document: ({ kind, id }: Pick<HeldDocument, 'kind' | 'id'>) => known.has(`${WIRE_KINDS[kind]} ${id}`),
    entry: ({ deviceId, number }) => hasArrived(journals.get(deviceId), number),
  };
}

function hasArrived(journal: JournalState | undefined, number: number): boolean {
  if (!journal || number > journal.last) return false;
  if (number <= journal.completeTo) return true;
  const { waitingFor } = journal;
  if (waitingFor.length >= MOST_GAPS && number > (waitingFor.at(-1)?.to ?? 0)) return false;
  return !waitingFor.some(({ from, to }) => from <= number && number <= to);
}
