import type { Basket, BasketLine } from './basket';
import { priceBasket, type PricedBasket } from './pricing/price-basket';
import type { Promotion } from './pricing/price-book';

/** What a store's tills take off by themselves, now or later. */
export interface StoreOffers {
  /** Everything of the catalog up to this version is on the device; null while it holds parts of different ones. */
  readonly version: number | null;
  readonly promotions: readonly Promotion[];
  /** By category: its own id and those of all it lies in. */
  readonly lineages: ReadonlyMap<string, readonly string[]>;
}

/** What is offered at one moment. */
export interface Offering extends StoreOffers {
  readonly store: string;
  /** The store's local date and time, to the minute. */
  readonly at: string;
}

/** A coupon that is shown holds as often in a basket as its promotion's own terms allow. */
const USES = 1_000;

/** Prices a basket with what is offered to this customer. */
export function priceOffered(
  basket: Basket,
  customerGroup: string | null,
  offering: Offering,
  minorDigits: number,
): PricedBasket<BasketLine> {
  const { store, at, promotions, lineages } = offering;
  const lines = basket.lines.map((line) =>
    line.categoryId === null
      ? line
      : { ...line, categories: lineages.get(line.categoryId) ?? [line.categoryId] },
  );
  const coupons = basket.coupons.map((code) => ({ code, usesLeft: USES }));
  return priceBasket(lines, minorDigits, basket.discount, { store, at, promotions, customerGroup, coupons });
}

/** The coupon that a scanned or typed code stands for, as its promotion spells it; null when it is none. */
export function couponNamed({ promotions }: StoreOffers, code: string): string | null {
  const coupons = promotions.flatMap(({ coupon }) => (coupon === null ? [] : [coupon]));
  const typed = code.trim().toLowerCase();
  return coupons.find((coupon) => coupon === code) ?? coupons.find((c) => c.toLowerCase() === typed) ?? null;
}
