import { negated, percent, sum, ZERO, type Amount, type Percent, type Quantity } from '../decimal';
import type { Discount } from '../discount';
import type { HandDiscount } from './basket-to-price';
import type { PriceBook, TaxCategory } from './price-book';
import type { PricedLine as KernelLine } from './priced-basket';
import { PricingKernel } from './pricing-kernel';
import { entriesByLine } from './sentences';
import type { TraceEntry } from './trace';

/** What the kernel needs to know of a till's line; everything else about it is the basket's business. */
export interface LineToPrice {
  readonly quantity: Quantity;
  /** Includes tax; kept since the goods were scanned. */
  readonly unitPrice: Amount;
  /** Taken off this line as a whole. */
  readonly discount: Discount | null;
  readonly taxCategory: string;
  /** Per cent, as the price book writes it. */
  readonly taxRate: string;
}

export interface PricedLine<L extends LineToPrice> {
  readonly line: L;
  /** Quantity times unit price. */
  readonly listed: Amount;
  /** What the line's own discount takes off. */
  readonly discount: Amount;
  /** This line's share of the basket's discount. */
  readonly share: Amount;
  /** What is charged: listed less both. */
  readonly amount: Amount;
  /** How the amount came about. */
  readonly trace: readonly TraceEntry[];
}

export interface TaxGroup {
  readonly category: string;
  readonly rate: string;
  readonly net: Amount;
  readonly tax: Amount;
  readonly gross: Amount;
}

export interface PricedBasket<L extends LineToPrice> {
  readonly lines: readonly PricedLine<L>[];
  /** What the discount on the whole basket takes off; every line carries its share of it. */
  readonly discount: Amount;
  readonly taxes: readonly TaxGroup[];
  readonly tax: Amount;
  readonly total: Amount;
}

const HERE = 'here';
const HUNDRED = percent('100');

/**
 * Prices a till's basket with the kernel. The till's price book knows one price of a product, and that is kept from the
 * scan on: so to the kernel every line has a kept price, and a product is no more than how it is taxed.
 */
export function priceBasket<L extends LineToPrice>(
  lines: readonly L[],
  minorDigits: number,
  basketDiscount: Discount | null = null,
): PricedBasket<L> {
  const priced = new PricingKernel(priceBookOf(lines, minorDigits)).price({
    store: HERE,
    at: '2000-01-01T00:00',
    customerGroup: null,
    taxExempt: false,
    coupons: [],
    discount: handDiscount(basketDiscount),
    lines: lines.map((line, index) => ({
      id: index.toString(),
      product: taxKeyOf(line),
      quantity: line.quantity,
      fixedPrice: { kind: 'KEPT', unitPrice: line.unitPrice },
      discount: handDiscount(line.discount),
      original: null,
    })),
  });
  const told = entriesByLine(
    priced.lines.map(({ id }) => id),
    priced.trace,
  );
  const shares = priced.lines.map((line) => discountOf(line, 'HAND_BASKET'));
  const rates = new Map(lines.map((line) => [taxKeyOf(line), line]));
  return {
    lines: priced.lines.flatMap((each, index) => {
      const line = lines[index];
      if (!line) return [];
      const [discount, share] = [discountOf(each, 'HAND_LINE'), shares[index] ?? ZERO];
      return {
        line,
        listed: each.base,
        discount,
        share,
        amount: each.amount,
        trace: told.get(each.id) ?? [],
      };
    }),
    discount: sum(shares),
    taxes: priced.taxGroups.map(({ category, net, gross, taxes }) => ({
      category: rates.get(category)?.taxCategory ?? category,
      rate: rates.get(category)?.taxRate ?? '0',
      net,
      tax: sum(taxes.map(({ tax }) => tax)),
      gross,
    })),
    tax: priced.tax,
    total: priced.total,
  };
}

function priceBookOf(lines: readonly LineToPrice[], minorDigits: number): PriceBook {
  const taxed = [...new Map(lines.map((line) => [taxKeyOf(line), line]))];
  return {
    currency: '',
    minorDigits,
    taxMode: 'INCLUSIVE',
    taxRounding: 'GROUP',
    roundingMode: 'HALF_UP',
    cashRounding: null,
    stores: [{ id: HERE, jurisdictions: [HERE] }],
    taxCategories: taxed.map(([id, line]) => taxCategory(id, line)),
    products: taxed.map(([id]) => ({ id, taxCategory: id, categories: [], weighed: false })),
    priceLists: [],
    promotions: [],
  };
}

function taxCategory(id: string, line: LineToPrice): TaxCategory {
  const rates = [{ validFrom: '2000-01-01', rate: percent(line.taxRate) }];
  return { id, components: [{ id: line.taxCategory, jurisdiction: HERE, compound: false, rates }] };
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
