import { EMPTY_BASKET, walked, withAgeCheck, withNewLine } from '@/domain/basket';
import { sum } from '@/domain/decimal';
import { openQuestion } from '@/domain/open-question';
import type { Tender } from '@/domain/sale';
import { asking, paneFor, rungUp } from './ringing-up';
import {
  freshState,
  type Pane,
  resumedState,
  type TillAction,
  type TillState,
  UNDO_DEPTH,
} from './till-state';
import { dueOf } from './till-sums';

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
    default:
      return rungUp(state, action);
  }
}

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
