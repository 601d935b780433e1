import type { Amount, Percent, Quantity } from '../decimal';

/** What a customer wants to buy or bring back, and the facts that decide the price. */
export interface BasketToPrice {
  readonly store: string;
  /** The store's local date and time, `2026-11-22T10:15`; the kernel has no clock. */
  readonly at: string;
  readonly customerGroup: string | null;
  readonly taxExempt: boolean;
  readonly coupons: readonly Coupon[];
  /** Off the whole basket, by hand. */
  readonly discount: HandDiscount | null;
  readonly lines: readonly LineToPrice[];
}

export interface Coupon {
  readonly code: string;
  readonly usesLeft: number;
}

/** Given by a person; never takes more than there is. */
export type HandDiscount = { readonly percent: Percent } | { readonly amount: Amount };

export interface LineToPrice {
  readonly id: string;
  readonly product: string;
  /** Negative for goods that come back. */
  readonly quantity: Quantity;
  readonly fixedPrice: FixedPrice | null;
  readonly discount: HandDiscount | null;
  /** For goods that come back: the line they were sold in. */
  readonly original: ChargedLine | null;
}

/**
 * A unit price that no list decides: KEPT since the goods were scanned or said by the CODE that was scanned (promotions
 * apply), an OVERRIDE by a person, or an OPEN price typed in (for both of these promotions on the line do not apply), or
 * what was AGREED before (no promotion applies, on the line or on the basket).
 */
export interface FixedPrice {
  readonly kind: 'KEPT' | 'CODE' | 'OVERRIDE' | 'OPEN' | 'AGREED';
  readonly unitPrice: Amount;
}

/** What was charged for a line, and what of it has come back so far; all figures as they were sold, positive. */
export interface ChargedLine {
  readonly unitPrice: Amount;
  readonly taxCategory: string;
  readonly sold: ChargedFigures;
  readonly returned: ChargedFigures;
}

export interface ChargedFigures {
  readonly quantity: Quantity;
  /** Quantity times unit price. */
  readonly base: Amount;
  /** After discounts, as prices are kept: with or without tax. */
  readonly amount: Amount;
  readonly gross: Amount;
  readonly taxes: readonly ChargedTax[];
}

export interface ChargedTax {
  readonly id: string;
  readonly rate: Percent;
  readonly tax: Amount;
}
