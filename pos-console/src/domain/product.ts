import type { Amount, Quantity } from './decimal';
import type { Variant } from './family';
import type { DatedPrice } from './pricing/store-prices';

export type UnitOfMeasure = 'PIECE' | 'KG' | 'LITRE' | 'METRE';

/** Lots are told apart, or every single piece. */
export type Tracking = 'LOT' | 'SERIAL';

/** A product as the till needs it: one entry of the store's price book. */
export interface Product {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly unit: UnitOfMeasure;
  /** Includes tax; what the price book last called its price. What holds at a moment is for the lists to say. */
  readonly price: Amount;
  /** What the store's lists ask for it, now and later. */
  readonly prices?: readonly DatedPrice[];
  readonly currency: string;
  readonly taxCategory: string;
  /** Per cent, as the price book writes it. */
  readonly taxRate: string;
  readonly categoryId: string | null;
  readonly category: string | null;
  readonly ageLimit: number | null;
  readonly barcodes: readonly ProductCode[];
  /** Of a family, of which the till asks for a variant. */
  readonly variant?: Variant | null;
  /** What tells its pieces apart; nothing, where nobody asks. */
  readonly tracking?: Tracking;
  /** Its picture, if it has one. */
  readonly imageId?: string | null;
}

export interface ProductCode {
  readonly code: string;
  /** Units that one scan sells. */
  readonly quantity: Quantity;
  /** Of one scan, includes tax; null: the quantity times the product's price. */
  readonly price: Amount | null;
}
