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

export interface CardOutcome {
  readonly settled: boolean;
  readonly reason: string;
  readonly maskedCard: string | null;
}

const ASK_AGAIN_MS = 1_500;

/**
 * Moves money once. When the answer is lost the service is asked about it by its id; only when it has never heard of
 * that id is the very same request put again. `onAsking` is told as soon as an answer is overdue.
 */
export async function moveOnce(
  movement: CardMovement,
  options: { askFirst: boolean; onAsking: () => void; pause?: (ms: number) => Promise<void> },
): Promise<CardOutcome> {
  const pause = options.pause ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  let ask = options.askFirst;
  for (;;) {
    try {
      const answer = ask ? await movement.ask() : await movement.put();
      if (answer.status !== 'PENDING' && answer.status !== 'VOIDING') return outcomeOf(answer);
    } catch (failure) {
      if (ask && failure instanceof Problem && failure.status === 404) {
        ask = false;
        continue;
      }
      if (!isTransient(failure)) {
        return { settled: false, reason: failure instanceof Error ? failure.message : '', maskedCard: null };
      }
    }
    ask = true;
    options.onAsking();
    await pause(ASK_AGAIN_MS);
  }
}

function outcomeOf(answer: Payment | Refund): CardOutcome {
  return {
    settled: answer.status === 'CAPTURED' || answer.status === 'REFUNDED',
    reason: answer.reason ?? '',
    maskedCard: 'maskedCard' in answer ? (answer.maskedCard ?? null) : null,
  };
}
