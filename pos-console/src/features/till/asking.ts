import type { ApprovalQuestion, ApprovalRequest } from '@/shared/http/shapes';
import { isTransient } from '@/shared/http/problem';

/** What is known of a question that was asked from the till. */
export type Asking =
  | { readonly at: 'waiting'; readonly until: number; readonly reached: boolean }
  | { readonly at: 'approved'; readonly by: string; readonly name: string }
  | { readonly at: 'refused'; readonly name: string; readonly word: string | null }
  | { readonly at: 'timed-out' }
  | { readonly at: 'failed'; readonly why: string };

export interface Counter {
  readonly put: (question: ApprovalQuestion) => Promise<Answered>;
  readonly get: () => Promise<Answered>;
  readonly now: () => number;
  /** Resolves after so many milliseconds, or when the signal is given. */
  readonly wait: (ms: number) => Promise<void>;
}

type Answered = Pick<ApprovalRequest, 'state' | 'decidedBy' | 'decidedByName' | 'word'>;

/** The server waits as long, by its own clock. */
export const PATIENCE_MS = 120_000;
const ASK_EVERY_MS = 1_000;

/**
 * Asks, and asks what became of it each second, until it is decided or the time is over. The question has one id: asked
 * again after a lost answer it is the same one.
 */
export async function ask(
  question: ApprovalQuestion,
  counter: Counter,
  signal: AbortSignal,
  onKnown: (known: Asking) => void,
): Promise<void> {
  const until = counter.now() + PATIENCE_MS;
  let reached = false;
  onKnown({ at: 'waiting', until, reached });
  while (!gone(signal)) {
    const heard = await answerOf(() => (reached ? counter.get() : counter.put(question)));
    if (gone(signal)) return;
    const known = knownFrom(heard) ?? (counter.now() >= until ? ({ at: 'timed-out' } as const) : null);
    if (known) {
      onKnown(known);
      return;
    }
    // Asked again under the same id it is the same question: after a gap the till asks rather than guesses.
    const through = heard !== 'nothing';
    if (through !== reached) onKnown({ at: 'waiting', until, reached: through });
    reached = through;
    await counter.wait(ASK_EVERY_MS);
  }
}

const gone = ({ aborted }: AbortSignal): boolean => aborted;

/** The answer, why there will be none, or nothing: the network is gone. */
async function answerOf(send: () => Promise<Answered>): Promise<Answered | Asking | 'nothing'> {
  try {
    return await send();
  } catch (failure) {
    if (isTransient(failure)) return 'nothing';
    return { at: 'failed', why: failure instanceof Error ? failure.message : '' };
  }
}

function knownFrom(heard: Answered | Asking | 'nothing'): Asking | null {
  if (heard === 'nothing') return null;
  if ('at' in heard) return heard;
  const { state, decidedBy, decidedByName, word } = heard;
  switch (state) {
    case 'WAITING':
      return null;
    case 'APPROVED':
      return { at: 'approved', by: decidedBy ?? '', name: decidedByName ?? '' };
    case 'REFUSED':
      return { at: 'refused', name: decidedByName ?? '', word };
    case 'CANCELLED':
    case 'EXPIRED':
      return { at: 'timed-out' };
  }
}
