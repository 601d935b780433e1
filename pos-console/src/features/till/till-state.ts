import {
  EMPTY_BASKET,
  reduced,
  stepOf,
  walked,
  withAgeCheck,
  withBasketDiscount,
  withCoupon,
  withLineDiscount,
  withNewLine,
  withNote,
  withoutCoupon,
  withoutLine,
  withPrice,
  withQuantity,
  withReturned,
  isOnePiece,
  type Basket,
  type BasketLine,
} from '@/domain/basket';
import { withoutTooYoung, type AgeCheck } from '@/domain/age';
import { negated, ONE, quantityText, sum, ZERO, type Amount, type Quantity } from '@/domain/decimal';
import { dealtWith, standsAlone, type Dealing } from '@/domain/deposit';
import type { Discount } from '@/domain/discount';
import { openLine, type OpenItem } from '@/domain/open-item';
import type { ForeignMoney, ForeignRate } from '@/domain/foreign-cash';
import { listPrice, priceOffered, type Offering, type StoreOffers } from '@/domain/offers';
import type { PricedBasket } from '@/domain/pricing/price-basket';
import type { Product } from '@/domain/product';
import { refundPlan, type PaidReceipt, type RefundPlan } from '@/domain/refunding';
import { cashRoundingOf, remaining, type Tender } from '@/domain/sale';
import type { PricingTerms } from '@/domain/sale-pricing';
import { holdsSerial, withScanned, type Scanned } from '@/domain/scanned';
import { isPieceThere, leftUntold, withBatch } from '@/domain/telling-apart';
import { openQuestion } from '@/domain/open-question';
import type { Batch } from '@/domain/gs1';
import { isExempt } from '@/domain/tax-exemption';
import type { CardPayment, Draft, OutboxSale } from '@/offline/database';
import type { Customer } from '@/shared/http/shapes';
import type { Approval, Wish } from './approving';
import type { CardKnowledge } from './card-payment';

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
  | { readonly name: 'returning' }
  | { readonly name: 'drawer' }
  | { readonly name: 'printer' }
  | { readonly name: 'approval'; readonly wishes: readonly Wish[]; readonly before: Pane }
  | { readonly name: 'closing'; readonly reason?: string };

/** What the till last said to the cashier; `at` makes equal words news again. */
export type Notice =
  | {
      readonly kind: 'unknown-code' | 'goods-loading' | 'misread' | 'empty-label';
      readonly code: string;
      readonly at: number;
    }
  | { readonly kind: 'expired'; readonly name: string; readonly expiry: string; readonly at: number }
  | { readonly kind: 'serial-there'; readonly name: string; readonly serial: string; readonly at: number }
  | {
      readonly kind: 'whole-packs';
      readonly name: string;
      readonly size: string;
      readonly quantity: string;
      readonly at: number;
    }
  | { readonly kind: 'removed'; readonly name: string; readonly at: number }
  | {
      readonly kind: 'voided-cash';
      readonly amount: Amount;
      readonly foreign: readonly ForeignMoney[];
      readonly at: number;
    }
  | { readonly kind: 'too-young' | 'one-piece'; readonly name: string; readonly at: number }
  | { readonly kind: 'no-price'; readonly name: string; readonly at: number }
  | { readonly kind: 'coupon-there' | 'coupon-used-up'; readonly code: string; readonly at: number }
  | {
      readonly kind: 'declined' | 'parked-elsewhere' | 'layaway-closed';
      readonly reason: string;
      readonly at: number;
    }
  | {
      readonly kind:
        | 'not-an-amount'
        | 'not-a-weight'
        | 'card-too-much'
        | 'card-needs-network'
        | 'refund-to-card'
        | 'voided'
        | 'void-refunded'
        | 'nothing-to-void'
        | 'refund-too-much'
        | 'card-running'
        | 'card-never-arrived'
        | 'card-left'
        | 'drawer-shut'
        | 'finish-first'
        | 'nothing-to-discount'
        | 'nothing-to-park'
        | 'nothing-to-set-aside'
        | 'deposit-too-much'
        | 'layaway-unreachable'
        | 'parked'
        | 'parked-gone'
        | 'shelf-unreachable'
        | 'not-kept'
        | 'storage-full'
        | 'basket-full'
        | 'coupons-full'
        | 'nobody-has-a-pin'
        | 'overpaid';
      readonly at: number;
    };

