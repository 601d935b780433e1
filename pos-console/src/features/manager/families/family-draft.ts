import { combinationsOf, MOST_VARIANTS, skuOf, valuesOf, type FamilyOption } from '@/domain/variant-matrix';
import type { Fault, Faulty } from '../forms/use-draft-form';
import { priceOf } from '../prices/price-draft';
import { factsOf, NEW_PRODUCT, type ProductDraft } from '../products/product-draft';
import type { FamilyWork, VariantWork } from './family-work';

/** A family while it is being written: what all variants have, what they differ in, and what is special to one. */
export interface FamilyDraft extends Pick<
  ProductDraft,
  'name' | 'brand' | 'categoryId' | 'unit' | 'taxCategory' | 'stockTracked'
> {
  readonly options: readonly OptionDraft[];
  readonly skuPattern: string;
  /** Of every variant that has none of its own; empty: set later. */
  readonly price: string;
  readonly variants: Readonly<Record<string, VariantDraft>>;
}

export interface OptionDraft {
  readonly name: string;
  readonly values: string;
}

/** What is special to one variant: empty is as the pattern has it, and the family's price. */
export interface VariantDraft {
  readonly leftOut?: boolean;
  readonly sku?: string;
  readonly price?: string;
  readonly code?: string;
}

export const NEW_FAMILY: FamilyDraft = {
  ...{ name: '', brand: '', categoryId: '', unit: 'PIECE', taxCategory: 'STANDARD', stockTracked: true },
  ...{ options: [{ name: '', values: '' }], skuPattern: '', price: '', variants: {} },
};

export const MOST_OPTIONS = 3;

/** A row of the matrix. */
export interface Row {
  readonly key: string;
  readonly values: readonly string[];
  readonly sku: string;
  readonly own: VariantDraft;
}

export const optionsOf = ({ options }: FamilyDraft): FamilyOption[] =>
  options.map(({ name, values }) => ({ name: name.trim(), values: valuesOf(values) }));

/** The variants that the options make, at most as many as can be made at once. */
export function rowsOf(draft: FamilyDraft): readonly Row[] {
  const options = optionsOf(draft);
  return combinationsOf(options)
    .slice(0, MOST_VARIANTS)
    .map((values) => {
      const key = JSON.stringify(values);
      return { key, values, sku: skuOf(draft.skuPattern, options, values), own: draft.variants[key] ?? {} };
    });
}

/** Where ids and prices come from. */
export interface Making {
  readonly store: { readonly id: string; readonly currency: string; readonly timeZone: string };
  readonly minorDigits: number;
  /** Prices for all stores, or for this one only. */
  readonly everywhere: boolean;
  /** The same id for the same name, always. */
  readonly idOf: (name: string) => string;
  /** When an id was made. */
  readonly madeAt: (id: string) => Date;
}

/** What is sent, or everything that is wrong. */
export function workOf(draft: FamilyDraft, making: Making): FamilyWork | Faulty {
  const options = optionsOf(draft);
  const rows = rowsOf(draft);
  const chosen = rows.filter(({ own }) => !own.leftOut);
  const faults = [...familyFaults(draft, options)];
  if (faults.length === 0 && chosen.length === 0)
    faults.push({ pointer: '/rows', word: 'family.fault.none' });
  const variants = chosen.map((row) => variantOf(row, draft, options, making));
  faults.push(...variants.flatMap((variant) => ('faults' in variant ? variant.faults : [])));
  if (faults.length > 0) return { faults };
  return {
    familyId: making.idOf('family'),
    family: { name: draft.name.trim(), options },
    variants: variants.flatMap((variant) => ('faults' in variant ? [] : [variant])),
  };
}

function familyFaults(draft: FamilyDraft, options: readonly FamilyOption[]): Fault[] {
  const faults: Fault[] = [];
  if (draft.name.trim() === '') faults.push({ pointer: '/name', word: 'family.fault.name' });
  options.forEach(({ name, values }, at) => {
    const twice = options.findIndex((other) => other.name === name) < at;
    if (name === '' || twice)
      faults.push({ pointer: `/options/${at}/name`, word: 'family.fault.optionName' });
    if (values.length === 0) faults.push({ pointer: `/options/${at}/values`, word: 'family.fault.values' });
  });
  if (combinationsOf(options).length > MOST_VARIANTS)
    faults.push({ pointer: '/rows', word: 'family.fault.tooMany' });
  return faults;
}

function variantOf(
  { key, values, sku, own }: Row,
  draft: FamilyDraft,
  options: readonly FamilyOption[],
  { store, minorDigits, everywhere, idOf, madeAt }: Making,
): VariantWork | Faulty {
  const at = `/variants/${key}`;
  const { brand, categoryId, unit, taxCategory, stockTracked } = draft;
  const code = own.code?.trim() ?? '';
  const written = factsOf(
    {
      ...NEW_PRODUCT,
      ...{ brand, categoryId, unit, taxCategory, stockTracked, familyId: idOf('family') },
      name: [draft.name.trim(), ...values].join(' '),
      sku: own.sku ?? sku,
      barcodes: code === '' ? [] : [{ code, quantity: '1', price: '', currency: '' }],
      options: Object.fromEntries(options.map(({ name }, place) => [name, values[place] ?? ''])),
    },
    store.currency,
    minorDigits,
  );
  if ('faults' in written)
    return { faults: written.faults.map(({ pointer, word }) => ({ pointer: at + pointer, word })) };
  const productId = idOf(key);
  const typed = (own.price ?? draft.price).trim();
  const work = { key, productId, facts: written.facts };
  if (typed === '') return { ...work, price: null };
  const id = idOf(`${key} ${typed}`);
  const asked = {
    ...{ amount: typed, list: everywhere ? 'general' : 'store' },
    ...{ minimumQuantity: '', from: '', until: '' },
  };
  // sent again it has to be the same: it holds from the moment at which its id was made
  const price = priceOf(asked, { productId, store, minorDigits, now: madeAt(id) });
  if ('faults' in price) return { faults: [{ pointer: `${at}/price`, word: 'products.notAPrice' }] };
  return { ...work, price: { id, body: price.price } };
}
