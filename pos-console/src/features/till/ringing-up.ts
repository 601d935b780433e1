import { withoutTooYoung } from '@/domain/age';
import {
  type Basket,
  isOnePiece,
  reduced,
  stepOf,
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
} from '@/domain/basket';
import { ONE, quantityText } from '@/domain/decimal';
import { openLine } from '@/domain/open-item';
import { openQuestion } from '@/domain/open-question';
import type { PaidReceipt } from '@/domain/refunding';
import { holdsSerial, withScanned } from '@/domain/scanned';
import { isPieceThere, leftUntold, withBatch } from '@/domain/telling-apart';
import type { Notice } from './till-notices';
import { type Pane, type TillAction, type TillState, UNDO_DEPTH } from './till-state';
import { listPriceOf } from './till-sums';

/** What rings goods up or changes them; everything else that happens at a till is in the reducer. */
export type RingingUp = Extract<
  TillAction,
  {
    type:
      | 'add'
      | 'take-back'
      | 'reduce'
      | 'remove'
      | 'set-quantity'
      | 'discount-line'
      | 'price-line'
      | 'note-line'
      | 'tell-apart'
      | 'leave-untold'
      | 'old-enough'
      | 'too-young'
      | 'open-item'
      | 'discount-basket'
      | 'coupon'
      | 'uncoupon';
  }
>;

export function rungUp(state: TillState, action: RingingUp): TillState {
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
  }
}

/** What is to be answered now, else the goods. */
export function paneFor(basket: Basket): Pane {
  const question = openQuestion(basket);
  if (question?.ask === 'age') return { name: 'age' };
  return question ? { name: 'batch', key: question.key } : { name: 'selling' };
}

/** Goes on with what is to be answered. */
export const asking = (state: TillState): TillState => ({ ...state, pane: paneFor(state.basket) });

const selling = (state: TillState): TillState => ({ ...state, pane: { name: 'selling' } });

const withReceipt = (receipts: readonly PaidReceipt[], receipt: PaidReceipt): PaidReceipt[] => [
  ...receipts.filter(({ saleId }) => saleId !== receipt.saleId),
  receipt,
];

function changed(state: TillState, basket: Basket): TillState {
  if (basket === state.basket) return state;
  return { ...state, basket, undo: [...state.undo, state.basket].slice(-UNDO_DEPTH), notice: null };
}
