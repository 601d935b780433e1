import type { AgeCheck } from '@/domain/age';
import { type Basket, type BasketLine, EMPTY_BASKET } from '@/domain/basket';
import { type Amount, type Quantity, ZERO } from '@/domain/decimal';
import { type Dealing, standsAlone } from '@/domain/deposit';
import type { Discount } from '@/domain/discount';
import type { ForeignRate } from '@/domain/foreign-cash';
import type { Batch } from '@/domain/gs1';
import type { Offering, StoreOffers } from '@/domain/offers';
import type { OpenItem } from '@/domain/open-item';
import type { PaidReceipt } from '@/domain/refunding';
import type { Tender } from '@/domain/sale';
import type { Scanned } from '@/domain/scanned';
import type { CardPayment, Draft, OutboxSale } from '@/offline/database';
import type { Customer } from '@/shared/http/shapes';
import type { Approval, Wish } from './approving';
import type { CardKnowledge } from './card-payment';
import type { Notice } from './till-notices';

/** Money goes back as it was paid, or in cash. */
export type Method = 'CASH' | 'CARD' | 'AS_PAID';

export interface PayingPane {
  readonly name: 'paying';
  readonly method: Method;
  readonly given: string;
  /** Cash of another currency than the store's. */
  readonly foreign?: ForeignRate;
}

/** What the right pane shows. The basket on the left stays in every one of them. */
export type Pane =
  | { readonly name: 'selling' }
  | PayingPane
  | { readonly name: 'tip'; readonly from: PayingPane }
  | { readonly name: 'card'; readonly payment: CardPayment; readonly known: CardKnowledge }
  | { readonly name: 'paid'; readonly sale: OutboxSale }
  | { readonly name: 'customer' }
  | { readonly name: 'discount'; readonly of: 'line' | 'basket' }
  | { readonly name: 'why'; readonly of: 'line' | 'basket' }
  | { readonly name: 'variants'; readonly familyId: string; readonly family: string }
  | { readonly name: 'note'; readonly key: number }
  | { readonly name: 'age' }
  | { readonly name: 'batch'; readonly key: number }
  | { readonly name: 'weigh'; readonly goods: Scanned }
  | { readonly name: 'open-item'; readonly code: string | null }
  | { readonly name: 'parked' }
  | { readonly name: 'set-aside' }
  | { readonly name: 'layaways'; readonly find?: string }
  | { readonly name: 'more' }
  | { readonly name: 'returning'; readonly find?: string }
  | { readonly name: 'drawer' }
  | { readonly name: 'printer' }
  | { readonly name: 'approval'; readonly wishes: readonly Wish[]; readonly before: Pane }
  | { readonly name: 'closing'; readonly reason?: string };

/** What comes back with a basket whose void is taken back. */
export type Voided = Pick<TillState, 'saleId' | 'customer' | 'paidWith' | 'approvals' | 'tip' | 'deposit'> & {
  readonly id: string;
};

export interface TillState {
  readonly saleId: string;
  readonly basket: Basket;
  /** Earlier baskets of this sale, newest last. */
  readonly undo: readonly Basket[];
  readonly tenders: readonly Tender[];
  /** What the customer gives on top for the cashier. */
  readonly tip: Amount;
  /** What happens with a deposit in this sale. */
  readonly deposit: Dealing | null;
  readonly customer: Customer | null;
  /** What goods that come back were paid with. */
  readonly paidWith: readonly PaidReceipt[];
  /** The basket that was given up last, while that can be taken back. */
  readonly voided: Voided | null;
  readonly pane: Pane;
  /** What somebody else approved of this sale. */
  readonly approvals: readonly Approval[];
  /** What stands in the search field. */
  readonly text: string;
  /** Quantity keyed before the next scan. */
  readonly keyed: Quantity | null;
  readonly notice: Notice | null;
  readonly minorDigits: number;
  /** What the basket is priced with: the latest, but for as long as it is being paid what was offered then. */
  readonly offering: Offering;
  readonly latest: Offering;
}

