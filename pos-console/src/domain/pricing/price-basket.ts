import {
  negated,
  percent,
  plus,
  sum,
  timesRounded,
  ZERO,
  type Amount,
  type Percent,
  type Quantity,
} from '../decimal';
import type { Discount } from '../discount';
import type { UnitOfMeasure } from '../product';
import type { ChargedLine, Coupon, HandDiscount } from './basket-to-price';
import type { PriceBook, PricedProduct, Promotion, TaxCategory } from './price-book';
import type {
  LineDiscount,
  LineTax,
  PricedBasket as KernelBasket,
  PricedLine as KernelLine,
} from './priced-basket';
import { PricingFailure } from './pricing-failure';
import { PricingKernel } from './pricing-kernel';
import { stageOf, type Stage } from './promotion-round';
import { entriesByLine } from './sentences';
import {
  listsOf,
  rateOf,
  taxesOn,
  type ChargedRate,
  type DatedPrice,
  type DatedTaxRate,
  type NamedList,
} from './store-prices';
import type { TraceEntry } from './trace';

/** What the kernel needs to know of a till's line; everything else about it is the basket's business. */
export interface LineToPrice {
  readonly quantity: Quantity;
  /** Includes tax; as it was when the goods were scanned, and kept for what no list prices. */
  readonly unitPrice: Amount;
  /** No list decides the unit price: the scanned code says it, or a person set it instead of the list's, or typed it in. */
  readonly fixed?: 'CODE' | 'OVERRIDE' | 'OPEN' | 'AGREED';
  /** What the store's lists ask for the goods, now and later; not there for what comes back or has no list price. */
  readonly prices?: readonly DatedPrice[];
  /** Taken off this line as a whole. */
  readonly discount: Discount | null;
  readonly taxCategory: string;
  /** Per cent, as the price book writes it; goods with list prices are taxed at the rate of the day. */
  readonly taxRate: string;
  /** What the rate is made of, where the price book says it. */
  readonly taxes?: readonly ChargedRate[];
  /** What promotions may aim at; goods without a product take only those for everything. */
  readonly productId?: string | null;
  /** Ids of all categories the product belongs to, the ancestors included. */
  readonly categories?: readonly string[];
  readonly unit?: UnitOfMeasure;
  /** For goods that come back: what was charged for them, which they reverse, under the tax they were charged. */
  readonly original?: Omit<ChargedLine, 'taxCategory'>;
}

/** What a till prices goods with by itself, and the facts that decide it. */
export interface Offers {
  readonly promotions: readonly Promotion[];
  readonly priceLists?: readonly NamedList[];
  readonly taxRates?: readonly DatedTaxRate[];
  /** False: tax comes on top of all prices. */
  readonly pricesIncludeTax?: boolean;
  readonly store: string;
  readonly timeZone?: string;
  /** Store-local date and time. */
  readonly at: string;
  readonly customerGroup: string | null;
  /** The customer is charged no tax for what is sold. */
  readonly taxExempt?: boolean;
  readonly coupons: readonly Coupon[];
}

const NO_OFFERS: Offers = {
  promotions: [],
  store: 'here',
  at: '2000-01-01T00:00',
  customerGroup: null,
  coupons: [],
};

export interface AppliedPromotion extends LineDiscount {
  readonly name: string;
  /** Whether it was taken before discounts by hand on lines, or from the basket after them. */
  readonly stage: Stage;
}

/** What became of a coupon: what it took off, or why nothing. */
export interface CouponResult {
  readonly code: string;
  readonly amount: Amount;
  readonly reason: TraceEntry | null;
}

export interface PricedLine<L extends LineToPrice> {
  /** With the unit price and tax rate that hold now. */
  readonly line: L;
  /** Quantity times unit price. */
  readonly listed: Amount;
  readonly promotions: readonly AppliedPromotion[];
  /** What the line's own discount takes off. */
  readonly discount: Amount;
  /** This line's share of the basket's discount. */
  readonly share: Amount;
  /** What is left: listed less all of them, as prices are kept, with or without tax. */
  readonly amount: Amount;
  /** What is charged. */
  readonly gross: Amount;
  readonly taxes: readonly LineTax[];
  /** How the amount came about. */
  readonly trace: readonly TraceEntry[];
}

export interface TaxGroup {
  readonly category: string;
  readonly rate: string;
  readonly net: Amount;
  readonly tax: Amount;
  readonly gross: Amount;
  readonly taxes: readonly LineTax[];
}

export interface PricedBasket<L extends LineToPrice> {
  readonly lines: readonly PricedLine<L>[];
  /** What the discount on the whole basket takes off; every line carries its share of it. */
  readonly discount: Amount;
  readonly coupons: readonly CouponResult[];
  readonly taxes: readonly TaxGroup[];
  readonly tax: Amount;
  readonly total: Amount;
}

