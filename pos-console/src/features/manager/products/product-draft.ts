import { amountText, parseAmount, parseQuantity, parseTyped, quantityText } from '@/domain/decimal';
import type { CatalogProduct, ProductFacts } from '@/shared/http/shapes';
import type { WordKey } from '@/shared/i18n/en';
import type { Fault, Faulty } from '../forms/use-draft-form';

/** A product while it is being written: numbers as typed. */
export interface ProductDraft {
  readonly name: string;
  readonly sku: string;
  readonly description: string;
  readonly brand: string;
  readonly categoryId: string;
  readonly unit: CatalogProduct['unit'];
  readonly taxCategory: string;
  readonly ageLimit: string;
  readonly tracking: CatalogProduct['tracking'];
  readonly stockTracked: boolean;
  readonly status: CatalogProduct['status'];
  readonly barcodes: readonly CodeDraft[];
  readonly familyId: string;
  readonly options: Readonly<Record<string, string>>;
  readonly components: readonly PartDraft[];
}

export interface CodeDraft {
  readonly code: string;
  readonly quantity: string;
  /** Of one scan; empty: the quantity times the product's price. */
  readonly price: string;
  readonly currency: string;
}

export interface PartDraft {
  readonly productId: string;
  readonly quantity: string;
}

export const NEW_PRODUCT: ProductDraft = {
  ...{ name: '', sku: '', description: '', brand: '', categoryId: '', unit: 'PIECE' },
  ...{ taxCategory: 'STANDARD', ageLimit: '', tracking: 'NONE', stockTracked: true, status: 'ACTIVE' },
  ...{ barcodes: [], familyId: '', options: {}, components: [] },
};

export function draftOf(product: CatalogProduct): ProductDraft {
  const { name, sku, unit, taxCategory, tracking, stockTracked, status, options } = product;
  return {
    ...{ name, sku, unit, taxCategory, tracking, stockTracked, status, options },
    description: product.description ?? '',
    brand: product.brand ?? '',
    categoryId: product.categoryId ?? '',
    familyId: product.familyId ?? '',
    ageLimit: product.ageLimit?.toString() ?? '',
    barcodes: product.barcodes.map(({ code, quantity, price }) => ({
      ...{ code, quantity, price: price?.amount ?? '', currency: price?.currency ?? '' },
    })),
    components: product.components.map(({ productId, quantity }) => ({ productId, quantity })),
  };
}

/** What is sent for a draft, or what is wrong with it; `currency` is that of prices typed here. */
export function factsOf(
  draft: ProductDraft,
  currency: string,
  minorDigits: number,
): { readonly facts: ProductFacts } | Faulty {
  const faults: Fault[] = [];
  const wrong = (pointer: string, word: WordKey) => faults.push({ pointer, word });
  const quantityAt = (text: string, pointer: string) => {
    const quantity = parseQuantity(parseTyped(text, 3) ?? '');
    if (quantity === null || quantity <= 0n) wrong(pointer, 'product.notAQuantity');
    return quantity === null ? '' : quantityText(quantity);
  };
  const priceAt = ({ price: text, currency: own }: CodeDraft, pointer: string) => {
    if (text.trim() === '') return null;
    const price = parseAmount(parseTyped(text, 4) ?? '');
    if (price === null || price < 0n) wrong(pointer, 'products.notAPrice');
    return { amount: price === null ? '' : amountText(price, minorDigits), currency: own || currency };
  };
  if (draft.name.trim() === '') wrong('/name', 'product.needsName');
  if (draft.sku.trim() === '') wrong('/sku', 'product.needsSku');
  if (draft.ageLimit.trim() !== '' && !/^[1-9]\d?$/.test(draft.ageLimit.trim()))
    wrong('/ageLimit', 'product.notAnAge');
  const facts: ProductFacts = {
    ...{ unit: draft.unit, tracking: draft.tracking, stockTracked: draft.stockTracked, status: draft.status },
    name: draft.name.trim(),
    sku: draft.sku.trim(),
    taxCategory: draft.taxCategory.trim(),
    description: draft.description.trim() || null,
    brand: draft.brand.trim() || null,
    categoryId: draft.categoryId || null,
    familyId: draft.familyId || null,
    options: draft.familyId ? draft.options : {},
    ageLimit: draft.ageLimit.trim() === '' ? null : Number(draft.ageLimit),
    barcodes: draft.barcodes.map((code, at) => ({
      code: code.code.trim(),
      quantity: quantityAt(code.quantity, `/barcodes/${at}/quantity`),
      price: priceAt(code, `/barcodes/${at}/price`),
    })),
    components: draft.components.map(({ productId, quantity }, at) => ({
      productId,
      quantity: quantityAt(quantity, `/components/${at}/quantity`),
    })),
  };
  return faults.length > 0 ? { faults } : { facts };
}

/** A field that two people changed to different things since both had read the same. */
export type Clash = keyof ProductDraft;

/**
 * Brings two people's changes to one product together: whatever only one of them touched is as they left it; where both
 * touched the same, `mine` stands and the clash is told.
 */
export function merged(
  base: ProductDraft,
  mine: ProductDraft,
  theirs: ProductDraft,
): { readonly draft: ProductDraft; readonly clashes: readonly Clash[] } {
  const fields = Object.keys(base) as Clash[];
  const same = (one: ProductDraft, other: ProductDraft, field: Clash) =>
    JSON.stringify(one[field]) === JSON.stringify(other[field]);
  const taken = fields.filter((field) => same(mine, base, field));
  return {
    draft: { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) },
    clashes: fields.filter(
      (field) => !taken.includes(field) && !same(theirs, base, field) && !same(mine, theirs, field),
    ),
  };
}
