import type { BasketLine } from './basket';
import type { Amount, Quantity } from './decimal';

/** Goods that the catalog does not have, as a cashier describes them. */
export interface OpenItem {
  /** What was scanned, if anything was. */
  readonly code: string | null;
  readonly name: string;
  /** Of one. */
  readonly price: Amount;
  readonly taxCategory: string;
}

/** What stands for a code that there is none of. */
const NO_CODE = 'OPEN';

/** A line for goods without a product; which rate their tax category has is for the day to say. */
export const openLine = (
  { code, name, price, taxCategory }: OpenItem,
  quantity: Quantity,
): Omit<BasketLine, 'key'> => ({
  kind: 'SALE',
  productId: null,
  sku: code ?? NO_CODE,
  name,
  unit: 'PIECE',
  ageLimit: null,
  categoryId: null,
  quantity,
  unitPrice: price,
  fixed: 'OPEN',
  discount: null,
  taxCategory,
  taxRate: '0',
  returnOf: null,
});