/** Notices that say all with their name. */
export type PlainNotice = Exclude<
  Notice['kind'],
  | 'unknown-code'
  | 'goods-loading'
  | 'misread'
  | 'empty-label'
  | 'whole-packs'
  | 'expired'
  | 'serial-there'
  | 'removed'
  | 'voided-cash'
  | 'too-young'
  | 'one-piece'
  | 'no-price'
  | 'coupon-there'
  | 'coupon-used-up'
  | 'declined'
  | 'parked-elsewhere'
  | 'layaway-closed'
>;

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

const UNDO_DEPTH = 20;

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

const priced = new WeakMap<Basket, { of: readonly unknown[]; result: PricedBasket<BasketLine> }>();

/** Asked for many times between two changes: a basket is priced once for the same customer and offering. */
export function pricedOf({
  basket,
  customer,
  offering,
  minorDigits,
}: Pick<TillState, 'basket' | 'customer' | 'offering' | 'minorDigits'>): PricedBasket<BasketLine> {
  const of = [customer, offering, minorDigits];
  const known = priced.get(basket);
  if (known?.of.every((each, at) => each === of[at])) return known.result;
  const exempt = isExempt(customer?.taxExemption, offering.at);
  const result = priceOffered(basket, customer?.groupCode ?? null, offering, minorDigits, exempt);
  priced.set(basket, { of, result });
  return result;
}

/** What the basket is priced with, as the sale's document says it. */
export function termsOf({ basket, customer, offering }: TillState): PricingTerms {
  return {
    priceBookVersion: offering.version,
    at: offering.at,
    customerGroup: customer?.groupCode ?? null,
    taxExempt: isExempt(customer?.taxExemption, offering.at),
    coupons: basket.coupons,
    discount: basket.discount,
  };
}

const tagged = new WeakMap<Product, { of: readonly unknown[]; price: Amount | null }>();

/**
 * What this customer pays for one before promotions, now; null when no list has a price for it. Screens full of products
 * ask again with every key: the answer is kept for the same customer and offering.
 */
export function listPriceOf(
  { customer, latest, minorDigits }: Pick<TillState, 'customer' | 'latest' | 'minorDigits'>,
  product: Product,
): Amount | null {
  const group = customer?.groupCode ?? null;
  const of = [group, latest, minorDigits];
  const known = tagged.get(product);
  if (known?.of.every((each, at) => each === of[at])) return known.price;
  const price = listPrice(product, group, latest, minorDigits);
  tagged.set(product, { of, price });
  return price;
}

/** A tip is given for what is sold, not for what comes back. */
export const tipOf = (state: TillState): Amount =>
  pricedOf(state).total > 0n && !standsAlone(state.deposit) ? state.tip : ZERO;

/** What the tenders hold for goods set aside: what is paid in, less than zero what pays for them or goes back. */
export function depositOf(state: TillState): Amount {
  const priced = pricedOf(state);
  return dealtWith(state.deposit, sum([priced.total, cashRoundingOf(priced)]));
}

/** What the tenders have to come to: the goods, what they were rounded by, the tip, and a deposit; or a deposit alone. */
export function owedOf(state: TillState): Amount {
  const deposit = depositOf(state);
  if (standsAlone(state.deposit)) return deposit;
  const priced = pricedOf(state);
  return sum([priced.total, cashRoundingOf(priced), tipOf(state), deposit]);
}

export const dueOf = (state: TillState): Amount => remaining(owedOf(state), state.tenders);