const HUNDRED = percent('100');

/**
 * Prices a till's basket with the kernel: everything at one moment, from the lists that hold then. Goods that no list
 * prices (any more), and those that come back, keep the price they have.
 */
export function priceBasket<L extends LineToPrice>(
  lines: readonly L[],
  minorDigits: number,
  basketDiscount: Discount | null = null,
  offers: Offers = NO_OFFERS,
): PricedBasket<L> {
  const day = offers.at.slice(0, 10);
  const taxed = lines.map((line) => taxedOn(line, offers.taxRates ?? [], day));
  const kept = new Set<string>();
  for (;;) {
    try {
      return priceOnce(taxed, minorDigits, basketDiscount, offers, kept);
    } catch (failure) {
      const unpriced = failure instanceof PricingFailure && failure.code === 'NO_PRICE';
      if (!unpriced || kept.has(failure.subject)) throw failure;
      kept.add(failure.subject);
    }
  }
}

function priceOnce<L extends LineToPrice>(
  lines: readonly L[],
  minorDigits: number,
  basketDiscount: Discount | null,
  offers: Offers,
  kept: ReadonlySet<string>,
): PricedBasket<L> {
  const products = productsOf(lines.filter((line) => !line.original));
  const idOf = (line: LineToPrice) => products.get(productKeyOf(line))?.id ?? '';
  const listed = (line: LineToPrice) => !line.fixed && hasListPrices(line) && !kept.has(idOf(line));
  const goods = new Map(lines.filter(listed).map((line) => [idOf(line), line.prices ?? []]));
  const priceLists = listsOf(goods, offers.priceLists ?? [], offers.timeZone ?? 'UTC');
  const book = { ...priceBookOf(lines, products, minorDigits, offers), priceLists };
  const exempt = offers.taxExempt ?? false;
  const priced = new PricingKernel(book).price({
    store: offers.store,
    at: offers.at,
    customerGroup: offers.customerGroup,
    taxExempt: exempt,
    coupons: offers.coupons,
    discount: handDiscount(basketDiscount),
    lines: lines.map((line, index) => ({
      id: index.toString(),
      product: line.original ? (line.productId ?? '') : idOf(line),
      quantity: line.quantity,
      fixedPrice:
        listed(line) || line.original ? null : { kind: line.fixed ?? 'KEPT', unitPrice: line.unitPrice },
      discount: handDiscount(line.discount),
      original: line.original ? { ...line.original, taxCategory: taxKeyOf(line) } : null,
    })),
  });
  const told = entriesByLine(
    priced.lines.map(({ id }) => id),
    priced.trace,
  );
  const shares = priced.lines.map((line) => discountOf(line, 'HAND_BASKET'));
  return {
    lines: priced.lines.flatMap((each, index) => {
      const line = lines[index];
      if (!line) return [];
      const [discount, share] = [discountOf(each, 'HAND_LINE'), shares[index] ?? ZERO];
      return {
        line: { ...line, unitPrice: each.unitPrice, ...(exempt && !line.original && { taxRate: '0' }) },
        listed: timesRounded(each.unitPrice, line.quantity, minorDigits),
        promotions: appliedTo(each, offers.promotions),
        discount,
        share,
        amount: each.amount,
        gross: each.gross,
        taxes: each.taxes,
        trace: told.get(each.id) ?? [],
      };
    }),
    discount: sum(shares),
    coupons: offers.coupons.map(({ code }) => couponResult(code, offers.promotions, priced)),
    taxes: groupsOf(priced, lines, exempt),
    tax: priced.tax,
    total: priced.total,
  };
}

/** One group for each category and rate, also where goods that come back were taxed by other parts of the same rate. */
function groupsOf(priced: KernelBasket, lines: readonly LineToPrice[], exempt: boolean): TaxGroup[] {
  const rates = new Map(lines.map((line) => [taxKeyOf(line), line]));
  const groups = new Map<string, TaxGroup>();
  for (const { category: key, net, gross, taxes } of priced.taxGroups) {
    const { taxCategory: category = key, taxRate = '0' } = rates.get(key) ?? {};
    // What comes back always says the taxes it was charged.
    const rate = exempt && taxes.length === 0 ? '0' : taxRate;
    const group = `${category} ${rate}`;
    const known = groups.get(group);
    groups.set(group, {
      ...{ category, rate },
      net: plus(net, known?.net ?? ZERO),
      tax: plus(sum(taxes.map(({ tax }) => tax)), known?.tax ?? ZERO),
      gross: plus(gross, known?.gross ?? ZERO),
      taxes: known ? together([...known.taxes, ...taxes]) : taxes,
    });
  }
  return [...groups.values()];
}

