import type { BasketLine } from './basket';
import { amount, amountText, minus, negated, percentText, sum, type Amount, type Percent } from './decimal';
import type { Discount } from './discount';
import type { PricedBasket } from './pricing/price-basket';

/**
 * What a sale's prices were made of, as its document says it: with this the server makes them again. What is usual is left
 * out: no coupons, no discount by hand, no promotion, every price as the book lists it.
 */
export interface SalePricing {
  /** Everything of the catalog up to this version was on the device; without it the sale is not made again. */
  readonly priceBookVersion?: number;
  /** Store-local date and time. */
  readonly at: string;
  readonly customerGroup?: string;
  /** The customer had proved that they pay no tax: what was sold bears none. */
  readonly taxExempt?: boolean;
  readonly coupons?: readonly string[];
  readonly basketDiscount?: GivenDiscount;
  readonly lines?: readonly LinePricing[];
  readonly promotions?: readonly SoldPromotion[];
}

/** One of both; an amount is positive, also on goods that come back. */
export interface GivenDiscount {
  readonly percent?: string;
  readonly amount?: string;
}

export interface LinePricing {
  readonly lineNo: number;
  /**
   * Where the unit price comes from when no list decided: the code, the scan before the price ended, a
   * person, or what was agreed when the goods were set aside.
   */
  readonly price?: 'CODE' | 'KEPT' | 'OVERRIDE' | 'OPEN' | 'AGREED';
  readonly discount?: GivenDiscount;
  /** What one would have cost had nobody set another price. */
  readonly listPrice?: string;
}

/** What a promotion took off a line; part of the line's discount. */
export interface SoldPromotion {
  readonly promotionId: string;
  readonly name: string;
  readonly lineNo: number;
  readonly amount: string;
}

/** The facts beside the basket's lines that decided its prices. */
export interface PricingTerms {
  readonly priceBookVersion: number | null;
  readonly at: string;
  readonly customerGroup: string | null;
  readonly taxExempt: boolean;
  readonly coupons: readonly string[];
  readonly discount: Discount | null;
}

const ALL = 1_000_000n;

export function pricingOf(
  { lines }: PricedBasket<BasketLine>,
  terms: PricingTerms,
  minorDigits: number,
): SalePricing {
  const unusual = lines.flatMap(({ line, trace }, index): LinePricing[] => {
    const kept = line.kind === 'SALE' && trace.some(({ kind, code }) => kind === 'PRICE' && code === 'KEPT');
    const price = line.fixed ?? (kept ? 'KEPT' : null);
    if (price === null && line.discount === null) return [];
    const discount = line.discount && given(line.discount, minorDigits);
    return [
      {
        lineNo: index + 1,
        ...(price && { price }),
        ...(discount && { discount }),
        ...(line.instead && { listPrice: amountText(line.instead.unitPrice, minorDigits) }),
      },
    ];
  });
  const promotions = lines.flatMap((line, index) =>
    line.promotions.map(({ id, name, amount: off }) => ({
      promotionId: id,
      name,
      lineNo: index + 1,
      amount: amountText(off, minorDigits),
    })),
  );
  return {
    ...(terms.priceBookVersion === null ? {} : { priceBookVersion: terms.priceBookVersion }),
    at: terms.at,
    ...(terms.customerGroup === null ? {} : { customerGroup: terms.customerGroup }),
    ...(terms.taxExempt && { taxExempt: true }),
    ...(terms.coupons.length === 0 ? {} : { coupons: [...terms.coupons] }),
    ...(terms.discount === null ? {} : { basketDiscount: given(terms.discount, minorDigits) }),
    ...(unusual.length === 0 ? {} : { lines: unusual }),
    ...(promotions.length === 0 ? {} : { promotions }),
  };
}

function given(discount: Discount, minorDigits: number): GivenDiscount {
  if ('amount' in discount) {
    const size = discount.amount < 0n ? negated(discount.amount) : discount.amount;
    return { amount: amountText(size, minorDigits) };
  }
  const share: bigint = discount.percent;
  return { percent: percentText((share > ALL ? ALL : share) as Percent) };
}

/** What promotions took off a line of a sale, and what is left of its discount: that was given by hand. */
export function discountsOf(
  line: { readonly lineNo: number; readonly discount: string },
  pricing: SalePricing | undefined,
): { readonly promotions: readonly SoldPromotion[]; readonly byHand: Amount } {
  const own = pricing?.promotions?.filter(({ lineNo }) => lineNo === line.lineNo) ?? [];
  return {
    promotions: own,
    byHand: minus(amount(line.discount), sum(own.map((each) => amount(each.amount)))),
  };
}
