import {
  amountText,
  parseAmount,
  parsePercent,
  parseQuantity,
  parseTyped,
  quantityText,
} from '@/domain/decimal';
import type { PromotionTerms } from '@/shared/http/shapes';
import type { WordKey } from '@/shared/i18n/en';
import type { Fault, Faulty } from '../forms/use-draft-form';

export type PromotionKind = PromotionTerms['kind'];
export type Goods = PromotionTerms['target'];

export const KINDS: readonly PromotionKind[] = [
  'LINE_PERCENT',
  'LINE_AMOUNT',
  'CHEAPEST_FREE',
  'BUY_X_GET_Y',
  'MIX_AND_MATCH',
  'BUNDLE',
  'BASKET_PERCENT',
  'BASKET_AMOUNT',
];

export const EVERYTHING: Goods = { products: [], categories: [], exceptProducts: [] };

/** A promotion while it is being written: numbers as typed, times as their controls hold them. */
export interface PromotionDraft {
  readonly name: string;
  readonly kind: PromotionKind;
  readonly percent: string;
  readonly amount: string;
  readonly price: string;
  readonly target: Goods;
  readonly parts: readonly PartDraft[];
  readonly minimumAmount: string;
  readonly minimumQuantity: string;
  readonly from: string;
  readonly until: string;
  readonly weekdays: readonly number[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly stores: readonly string[];
  readonly customerGroups: readonly string[];
  readonly coupon: string;
  readonly couponLimit: string;
  readonly maximumUses: string;
  readonly priority: string;
  readonly exclusive: boolean;
  readonly active: boolean;
}

export interface PartDraft {
  readonly pieces: string;
  readonly target: Goods;
}

interface Needs {
  readonly value: 'percent' | 'amount' | 'price';
  /** Pieces that a new part starts with; none for what aims at goods directly. */
  readonly parts: readonly string[];
}

/** What a kind is made of; a bundle may have more parts than it starts with. */
export const NEEDS: Readonly<Record<PromotionKind, Needs>> = {
  LINE_PERCENT: { value: 'percent', parts: [] },
  LINE_AMOUNT: { value: 'amount', parts: [] },
  BASKET_PERCENT: { value: 'percent', parts: [] },
  BASKET_AMOUNT: { value: 'amount', parts: [] },
  CHEAPEST_FREE: { value: 'percent', parts: ['3'] },
  BUY_X_GET_Y: { value: 'percent', parts: ['2', '1'] },
  MIX_AND_MATCH: { value: 'price', parts: ['3'] },
  BUNDLE: { value: 'price', parts: ['1', '1'] },
};

export function newDraft(stores: readonly string[]): PromotionDraft {
  return {
    name: '',
    kind: 'LINE_PERCENT',
    percent: '',
    amount: '',
    price: '',
    target: EVERYTHING,
    parts: [],
    minimumAmount: '',
    minimumQuantity: '',
    from: '',
    until: '',
    weekdays: [],
    startsAt: '',
    endsAt: '',
    stores,
    customerGroups: [],
    coupon: '',
    couponLimit: '',
    maximumUses: '',
    priority: '0',
    exclusive: false,
    active: true,
  };
}

export function draftOf(terms: PromotionTerms): PromotionDraft {
  const { window } = terms;
  return {
    name: terms.name,
    kind: terms.kind,
    percent: terms.percent ?? '',
    amount: terms.amount ?? '',
    price: terms.price ?? '',
    target: terms.target,
    parts: terms.parts.map((part) => ({ pieces: String(part.pieces), target: part.target })),
    minimumAmount: terms.minimumAmount ?? '',
    minimumQuantity: terms.minimumQuantity ?? '',
    from: window.from?.slice(0, 16) ?? '',
    until: window.until?.slice(0, 16) ?? '',
    weekdays: window.weekdays,
    startsAt: window.startsAt?.slice(0, 5) ?? '',
    endsAt: window.endsAt?.slice(0, 5) ?? '',
    stores: terms.stores,
    customerGroups: terms.customerGroups,
    coupon: terms.coupon ?? '',
    couponLimit: String(terms.couponLimit ?? ''),
    maximumUses: terms.maximumUses === null ? '' : String(terms.maximumUses ?? ''),
    priority: String(terms.priority),
    exclusive: terms.exclusive,
    active: terms.active,
  };
}

/** The draft as another kind: with the parts that kind has, the goods chosen so far kept in the first. */
export function withKind(draft: PromotionDraft, kind: PromotionKind): PromotionDraft {
  const { parts, value } = NEEDS[kind];
  if (kind === draft.kind) return draft;
  const goods = draft.parts[0]?.target ?? draft.target;
  return {
    ...draft,
    kind,
    percent: value === 'percent' && parts.length > 0 && draft.percent === '' ? '100' : draft.percent,
    target: parts.length === 0 ? goods : EVERYTHING,
    ...(parts.length === 0 ? { maximumUses: '' } : { minimumAmount: '', minimumQuantity: '' }),
    parts: parts.map((pieces, at) => ({
      pieces,
      target: at === 0 ? goods : (draft.parts[at]?.target ?? EVERYTHING),
    })),
  };
}

/** The terms as the server takes them, without what the kind does not use; or everything that is wrong. */
export function termsOf(
  draft: PromotionDraft,
  currency: string,
  minorDigits: number,
): { readonly terms: PromotionTerms } | Faulty {
  const faults: Fault[] = [];
  const { value, parts } = NEEDS[draft.kind];
  const needed = <T>(pointer: string, found: T | null, word: WordKey): T | null => {
    if (found === null) faults.push({ pointer, word });
    return found;
  };
  const optional = (pointer: string, typed: string, read: (text: string) => string | null, word: WordKey) =>
    typed.trim() === '' ? null : needed(pointer, read(typed), word);
  const money = (typed: string) => moneyOf(typed, minorDigits);

  const name = draft.name.trim();
  if (name === '') faults.push({ pointer: '/name', word: 'promotions.fault.name' });
  const percent =
    value === 'percent' ? needed('/percent', percentOf(draft.percent), 'promotions.fault.percent') : null;
  const amount =
    value === 'amount' ? needed('/amount', positive(money(draft.amount)), 'promotions.fault.amount') : null;
  const price = value === 'price' ? needed('/price', money(draft.price), 'promotions.fault.price') : null;
  const minimumAmount = optional('/minimumAmount', draft.minimumAmount, money, 'promotions.fault.amount');
  const minimumQuantity = optional(
    '/minimumQuantity',
    draft.minimumQuantity,
    quantityOf,
    'promotions.fault.quantity',
  );
  const fewest = draft.kind === 'CHEAPEST_FREE' ? 2 : 1;
  const set = (parts.length > 0 ? draft.parts : []).map((part, at) => ({
    target: part.target,
    pieces: needed(`/parts/${at}/pieces`, wholeOf(part.pieces, fewest, 100), 'promotions.fault.pieces') ?? 0,
  }));
  const maximumUses =
    draft.maximumUses.trim() === ''
      ? null
      : needed('/maximumUses', wholeOf(draft.maximumUses, 1, 1000), 'promotions.fault.uses');
  const priority = needed('/priority', wholeOf(draft.priority, 0, 1000), 'promotions.fault.priority');
  const coupon = draft.coupon.trim();
  if (coupon !== '' && !/^[0-9A-Za-z-]{3,40}$/.test(coupon))
    faults.push({ pointer: '/coupon', word: 'promotions.fault.coupon' });
  const couponLimit =
    coupon === '' || draft.couponLimit.trim() === ''
      ? null
      : needed('/couponLimit', wholeOf(draft.couponLimit, 1, 1_000_000), 'promotions.fault.couponLimit');
  faults.push(...windowFaults(draft));
  if (faults.length > 0) return { faults };
  return {
    terms: {
      name,
      kind: draft.kind,
      currency: (amount ?? price ?? minimumAmount) ? currency : null,
      priority: priority ?? 0,
      exclusive: draft.exclusive,
      active: draft.active,
      window: {
        from: draft.from || null,
        until: draft.until || null,
        weekdays: [...draft.weekdays].sort(),
        startsAt: draft.startsAt || null,
        endsAt: draft.endsAt || null,
      },
      stores: draft.stores,
      customerGroups: draft.customerGroups,
      coupon: coupon || null,
      couponLimit,
      maximumUses,
      minimumAmount,
      minimumQuantity,
      target: draft.target,
      percent,
      amount,
      parts: set,
      price,
    },
  };
}

function windowFaults(draft: PromotionDraft): Fault[] {
  const faults: Fault[] = [];
  if (draft.from && draft.until && draft.from >= draft.until)
    faults.push({ pointer: '/window/until', word: 'promotions.fault.until' });
  if (draft.startsAt && !draft.endsAt)
    faults.push({ pointer: '/window/endsAt', word: 'promotions.fault.hours' });
  if (draft.endsAt && !draft.startsAt)
    faults.push({ pointer: '/window/startsAt', word: 'promotions.fault.hours' });
  return faults;
}

function percentOf(typed: string): string | null {
  const text = parseTyped(typed, 4);
  const percent = text === null ? null : parsePercent(text);
  return text !== null && percent !== null && percent > 0n && percent <= 1_000_000n ? text : null;
}

function moneyOf(typed: string, minorDigits: number): string | null {
  const money = parseAmount(parseTyped(typed, 4) ?? '');
  return money === null || money < 0n ? null : amountText(money, minorDigits);
}

const positive = (money: string | null) => (money !== null && /[1-9]/.test(money) ? money : null);

function quantityOf(typed: string): string | null {
  const quantity = parseQuantity(parseTyped(typed, 3) ?? '');
  return quantity === null || quantity < 0n ? null : quantityText(quantity);
}

function wholeOf(typed: string, least: number, most: number): number | null {
  const value = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : NaN;
  return value >= least && value <= most ? value : null;
}
