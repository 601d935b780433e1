import { amountText, parseAmount, parseTyped } from '@/domain/decimal';
import type { ChangeSetTerms } from '@/shared/http/shapes';
import type { Fault, Faulty } from '../forms/use-draft-form';
import type { Goods } from '../promotions/promotion-draft';

type Edit = ChangeSetTerms['edit'];
export type Kind = Edit['kind'];
export type Direction = 'UP' | 'DOWN';
export type Rounding = (typeof ROUNDINGS)[number];
export type Towards = NonNullable<Edit['rounding']>['towards'];

export const KINDS = [
  'PERCENT',
  'AMOUNT',
  'SET',
  'ROUND',
  'CATEGORY',
  'STATUS',
  'TAX_CATEGORY',
  'AGE_LIMIT',
] as const satisfies readonly Kind[];
export const ROUNDINGS = ['NONE', 'E0.99', 'E0.95', 'E0.90', 'S0.05', 'S0.10', 'S1', 'OWN'] as const;
export const TOWARDS = ['NEAREST', 'UP', 'DOWN'] as const satisfies readonly Towards[];

/** Which products are meant, all conditions together. */
export interface SelectionDraft {
  readonly goods: Goods;
  /** Names of brands, apart by commas. */
  readonly brands: string;
  readonly search: string;
  /** Products with a price in that list; empty: whether or not. */
  readonly inList: string;
  readonly inactive: boolean;
}

/** A change set as it stands in the form: text as it was typed. */
export interface ChangeSetDraft {
  readonly name: string;
  readonly selection: SelectionDraft;
  readonly kind: Kind;
  /** Whose prices: `general`, `store`, or a price list's id. */
  readonly place: string;
  readonly direction: Direction;
  readonly value: string;
  readonly rounding: Rounding;
  /** The price ending of rounding `OWN`. */
  readonly ending: string;
  readonly towards: Towards;
  readonly categoryId: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly taxCategory: string;
  readonly ageLimit: string;
  /** Not now, but when the store's clock shows `at`. */
  readonly later: boolean;
  readonly at: string;
}

export const newDraft = (place: string): ChangeSetDraft => ({
  name: '',
  selection: {
    ...{ brands: '', search: '', inList: '', inactive: false },
    goods: { products: [], categories: [], exceptProducts: [] },
  },
  kind: 'PERCENT',
  place,
  direction: 'UP',
  value: '',
  rounding: 'NONE',
  ending: '',
  towards: 'NEAREST',
  categoryId: '',
  status: 'INACTIVE',
  taxCategory: '',
  ageLimit: '',
  later: false,
  at: '',
});

export const isPrice = (kind: Kind) =>
  kind === 'PERCENT' || kind === 'AMOUNT' || kind === 'SET' || kind === 'ROUND';

export function draftOf({ name, selection, edit }: ChangeSetTerms): ChangeSetDraft {
  const { products, categories, exceptProducts } = selection;
  return {
    ...newDraft(edit.priceListId ?? (edit.storeId ? 'store' : 'general')),
    name,
    selection: {
      goods: { products, categories, exceptProducts },
      brands: selection.brands.join(', '),
      search: selection.search ?? '',
      inList: selection.priceListId ?? '',
      inactive: selection.status === 'INACTIVE',
    },
    kind: edit.kind,
    direction: edit.value?.startsWith('-') ? 'DOWN' : 'UP',
    value: edit.value?.replace(/^-/, '') ?? '',
    ...roundingOf(edit),
    categoryId: edit.categoryId ?? '',
    status: edit.status ?? 'INACTIVE',
    taxCategory: edit.taxCategory ?? '',
    ageLimit: edit.ageLimit === null || edit.ageLimit === undefined ? '' : String(edit.ageLimit),
  };
}

function roundingOf({ rounding }: Edit): Pick<ChangeSetDraft, 'rounding' | 'ending' | 'towards'> {
  if (!rounding) return { rounding: 'NONE', ending: '', towards: 'NEAREST' };
  const value = parseAmount(rounding.value);
  const known = ROUNDINGS.find(
    (name) => name[0] === rounding.form[0] && parseAmount(name.slice(1)) === value,
  );
  return {
    rounding: known ?? 'OWN',
    ending: known ? '' : rounding.value,
    towards: rounding.towards,
  };
}

interface Setting {
  readonly store: { readonly id: string; readonly currency: string };
  readonly minorDigits: number;
}

