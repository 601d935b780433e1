import type { Amount, Percent, Quantity } from '../decimal';
import type { RoundingMode } from './rounding';

/** Everything prices are made of, for one currency. */
export interface PriceBook {
  readonly currency: string;
  /** Decimals of the smallest unit that is charged, as ISO 4217 has it: JPY 0, EUR 2, KWD 3. */
  readonly minorDigits: number;
  /** Whether prices hold the tax or tax comes on top. */
  readonly taxMode: 'INCLUSIVE' | 'EXCLUSIVE';
  /** Where tax is rounded: on every line, or once per tax group. Line amounts are always rounded. */
  readonly taxRounding: 'LINE' | 'GROUP';
  readonly roundingMode: RoundingMode;
  readonly cashRounding: CashRounding | null;
  readonly stores: readonly PricingStore[];
  readonly taxCategories: readonly TaxCategory[];
  readonly products: readonly PricedProduct[];
  readonly priceLists: readonly PriceList[];
  readonly promotions: readonly Promotion[];
}

export interface CashRounding {
  /** The smallest coin. */
  readonly step: Amount;
  readonly mode: RoundingMode;
}

export interface PricingStore {
  readonly id: string;
  /** Taxes of these jurisdictions are charged, such as `CA` and `CA-QC`. */
  readonly jurisdictions: readonly string[];
}

/** How goods are taxed. Without a component in the store's jurisdictions they are not taxed at all. */
export interface TaxCategory {
  readonly id: string;
  readonly components: readonly TaxComponent[];
}

export interface TaxComponent {
  readonly id: string;
  readonly jurisdiction: string;
  /** Charged on the net amount and on the components before it. */
  readonly compound: boolean;
  readonly rates: readonly DatedRate[];
}

export interface DatedRate {
  /** Store-local date. */
  readonly validFrom: string;
  readonly rate: Percent;
}

export interface PricedProduct {
  readonly id: string;
  readonly taxCategory: string;
  /** All categories it belongs to, the ancestors included. */
  readonly categories: readonly string[];
  /** Sold by measure: never counted in pieces. */
  readonly weighed: boolean;
}

export interface PriceList {
  readonly id: string;
  readonly name: string;
  /** The higher wins. */
  readonly priority: number;
  /** Empty: every store. */
  readonly stores: readonly string[];
  /** Empty: every customer. */
  readonly customerGroups: readonly string[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly prices: readonly ListedPrice[];
}

export interface ListedPrice {
  readonly product: string;
  readonly price: Amount;
  /** From this quantity of the product in the basket on. */
  readonly minimumQuantity: Quantity;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

export type PromotionKind =
  | 'LINE_PERCENT'
  | 'LINE_AMOUNT'
  | 'BUY_X_GET_Y'
  | 'CHEAPEST_FREE'
  | 'BUNDLE'
  | 'MIX_AND_MATCH'
  | 'BASKET_PERCENT'
  | 'BASKET_AMOUNT';

export interface Promotion {
  readonly id: string;
  readonly name: string;
  readonly kind: PromotionKind;
  /** The higher is tried first; equal ones in the order of their ids. */
  readonly priority: number;
  /** Takes only goods that no other promotion has touched, and keeps the others off them. */
  readonly exclusive: boolean;
  readonly window: PromotionWindow;
  readonly stores: readonly string[];
  readonly customerGroups: readonly string[];
  /** Only for who shows this code. */
  readonly coupon: string | null;
  /** Most times in one basket. */
  readonly maximumUses: number | null;
  readonly minimumAmount: Amount | null;
  readonly minimumQuantity: Quantity | null;
  readonly target: PromotionTarget;
  readonly percent: Percent | null;
  readonly amount: Amount | null;
  /** What makes up a set: bought and given (BUY_X_GET_Y), or the goods of a bundle. */
  readonly parts: readonly SetPart[];
  /** What a whole set costs. */
  readonly price: Amount | null;
}

export interface SetPart {
  readonly target: PromotionTarget;
  readonly pieces: number;
}

/** Goods by product or category; both empty: everything. */
export interface PromotionTarget {
  readonly products: readonly string[];
  readonly categories: readonly string[];
  readonly exceptProducts: readonly string[];
}

/** When a promotion holds, in the store's local time; all given conditions together. */
export interface PromotionWindow {
  readonly from: string | null;
  readonly until: string | null;
  /** ISO 8601: 1 is Monday. Empty: every day. */
  readonly weekdays: readonly number[];
  /** `HH:MM`; a window that ends before it begins reaches past midnight. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}