/** Where the money goes that is to be given back. */
export function refundPlanOf(state: TillState): RefundPlan {
  const due = dueOf(state);
  const back = due < 0n ? negated(due) : ZERO;
  const { deposit } = state;
  if (deposit?.kind !== 'REFUNDED')
    return refundPlan(pricedOf(state).lines, state.paidWith, state.tenders, back);
  // Of every receipt as much may go back as it paid in: the sum is what is left of the deposits.
  const paidIn = deposit.receipts.map(({ saleId, tenders }) => ({
    line: { returnOf: { saleId, lineNo: 0 } },
    gross: negated(sum(tenders.map(({ left }) => left))),
  }));
  return refundPlan(paidIn, deposit.receipts, state.tenders, back);
}

export function tillReducer(state: TillState, action: TillAction): TillState {
  const next = settledVoid(state, step(state, action));
  const left = withoutIdleDeposit(state, withoutIdleQuestion(next));
  return offeredNow(left);
}

/** Once something new is rung up, the basket that was given up before it does not come back. */
function settledVoid(before: TillState, next: TillState): TillState {
  return before.voided && next.voided === before.voided && next.basket.lines !== before.basket.lines
    ? { ...next, voided: null, undo: next.undo.slice(-1) }
    : next;
}

function offeredNow(next: TillState): TillState {
  const stands = next.offering === next.latest || isPaying(next);
  return stands ? next : { ...next, offering: next.latest };
}

/** Of which currency how much is to be given back. */
const cashIn = (cash: readonly Tender[]) => ({
  amount: sum(cash.filter(({ foreign }) => !foreign).map(({ amount }) => amount)),
  foreign: cash.flatMap(({ foreign }) => foreign ?? []),
});

const isPaying = ({ pane }: TillState) => ['paying', 'tip', 'card'].includes(pane.name);