export type TillAction =
  | { type: 'add'; goods: Scanned; times: Quantity | null; at: number }
  | { type: 'take-back'; lines: readonly Omit<BasketLine, 'key'>[]; receipt: PaidReceipt | null }
  | { type: 'reduce'; at: number }
  | { type: 'remove'; key: number; at: number }
  | { type: 'set-quantity'; key: number; quantity: Quantity; at: number }
  | { type: 'discount-line'; key: number; discount: Discount | null }
  | { type: 'price-line'; key: number; price: Amount | null }
  | { type: 'note-line'; key: number; note: string }
  | { type: 'tell-apart'; key: number; batch: Batch; at: number }
  | { type: 'leave-untold'; key: number }
  | { type: 'old-enough'; check: AgeCheck }
  | { type: 'too-young'; at: number }
  | { type: 'open-item'; item: OpenItem; at: number }
  | { type: 'discount-basket'; discount: Discount | null }
  | { type: 'coupon'; code: string; at: number }
  | { type: 'uncoupon'; code: string }
  | { type: 'offers'; offers: Pick<Offering, keyof StoreOffers | 'goods'> }
  | { type: 'minute'; at: string }
  | { type: 'select'; key: number }
  | { type: 'walk'; step: 1 | -1 }
  | { type: 'undo' }
  | { type: 'text'; text: string }
  | { type: 'keyed'; quantity: Quantity | null }
  | { type: 'customer'; customer: Customer | null }
  | { type: 'pane'; pane: Pane }
  | { type: 'given'; given: string }
  | { type: 'tip'; tip: Amount }
  | { type: 'deposit'; deposit: Dealing }
  | {
      type: 'collect';
      lines: readonly Omit<BasketLine, 'key'>[];
      customer: Customer | null;
      deposit: Dealing;
    }
  | { type: 'tender'; tender: Tender }
  | { type: 'approved'; approvals: readonly Approval[] }
  | { type: 'untender'; index: number }
  | { type: 'notice'; notice: Notice | null }
  | { type: 'sold'; sale: OutboxSale; nextSaleId: string }
  | { type: 'parked'; nextSaleId: string; why: 'parked' | 'card-left'; at: number }
  | { type: 'voided'; id: string; nextSaleId: string; cash: readonly Tender[]; at: number }
  | { type: 'taken-up'; draft: Draft };

/** So many steps can be taken back. */
export const UNDO_DEPTH = 20;

export function freshState(saleId: string, minorDigits: number, latest: Offering): TillState {
  return {
    saleId,
    basket: EMPTY_BASKET,
    undo: [],
    tenders: [],
    tip: ZERO,
    deposit: null,
    customer: null,
    paidWith: [],
    voided: null,
    approvals: [],
    pane: { name: 'selling' },
    text: '',
    keyed: null,
    notice: null,
    minorDigits,
    offering: latest,
    latest,
  };
}

/** The state a reload finds: the draft as it was kept, in the pane where a card payment may still wait. */
export function resumedState(draft: Draft, minorDigits: number, latest: Offering): TillState {
  return {
    ...freshState(draft.saleId, minorDigits, latest),
    basket: draft.basket,
    tenders: draft.tenders,
    tip: draft.tip ?? ZERO,
    deposit: dealtWithStill(draft),
    customer: draft.customer,
    paidWith: draft.paidWith ?? [],
    approvals: draft.approvals ?? [],
    pane: draft.pendingPayment
      ? { name: 'card', payment: draft.pendingPayment, known: 'no-answer' }
      : { name: 'selling' },
    offering: draft.offering ?? latest,
  };
}

/** One that was only asked for is asked for again. */
function dealtWithStill({ deposit, tenders, pendingPayment }: Draft): Dealing | null {
  const begun = tenders.length > 0 || pendingPayment !== null;
  return deposit && (begun || !standsAlone(deposit)) ? deposit : null;
}

/** Whether a sale has begun: there is something that must not be lost. */
export function begun({ basket, tenders, customer, deposit }: TillState): boolean {
  const empty = basket.lines.length === 0 && basket.coupons.length === 0 && tenders.length === 0;
  return !empty || customer !== null || deposit !== null;
}
