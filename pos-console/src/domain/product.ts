import type { Amount, Quantity } from './decimal';

export type UnitOfMeasure = 'PIECE' | 'KG' | 'LITRE' | 'METRE';

/** A product as the till needs it: one entry of the store's price book. */
export interface Product {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly unit: UnitOfMeasure;
  /** Includes tax. */
  readonly price: Amount;
  readonly currency: string;
  readonly taxCategory: string;
  /** Per cent, as the price book writes it. */
  readonly taxRate: string;
  readonly categoryId: string | null;
  readonly category: string | null;
  readonly ageLimit: number | null;
  readonly barcodes: readonly ProductCode[];
}

export interface ProductCode {
  readonly code: string;
  /** Units that one scan sells. */
  readonly quantity: Quantity;
  /** Of one scan, includes tax; null: the quantity times the product's price. */
  readonly price: Amount | null;
}