function step(state: TillState, action: TillAction): TillState {
  switch (action.type) {
    case 'add': {
      const { goods, at } = action;
      const { product } = goods;
      const serial = goods.batch?.serial ?? null;
      if (serial !== null && holdsSerial(state.basket, goods))
        return { ...state, notice: { kind: 'serial-there', name: product.name, serial, at } };
      const times = serial === null ? action.times : null;
      // Should its price end or vanish before it is paid, this is what it costs.
      const price = listPriceOf(state, product) ?? product.price;
      const now = { ...goods, product: { ...product, price } };
      const basket = withScanned(state.basket, now, times, state.minorDigits);
      const notice: Notice | null = basket === state.basket ? { kind: 'basket-full', at } : null;
      // While an approval is waited for, more goods may be scanned.
      const pane = state.pane.name === 'approval' ? state.pane : paneFor(basket);
      return { ...changed(state, basket), pane, keyed: null, notice };
    }
    case 'take-back':
      return {
        ...changed(state, action.lines.reduce(withReturned, state.basket)),
        paidWith: action.receipt ? withReceipt(state.paidWith, action.receipt) : state.paidWith,
        pane: paneFor(action.lines.reduce(withReturned, state.basket)),
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
    case 'set-quantity': {
      const basket = withQuantity(state.basket, action.key, action.quantity);
      const line = state.basket.lines.find(({ key }) => key === action.key);
      const { quantity, at } = action;
      if (basket === state.basket && line && isOnePiece(line) && quantity !== line.quantity)
        return { ...state, notice: { kind: 'one-piece', name: line.name, at } };
      if (basket !== state.basket || line?.fixed !== 'CODE') return changed(state, basket);
      return {
        ...state,
        notice: {
          kind: 'whole-packs',
          name: line.name,
          size: quantityText(stepOf(line)),
          quantity: quantityText(quantity),
          at,
        },
      };
    }
    case 'discount-line':
      return selling(changed(state, withLineDiscount(state.basket, action.key, action.discount)));
    case 'price-line':
      return selling(changed(state, withPrice(state.basket, action.key, action.price)));
    case 'note-line':
      return selling(changed(state, withNote(state.basket, action.key, action.note)));
    case 'tell-apart': {
      const { key, batch, at } = action;
      const line = state.basket.lines.find((candidate) => candidate.key === key);
      if (!line) return state;
      if (isPieceThere(state.basket, line, batch))
        return {
          ...state,
          notice: { kind: 'serial-there', name: line.name, serial: batch.serial ?? '', at },
        };
      return asking(changed(state, withBatch(state.basket, key, batch, state.minorDigits)));
    }
    case 'leave-untold':
      return asking(changed(state, leftUntold(state.basket, action.key)));
    case 'old-enough':
      // No step of its own: what is undone are the goods, not that somebody looked.
      return asking({ ...state, basket: withAgeCheck(state.basket, action.check), notice: null });
    case 'too-young': {
      const basket = withoutTooYoung(state.basket);
      const gone = state.basket.lines.filter(({ key }) => !basket.lines.some((line) => line.key === key));
      const name = gone.map((line) => line.name).join(', ');
      const notice: Notice = { kind: 'too-young', name, at: action.at };
      return { ...asking(changed(state, basket)), notice };
    }
    case 'open-item': {
      const line = openLine(action.item, state.keyed ?? ONE);
      const basket = withNewLine(state.basket, line);
      if (basket === state.basket) return { ...state, notice: { kind: 'basket-full', at: action.at } };
      const text = state.text === action.item.code ? '' : state.text;
      return { ...selling(changed(state, basket)), keyed: null, text };
    }
    case 'discount-basket':
      return selling(changed(state, withBasketDiscount(state.basket, action.discount)));
    case 'coupon': {
      const { code, at } = action;
      const basket = withCoupon(state.basket, code);
      const there = state.basket.coupons.includes(code);
      const notice: Notice = there ? { kind: 'coupon-there', code, at } : { kind: 'coupons-full', at };
      return { ...selling(changed(state, basket)), notice: basket === state.basket ? notice : null };
    }
    case 'uncoupon':
      return changed(state, withoutCoupon(state.basket, action.code));
    case 'offers':
      return { ...state, latest: { ...state.latest, ...action.offers } };
    case 'minute':
      return action.at === state.latest.at ? state : { ...state, latest: { ...state.latest, at: action.at } };
    case 'select':
      return { ...state, basket: { ...state.basket, selected: action.key } };
    case 'walk':
      return { ...state, basket: walked(state.basket, action.step) };
    case 'undo': {
      const before = state.undo.at(-1);
      if (!before) return state;
      const { ageCheck } = state.basket;
      const basket = ageCheck && before.lines.length > 0 ? withAgeCheck(before, ageCheck) : before;
      const undone = { ...state, basket, undo: state.undo.slice(0, -1), notice: null };
      if (!state.voided) return undone;
      const { id: _, ...given } = state.voided;
      return { ...undone, ...given, voided: null };
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
    case 'deposit':
      return { ...state, deposit: action.deposit, notice: null };
    case 'collect': {
      const basket = action.lines.reduce(withNewLine, state.basket);
      const { customer, deposit } = action;
      return { ...state, basket, customer, deposit, pane: paneFor(basket), notice: null };
    }
    case 'tip': {
      const { pane } = state;
      const back: Pane = pane.name === 'tip' ? pane.from : pane;
      const next = { ...state, tip: action.tip, pane: back, notice: null };
      // What was taken for it already is not given back here.
      return dueOf(next) < 0n ? state : next;
    }
    case 'tender':
      return {
        ...state,
        tenders: [...state.tenders, action.tender],
        // In one step: a payment that is taken and still pending would be taken again after a reload.
        pane: state.pane.name === 'card' ? afterCard(action.tender) : state.pane,
        notice: null,
      };
    case 'approved':
      return action.approvals.length === 0
        ? state
        : { ...state, approvals: [...state.approvals, ...action.approvals] };
    case 'untender':
      return { ...state, tenders: state.tenders.filter((_, index) => index !== action.index) };
    case 'notice':
      return { ...state, notice: action.notice };
    case 'sold':
      return {
        ...freshState(action.nextSaleId, state.minorDigits, state.latest),
        text: state.text,
        pane: { name: 'paid', sale: action.sale },
      };
    case 'parked':
      return {
        ...freshState(action.nextSaleId, state.minorDigits, state.latest),
        text: state.text,
        notice: { kind: action.why, at: action.at },
      };
    case 'voided': {
      const { saleId, customer, paidWith, approvals, tip, deposit, basket } = state;
      const mayComeBack = state.tenders.length === 0;
      const { id, cash, at } = action;
      return {
        ...freshState(action.nextSaleId, state.minorDigits, state.latest),
        text: state.text,
        basket: { ...EMPTY_BASKET, nextKey: basket.nextKey },
        undo: mayComeBack ? [...state.undo, basket].slice(-UNDO_DEPTH) : [],
        voided: mayComeBack ? { id, saleId, customer, paidWith, approvals, tip, deposit } : null,
        notice: cash.length > 0 ? { kind: 'voided-cash', ...cashIn(cash), at } : { kind: 'voided', at },
      };
    }
    case 'taken-up':
      return { ...resumedState(action.draft, state.minorDigits, state.latest), text: state.text };
  }
}

/** What is to be answered now, else the goods. */
export function paneFor(basket: Basket): Pane {
  const question = openQuestion(basket);
  if (question?.ask === 'age') return { name: 'age' };
  return question ? { name: 'batch', key: question.key } : { name: 'selling' };
}

const asking = (state: TillState): TillState => ({ ...state, pane: paneFor(state.basket) });

/** A question whose goods are gone is not asked any more. */
function withoutIdleQuestion(state: TillState): TillState {
  const { pane, basket } = state;
  const idle =
    (pane.name === 'age' && openQuestion(basket)?.ask !== 'age') ||
    (pane.name === 'batch' && !basket.lines.some(({ key }) => key === pane.key));
  return idle ? asking(state) : state;
}

/** Where a deposit is asked for, and where it is taken or given back. */
const DEALING: readonly Pane['name'][] = ['set-aside', 'layaways', 'approval', 'paying', 'card'];

/** A deposit that is left before money changed hands is given up, and so is one whose goods are all gone. */
function withoutIdleDeposit(before: TillState, state: TillState): TillState {
  const { deposit, tenders, pane, basket } = state;
  if (!deposit || tenders.length > 0) return state;
  if (deposit.kind === 'APPLIED')
    return basket.lines.length > 0 ? state : { ...state, deposit: null, customer: null, undo: [] };
  if (!DEALING.includes(before.pane.name) || DEALING.includes(pane.name)) return state;
  return { ...state, deposit: null, ...(basket.lines.length === 0 && { approvals: [] }) };
}

const afterCard = ({ amount }: Tender): Pane => ({
  name: 'paying',
  method: amount < 0n ? 'AS_PAID' : 'CASH',
  given: '',
});

const withReceipt = (receipts: readonly PaidReceipt[], receipt: PaidReceipt): PaidReceipt[] => [
  ...receipts.filter(({ saleId }) => saleId !== receipt.saleId),
  receipt,
];

const selling = (state: TillState): TillState => ({ ...state, pane: { name: 'selling' } });

/** Whether a sale has begun: there is something that must not be lost. */
export function begun({ basket, tenders, customer, deposit }: TillState): boolean {
  const empty = basket.lines.length === 0 && basket.coupons.length === 0 && tenders.length === 0;
  return !empty || customer !== null || deposit !== null;
}

function changed(state: TillState, basket: Basket): TillState {
  if (basket === state.basket) return state;
  return { ...state, basket, undo: [...state.undo, state.basket].slice(-UNDO_DEPTH), notice: null };
}
