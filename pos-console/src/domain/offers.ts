import { EMPTY_BASKET, withProduct, type Basket, type BasketLine } from './basket';
import { ONE, type Amount, type Quantity } from './decimal';
import { priceBasket, type PricedBasket } from './pricing/price-basket';
import type { Promotion } from './pricing/price-book';
import type { DatedTaxRate, NamedList } from './pricing/store-prices';
import type { Product } from './product';

/** What a store's tills price goods with, now or later. */
export interface StoreOffers {
  /** Everything of the catalog up to this version is on the device; null while it holds parts of different ones. */
  readonly version: number | null;
  readonly promotions: readonly Promotion[];
  readonly priceLists: readonly NamedList[];
  readonly taxRates: readonly DatedTaxRate[];
  /** False: tax comes on top of all prices. */
  readonly pricesIncludeTax?: boolean;
  /** By category: its own id and those of all it lies in. */
  readonly lineages: ReadonlyMap<string, readonly string[]>;
}

/** What is offered at one moment. */
export interface Offering extends StoreOffers {
  readonly store: string;
  readonly timeZone: string;
  /** The store's local date and time, to the minute. */
  readonly at: string;
  /** Goods in the basket that the price book has told anew since they were scanned. */
  readonly goods: ReadonlyMap<string, Product>;
}

export const NO_GOODS: ReadonlyMap<string, Product> = new Map();

/** A coupon that is shown holds as often in a basket as its promotion's own terms allow. */
const USES = 1_000;

/** Prices a basket with what is offered to this customer, who may be charged no tax. */
export function priceOffered(
  basket: Basket,
  customerGroup: string | null,
  offering: Offering,
  minorDigits: number,
  taxExempt = false,
): PricedBasket<BasketLine> {
  const { goods, lineages } = offering;
  const lines = basket.lines.map((line) => {
    const told = line.kind === 'SALE' ? goods.get(line.productId ?? '') : undefined;
    const { prices, taxCategory, taxRate, categoryId } = told ?? line;
    const categories = categoryId === null ? [] : (lineages.get(categoryId) ?? [categoryId]);
    return { ...line, ...(prices && { prices }), taxCategory, taxRate, categories };
  });
  const coupons = basket.coupons.map((code) => ({ code, usesLeft: USES }));
  const offers = { ...offering, customerGroup, coupons, taxExempt };
  return priceBasket(lines, minorDigits, basket.discount, offers);
}

/** What a customer pays for some of a product before promotions; null when no list has a price for it now. */
export function listPrice(
  product: Product,
  customerGroup: string | null,
  offering: Offering,
  minorDigits: number,
  quantity: Quantity = ONE,
): Amount | null {
  const alone = withProduct(EMPTY_BASKET, product, quantity);
  const [priced] = priceOffered(alone, customerGroup, { ...offering, promotions: [] }, minorDigits).lines;
  const listed = priced?.trace.some(({ kind, code }) => kind === 'PRICE' && code === 'CHOSEN');
  return priced && listed ? priced.line.unitPrice : null;
}

/** The coupon that a scanned or typed code stands for, as its promotion spells it; null when it is none. */
export function couponNamed({ promotions }: StoreOffers, code: string): string | null {
  const coupons = promotions.flatMap(({ coupon }) => (coupon === null ? [] : [coupon]));
  const typed = code.trim().toLowerCase();
  return coupons.find((coupon) => coupon === code) ?? coupons.find((c) => c.toLowerCase() === typed) ?? null;
}
