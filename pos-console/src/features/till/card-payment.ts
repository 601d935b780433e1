import { isTransient, Problem } from '@/shared/http/problem';
import type { Payment, Refund } from '@/shared/http/shapes';

export interface CardRequest {
  readonly amount: { readonly amount: string; readonly currency: string };
  readonly storeId: string;
  readonly tillId: string;
  readonly saleId: string;
}

/** The card terminal behind the payment service. */
export interface CardTerminal {
  charge(paymentId: string, request: CardRequest): Promise<Payment>;
  askPayment(paymentId: string): Promise<Payment>;
  refund(paymentId: string, refundId: string, request: CardRequest): Promise<Refund>;
  askRefund(paymentId: string, refundId: string): Promise<Refund>;
}

/** One movement of money that must happen at most once: how to ask for it, and how to ask about it. */
export interface CardMovement {
  readonly put: () => Promise<Payment | Refund>;
  readonly ask: () => Promise<Payment | Refund>;
}

/**
 * What is known while it is not known how a movement ended: the terminal is at work, nobody answers, the payment service
 * waits for its terminal, or the payment service has not received it (yet: it may be on its way).
 */
export type CardKnowledge = 'running' | 'no-answer' | 'pending' | 'not-received';

/** How a movement ended for the till. Only `settled` moved money; `left` says nothing about it. */
export type CardOutcome =
  | { readonly ended: 'settled'; readonly maskedCard: string | null }
  | { readonly ended: 'refused'; readonly reason: string }
  | { readonly ended: 'never-arrived' }
  | { readonly ended: 'left' };

const ASK_AGAIN_MS = 1_500;
/**
 * From when on "never heard of it" means that it never will: far longer than a request can be under way, and as long as
 * the payment service itself waits for a terminal.
 */
const CERTAIN_AFTER_MS = 90_000;

/** The person at the till, who need not wait: they can have it asked about now, or leave it for later. */
export class CardWatch {
  private wake: () => void = () => undefined;
  private gone = false;

  hasLeft(): boolean {
    return this.gone;
  }

  askNow(): void {
    this.wake();
  }

  leave(): void {
    this.gone = true;
    this.wake();
  }

  /** What the work brings, or null when the person does not wait for it. The work itself goes on. */
  async patiently<T>(work: Promise<T>): Promise<T | null> {
    if (this.gone) return null;
    return Promise.race([work, new Promise<null>((resolve) => (this.wake = () => resolve(null)))]);
  }
}

export interface CardAttempt {
  /** It was begun before, perhaps for a customer who is gone: it is asked about, and never put again. */
  readonly resumed: boolean;
  /** When it was last put, in milliseconds since the epoch. */
  readonly sentAt: number;
  readonly watch: CardWatch;
  /** Told as soon as an answer is overdue, and whenever more is known. */
  readonly onKnown: (known: CardKnowledge) => void;
  readonly now: () => number;
  readonly pause?: (ms: number) => Promise<void>;
}

/**
 * Moves money once. When the answer is lost the service is asked about it by its id; only when it has never heard of
 * that id, and the customer is still there, is the very same request put again.
 */
export async function moveOnce(movement: CardMovement, attempt: CardAttempt): Promise<CardOutcome> {
  const { watch, resumed } = attempt;
  const pause = attempt.pause ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  let ask = resumed;
  while (!watch.hasLeft()) {
    let known: CardKnowledge = 'no-answer';
    try {
      const work = ask ? movement.ask() : movement.put();
      const answer = await watch.patiently(work);
      if (answer === null) work.catch(() => undefined);
      else if (answer.status === 'PENDING' || answer.status === 'VOIDING') known = 'pending';
      else return outcomeOf(answer);
    } catch (failure) {
      if (!ask && refusedForGood(failure)) return { ended: 'refused', reason: failure.message };
      if (ask && failure instanceof Problem && failure.status === 404) {
        if (watch.hasLeft()) break;
        if (!resumed) {
          ask = false;
          continue;
        }
        if (attempt.now() - attempt.sentAt >= CERTAIN_AFTER_MS) return { ended: 'never-arrived' };
        known = 'not-received';
      }
    }
    if (watch.hasLeft()) break;
    ask = true;
    attempt.onKnown(known);
    await watch.patiently(pause(ASK_AGAIN_MS));
  }
  return { ended: 'left' };
}

/** The service said no and kept nothing. A conflict is no such answer: then it holds something under this id. */
function refusedForGood(failure: unknown): failure is Problem {
  return failure instanceof Problem && !isTransient(failure) && failure.status !== 409;
}

function outcomeOf(answer: Payment | Refund): CardOutcome {
  return answer.status === 'CAPTURED' || answer.status === 'REFUNDED'
    ? { ended: 'settled', maskedCard: 'maskedCard' in answer ? (answer.maskedCard ?? null) : null }
    : { ended: 'refused', reason: answer.reason ?? '' };
}
