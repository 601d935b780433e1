import type { Amount, Percent } from '../decimal';
import type { TraceEntry } from './trace';

/** A basket with its prices, and how they came about. Lines stand in the order of the basket. */
export interface PricedBasket {
  readonly lines: readonly PricedLine[];
  readonly taxGroups: readonly TaxGroup[];
  readonly net: Amount;
  readonly tax: Amount;
  /** What is to be paid by anything but cash. */
  readonly total: Amount;
  readonly cash: CashTotal;
  readonly coupons: readonly CouponUse[];
  readonly trace: readonly TraceEntry[];
}

export interface PricedLine {
  readonly id: string;
  readonly unitPrice: Amount;
  /** Quantity times unit price, rounded. */
  readonly base: Amount;
  readonly discounts: readonly LineDiscount[];
  /** Base less discounts, as prices are kept: with or without tax. */
  readonly amount: Amount;
  readonly net: Amount;
  readonly gross: Amount;
  readonly taxes: readonly LineTax[];
}

export interface LineDiscount {
  readonly source: 'PROMOTION' | 'HAND_LINE' | 'HAND_BASKET' | 'RETURNED';
  /** The promotion, or empty. */
  readonly id: string;
  readonly amount: Amount;
}

export interface LineTax {
  readonly id: string;
  readonly rate: Percent;
  readonly tax: Amount;
}

/** Lines taxed alike. */
export interface TaxGroup {
  readonly category: string;
  readonly taxes: readonly LineTax[];
  readonly net: Amount;
  readonly gross: Amount;
}

export interface CashTotal {
  readonly total: Amount;
  /** Cash total less total. */
  readonly difference: Amount;
}

export interface CouponUse {
  readonly code: string;
  readonly uses: number;
}
