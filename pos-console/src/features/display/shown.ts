import { itemCount } from '@/domain/basket';
import { amountText, plus, quantityText } from '@/domain/decimal';
import { amountAsPriced } from '@/domain/sale';
import type { Store } from '@/shared/http/shapes';
import type { TillState } from '@/features/till/till-state';
import { dueOf, pricedOf } from '@/features/till/till-sums';

/** What the customer sees of a sale; amounts and quantities as decimal strings. */
export interface Shown {
  readonly store: { readonly id: string; readonly name: string; readonly currency: string };
  readonly phase: 'idle' | 'selling' | 'paying' | 'paid';
  readonly lines: readonly ShownLine[];
  readonly items: number;
  /** Of the basket, or of what was just sold. */
  readonly total: string;
  /** Still to be paid; less than zero: goes back to the customer. */
  readonly due: string;
  /** Given back when it was paid. */
  readonly change: string;
}

export interface ShownLine {
  readonly name: string;
  readonly quantity: string;
  readonly amount: string;
}

const NOTHING = '0';

/** What of the till's state is the customer's business. */
export function shownOf(state: TillState, { id, name, currency }: Store): Shown {
  const store = { id, name, currency };
  const { pane, basket } = state;
  if (pane.name === 'paid') {
    const { body } = pane.sale;
    return {
      ...{
        store,
        phase: 'paid',
        items: body.lines.length,
        total: body.total,
        due: NOTHING,
        change: body.change,
      },
      lines: body.lines.map((line) => ({
        name: line.name,
        quantity: line.quantity,
        amount: amountText(amountAsPriced(line), state.minorDigits),
      })),
    };
  }
  const priced = pricedOf(state);
  const paying = pane.name === 'paying' || pane.name === 'card';
  return {
    ...{ store, items: itemCount(basket), change: NOTHING },
    phase: basket.lines.length === 0 && !state.deposit ? 'idle' : paying ? 'paying' : 'selling',
    lines: priced.lines.map((line) => ({
      name: line.line.name,
      quantity: quantityText(line.line.quantity),
      amount: amountText(plus(line.amount, line.share), state.minorDigits),
    })),
    total: amountText(priced.total, state.minorDigits),
    due: amountText(dueOf(state), state.minorDigits),
  };
}

/** The size of an amount, whichever way it goes. */
export const sizeOf = (due: string): string => (due.startsWith('-') ? due.slice(1) : due);
