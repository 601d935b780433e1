import { isTransient, Problem } from '@/shared/http/problem';
import type { Payment } from '@/shared/http/shapes';

export interface CardRequest {
  readonly type: 'CARD';
  readonly amount: { readonly amount: string; readonly currency: string };
  readonly storeId: string;
  readonly tillId: string;
  readonly saleId: string;
}

/** The card terminal behind the payment service. */
export interface CardTerminal {
  charge(paymentId: string, request: CardRequest): Promise<Payment>;
  ask(paymentId: string): Promise<Payment>;
}

export interface CardOutcome {
  readonly captured: boolean;
  readonly reason: string;
  readonly maskedCard: string | null;
}

const ASK_AGAIN_MS = 1_500;

/**
 * Charges a card once. When the answer is lost the payment is asked for by its id; only when the service has never heard
 * of that id is the very same request put again. `onAsking` is told as soon as an answer is overdue.
 */
export async function chargeOnce(
  terminal: CardTerminal,
  paymentId: string,
  request: CardRequest,
  options: { askFirst: boolean; onAsking: () => void; pause?: (ms: number) => Promise<void> },
): Promise<CardOutcome> {
  const pause = options.pause ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  let ask = options.askFirst;
  for (;;) {
    try {
      const payment = ask ? await terminal.ask(paymentId) : await terminal.charge(paymentId, request);
      if (payment.status !== 'PENDING') {
        return {
          captured: payment.status === 'CAPTURED',
          reason: payment.reason ?? '',
          maskedCard: payment.maskedCard ?? null,
        };
      }
    } catch (failure) {
      if (ask && failure instanceof Problem && failure.status === 404) {
        ask = false;
        continue;
      }
      if (!isTransient(failure)) {
        return { captured: false, reason: failure instanceof Error ? failure.message : '', maskedCard: null };
      }
    }
    ask = true;
    options.onAsking();
    await pause(ASK_AGAIN_MS);
  }
}
