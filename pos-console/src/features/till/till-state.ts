import {
  EMPTY_BASKET,
  reduced,
  walked,
  withDiscount,
  withNewLine,
  withoutLine,
  withProduct,
  withQuantity,
  type Basket,
  type BasketLine,
} from '@/domain/basket';
import type { Amount, Quantity } from '@/domain/decimal';
import { priceBasket, type PricedBasket } from '@/domain/pricing/price-basket';
import type { Product } from '@/domain/product';
import { remaining, type Tender } from '@/domain/sale';
import type { CardPayment, Draft, OutboxSale } from '@/offline/database';
import type { Customer } from '@/shared/http/shapes';

export type Method = 'CASH' | 'CARD';

/** What the right pane shows. The basket on the left stays in every one of them. */
export type Pane =
  | { readonly name: 'selling' }
  | { readonly name: 'paying'; readonly method: Method; readonly given: string }
  | { readonly name: 'card'; readonly payment: CardPayment; readonly asking: boolean }
  | { readonly name: 'paid'; readonly sale: OutboxSale }
  | { readonly name: 'customer' }
  | { readonly name: 'returning' }
  | { readonly name: 'closing' };

/** What the till last said to the cashier; `at` makes equal words news again. */
export type Notice =
  | { readonly kind: 'unknown-code'; readonly code: string; readonly at: number }
  | { readonly kind: 'removed'; readonly name: string; readonly at: number }
  | { readonly kind: 'check-age'; readonly name: string; readonly age: number; readonly at: number }
  | { readonly kind: 'declined'; readonly reason: string; readonly at: number }
  | {
      readonly kind:
        | 'not-an-amount'
        | 'card-too-much'
        | 'card-needs-network'
        | 'card-not-theirs'
        | 'card-running'
        | 'not-kept'
        | 'basket-full'
        | 'overpaid';
      readonly at: number;
    };

export interface TillState {
  readonly saleId: string;
  readonly basket: Basket;
  /** Earlier baskets of this sale, newest last. */
  readonly undo: readonly Basket[];
  readonly tenders: readonly Tender[];
  readonly customer: Customer | null;
  /** The card payment that returned goods were bought with. */
  readonly boughtWith: string | null;
  readonly pane: Pane;
  /** What stands in the search field. */
  readonly text: string;
  /** Quantity keyed before the next scan. */
  readonly keyed: Quantity | null;
  readonly notice: Notice | null;
  readonly minorDigits: number;
}

export type TillAction =
  | { type: 'add'; product: Product; quantity: Quantity; at: number }
  | { type: 'take-back'; lines: readonly Omit<BasketLine, 'key'>[]; boughtWith: string | null }
  | { type: 'reduce'; at: number }
  | { type: 'remove'; key: number; at: number }
  | { type: 'set-quantity'; key: number; quantity: Quantity }
  | { type: 'set-discount'; key: number; discount: Amount }
  | { type: 'select'; key: number }
  | { type: 'walk'; step: 1 | -1 }
  | { type: 'undo' }
  | { type: 'text'; text: string }
  | { type: 'keyed'; quantity: Quantity | null }
  | { type: 'customer'; customer: Customer | null }
  | { type: 'pane'; pane: Pane }
  | { type: 'given'; given: string }
  | { type: 'tender'; tender: Tender }
  | { type: 'untender'; index: number }
  | { type: 'notice'; notice: Notice | null }
  | { type: 'sold'; sale: OutboxSale; nextSaleId: string };

const UNDO_DEPTH = 20;

export function freshState(saleId: string, minorDigits: number): TillState {
  return {
    saleId,
    basket: EMPTY_BASKET,
    undo: [],
    tenders: [],
    customer: null,
    boughtWith: null,
    pane: { name: 'selling' },
    text: '',
    keyed: null,
    notice: null,
    minorDigits,
  };
}

/** The state a reload finds: the draft as it was kept, in the pane where a card payment may still wait. */
export function resumedState(draft: Draft, minorDigits: number): TillState {
  return {
    ...freshState(draft.saleId, minorDigits),
    basket: draft.basket,
    tenders: draft.tenders,
    customer: draft.customer,
    boughtWith: draft.boughtWith,
    pane: draft.pendingPayment
      ? { name: 'card', payment: draft.pendingPayment, asking: true }
      : { name: 'selling' },
  };
}

export function pricedOf(state: TillState): PricedBasket<BasketLine> {
  return priceBasket(state.basket.lines, state.minorDigits);
}

export function dueOf(state: TillState): Amount {
  return remaining(pricedOf(state).total, state.tenders);
}

export function tillReducer(state: TillState, action: TillAction): TillState {
  switch (action.type) {
    case 'add': {
      const basket = withProduct(state.basket, action.product, action.quantity);
      const { ageLimit, name } = action.product;
      const notice: Notice | null =
        basket === state.basket
          ? { kind: 'basket-full', at: action.at }
          : ageLimit
            ? { kind: 'check-age', name, age: ageLimit, at: action.at }
            : null;
      return { ...changed(state, basket), pane: { name: 'selling' }, keyed: null, notice };
    }
    case 'take-back':
      return {
        ...changed(state, action.lines.reduce(withNewLine, state.basket)),
        boughtWith: action.boughtWith ?? state.boughtWith,
        pane: { name: 'selling' },
      };
    case 'reduce':
    case 'remove': {
      const key = action.type === 'remove' ? action.key : state.basket.selected;
      const line = state.basket.lines.find((candidate) => candidate.key === key);
      if (!line) return state;
      const basket =
        action.type === 'remove' ? withoutLine(state.basket, line.key) : reduced(state.basket, line.key);
      return { ...changed(state, basket), notice: { kind: 'removed', name: line.name, at: action.at } };
    }
    case 'set-quantity':
      return changed(state, withQuantity(state.basket, action.key, action.quantity));
    case 'set-discount':
      return changed(state, withDiscount(state.basket, action.key, action.discount));
    case 'select':
      return { ...state, basket: { ...state.basket, selected: action.key } };
    case 'walk':
      return { ...state, basket: walked(state.basket, action.step) };
    case 'undo': {
      const before = state.undo.at(-1);
      return before ? { ...state, basket: before, undo: state.undo.slice(0, -1), notice: null } : state;
    }
    case 'text':
      return { ...state, text: action.text };
    case 'keyed':
      return { ...state, keyed: action.quantity };
    case 'customer':
      return { ...state, customer: action.customer, pane: { name: 'selling' } };
    case 'pane':
      return { ...state, pane: action.pane, notice: null };
    case 'given':
      return state.pane.name === 'paying'
        ? { ...state, pane: { ...state.pane, given: action.given } }
        : state;
    case 'tender':
      return { ...state, tenders: [...state.tenders, action.tender], notice: null };
    case 'untender':
      return { ...state, tenders: state.tenders.filter((_, index) => index !== action.index) };
    case 'notice':
      return { ...state, notice: action.notice };
    case 'sold':
      return {
        ...freshState(action.nextSaleId, state.minorDigits),
        text: state.text,
        pane: { name: 'paid', sale: action.sale },
      };
  }
}

function changed(state: TillState, basket: Basket): TillState {
  if (basket === state.basket) return state;
  return { ...state, basket, undo: [...state.undo, state.basket].slice(-UNDO_DEPTH), notice: null };
}