function together(taxes: readonly LineTax[]): LineTax[] {
  const ids = [...new Set(taxes.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const same = taxes.filter((tax) => tax.id === id);
    return same.slice(0, 1).map((first) => ({ ...first, tax: sum(same.map(({ tax }) => tax)) }));
  });
}

const hasListPrices = ({ prices, quantity }: LineToPrice): boolean =>
  prices !== undefined && prices.length > 0 && quantity > 0n;

function taxedOn<L extends LineToPrice>(line: L, rates: readonly DatedTaxRate[], day: string): L {
  const ofTheDay = hasListPrices(line) || line.fixed === 'OPEN' || line.fixed === 'AGREED';
  const taxes = ofTheDay ? taxesOn(rates, line.taxCategory, day) : [];
  return taxes.length === 0 ? line : { ...line, taxes, taxRate: rateOf(taxes) };
}

function appliedTo(line: KernelLine, promotions: readonly Promotion[]): AppliedPromotion[] {
  return line.discounts.flatMap((discount) => {
    const promotion = promotions.find(({ id }) => id === discount.id);
    if (discount.source !== 'PROMOTION' || !promotion) return [];
    return [{ ...discount, name: promotion.name, stage: stageOf(promotion) }];
  });
}

function couponResult(code: string, promotions: readonly Promotion[], priced: KernelBasket): CouponResult {
  const ids = new Set(promotions.filter(({ coupon }) => coupon === code).map(({ id }) => id));
  const discounts = priced.lines.flatMap((line) => line.discounts);
  const amount = sum(
    discounts.filter(({ source, id }) => source === 'PROMOTION' && ids.has(id)).map((each) => each.amount),
  );
  const about = (kind: TraceEntry['kind']) =>
    priced.trace.find(
      (entry) => entry.kind === kind && (kind === 'COUPON' ? entry.subject === code : ids.has(entry.subject)),
    );
  return { code, amount, reason: amount === ZERO ? (about('PROMOTION') ?? about('COUPON') ?? null) : null };
}

function priceBookOf(
  lines: readonly LineToPrice[],
  products: ReadonlyMap<string, PricedProduct>,
  minorDigits: number,
  { store, promotions, pricesIncludeTax }: Offers,
): PriceBook {
  // What comes back is taxed as it was.
  const sold = lines.filter((line) => !line.original);
  const taxed = [...new Map(sold.map((line) => [taxKeyOf(line), line]))];
  return {
    currency: '',
    minorDigits,
    taxMode: pricesIncludeTax === false ? 'EXCLUSIVE' : 'INCLUSIVE',
    taxRounding: 'GROUP',
    roundingMode: 'HALF_UP',
    cashRounding: null,
    stores: [{ id: store, jurisdictions: [store] }],
    taxCategories: taxed.map(([id, line]) => taxCategory(id, line, store)),
    products: [...products.values()],
    priceLists: [],
    promotions,
  };
}

/** By product and tax; a product that was scanned at two tax rates goes by its id only once. */
function productsOf(lines: readonly LineToPrice[]): ReadonlyMap<string, PricedProduct> {
  const products = new Map<string, PricedProduct>();
  const ids = new Set<string>();
  for (const line of lines) {
    const key = productKeyOf(line);
    if (products.has(key)) continue;
    const id = ids.has(line.productId ?? '') ? key : (line.productId ?? key);
    ids.add(id);
    const weighed = line.unit !== undefined && line.unit !== 'PIECE';
    products.set(key, { id, taxCategory: taxKeyOf(line), categories: line.categories ?? [], weighed });
  }
  return products;
}

function taxCategory(id: string, line: LineToPrice, jurisdiction: string): TaxCategory {
  const only = { id: line.taxCategory, rate: percent(line.taxRate), compound: false };
  const components = (line.taxes ?? [only]).map(({ rate, ...tax }) => ({
    ...tax,
    jurisdiction,
    rates: [{ validFrom: '2000-01-01', rate }],
  }));
  return { id, components };
}

function productKeyOf(line: LineToPrice): string {
  return `${line.productId ?? ''} ${taxKeyOf(line)}`;
}

function taxKeyOf(line: LineToPrice): string {
  return `${line.taxCategory} ${line.taxRate}`;
}

/** The kernel takes the size of a discount; goods that come back have it with their own sign. */
function handDiscount(discount: Discount | null): HandDiscount | null {
  if (discount === null) return null;
  if ('amount' in discount)
    return { amount: discount.amount < 0n ? negated(discount.amount) : discount.amount };
  const share = discount.percent as bigint as Percent;
  return { percent: share > HUNDRED ? HUNDRED : share };
}

function discountOf(line: KernelLine, source: 'HAND_LINE' | 'HAND_BASKET'): Amount {
  return sum(line.discounts.filter((discount) => discount.source === source).map((each) => each.amount));
}