/** The terms as the server takes them, or everything that is wrong. */
export function termsOf(
  draft: ChangeSetDraft,
  { store, minorDigits }: Setting,
): { readonly terms: ChangeSetTerms } | Faulty {
  const faults: Fault[] = [];
  const name = draft.name.trim();
  if (name === '') faults.push({ pointer: '/name', word: 'changeSets.fault.name' });
  const nothing: Edit = {
    kind: draft.kind,
    ...{ currency: null, storeId: null, priceListId: null, value: null, rounding: null },
    ...{ categoryId: null, status: null, taxCategory: null, ageLimit: null },
  };
  const edit = isPrice(draft.kind)
    ? { ...nothing, ...priceEdit(draft, store, minorDigits, faults) }
    : { ...nothing, ...fieldEdit(draft, faults) };
  if (faults.length > 0) return { faults };
  return {
    terms: {
      name,
      selection: {
        ...draft.selection.goods,
        brands: [...new Set(draft.selection.brands.split(/[,;]/).map((brand) => brand.trim()))].filter(
          (brand) => brand !== '',
        ),
        priceListId: draft.selection.inList || null,
        search: draft.selection.search.trim() || null,
        status: selected(draft),
      },
      edit,
    },
  };
}

/** What becomes active again is not active now. */
const selected = (draft: ChangeSetDraft) =>
  draft.selection.inactive || (draft.kind === 'STATUS' && draft.status === 'ACTIVE') ? 'INACTIVE' : null;

function priceEdit(
  draft: ChangeSetDraft,
  store: Setting['store'],
  minorDigits: number,
  faults: Fault[],
): Partial<Edit> {
  const named = draft.place !== 'store' && draft.place !== 'general';
  return {
    currency: store.currency,
    storeId: draft.place === 'store' ? store.id : null,
    priceListId: named ? draft.place : null,
    value: draft.kind === 'ROUND' ? null : valueOf(draft, minorDigits, faults),
    rounding: rounding(draft, faults),
  };
}

function valueOf(draft: ChangeSetDraft, minorDigits: number, faults: Fault[]): string | null {
  const amount = parseAmount(parseTyped(draft.value, 4) ?? '');
  const sets = draft.kind === 'SET';
  if (amount === null || amount < 0n || (amount === 0n && !sets)) {
    faults.push({
      pointer: '/edit/value',
      word: sets ? 'products.notAPrice' : 'changeSets.fault.value',
    });
    return null;
  }
  const text = amountText(amount, draft.kind === 'PERCENT' ? 0 : minorDigits);
  return sets || draft.direction === 'UP' ? text : `-${text}`;
}

function rounding(draft: ChangeSetDraft, faults: Fault[]): NonNullable<Edit['rounding']> | null {
  const { towards } = draft;
  if (draft.rounding === 'NONE') {
    if (draft.kind === 'ROUND') faults.push({ pointer: '/edit/rounding', word: 'changeSets.fault.rounding' });
    return null;
  }
  if (draft.rounding !== 'OWN')
    return {
      form: draft.rounding.startsWith('E') ? 'ENDING' : 'STEP',
      value: draft.rounding.slice(1),
      towards,
    };
  const ending = parseAmount(parseTyped(draft.ending, 4) ?? '');
  if (ending === null || ending <= 0n) {
    faults.push({ pointer: '/edit/rounding', word: 'changeSets.fault.ending' });
    return null;
  }
  return { form: 'ENDING', value: amountText(ending, 2), towards };
}

function fieldEdit(draft: ChangeSetDraft, faults: Fault[]): Partial<Edit> {
  switch (draft.kind) {
    case 'CATEGORY':
      if (!draft.categoryId) faults.push({ pointer: '/edit/categoryId', word: 'changeSets.fault.category' });
      return { categoryId: draft.categoryId };
    case 'STATUS':
      return { status: draft.status };
    case 'TAX_CATEGORY': {
      const category = draft.taxCategory.trim().toUpperCase();
      if (!/^[A-Z][A-Z0-9_]{0,29}$/.test(category))
        faults.push({ pointer: '/edit/taxCategory', word: 'changeSets.fault.taxCategory' });
      return { taxCategory: category };
    }
    default: {
      const typed = draft.ageLimit.trim();
      if (typed !== '' && !/^[1-9]\d?$/.test(typed))
        faults.push({ pointer: '/edit/ageLimit', word: 'changeSets.fault.ageLimit' });
      return { ageLimit: typed === '' ? null : Number(typed) };
    }
  }
}
