import { minus, plus, sum, timesRounded, ZERO, type Amount, type Quantity } from '../decimal';
import { amountOff, splitOver, type Discount } from '../discount';
import { taxGroups, type TaxGroup } from './tax';

/** What the kernel needs to know of a line; everything else about it is the basket's business. */
export interface LineToPrice {
  readonly quantity: Quantity;
  /** Includes tax. */
  readonly unitPrice: Amount;
  /** Taken off this line as a whole. */
  readonly discount: Discount | null;
  readonly taxCategory: string;
  readonly taxRate: string;
}

/** One step of how a line's amount came about, in the order it was taken. */
export type PriceStep =
  | { readonly step: 'price-list'; readonly unitPrice: Amount; readonly quantity: Quantity }
  | { readonly step: 'manual-discount'; readonly amount: Amount }
  | { readonly step: 'basket-discount'; readonly amount: Amount };

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
  readonly trace: readonly PriceStep[];
}

export interface PricedBasket<L extends LineToPrice> {
  readonly lines: readonly PricedLine<L>[];
  /** What the discount on the whole basket takes off; every line carries its share of it. */
  readonly discount: Amount;
  readonly taxes: readonly TaxGroup[];
  readonly tax: Amount;
  readonly total: Amount;
}

/**
 * Prices a basket: each line rounded half-up to the minor unit less its own discount, then the basket's discount spread
 * over what is sold (goods that come back keep the price they were sold for), tax extracted once per group.
 */
export function priceBasket<L extends LineToPrice>(
  lines: readonly L[],
  minorDigits: number,
  basketDiscount: Discount | null = null,
): PricedBasket<L> {
  const own = lines.map((line) => {
    const listed = timesRounded(line.unitPrice, line.quantity, minorDigits);
    const discount = amountOff(line.discount, listed, minorDigits);
    return { line, listed, discount, open: minus(listed, discount) };
  });
  const sold = own.map(({ open }) => (open > 0n ? open : ZERO));
  const discount = amountOff(basketDiscount, sum(sold), minorDigits);
  const shares = splitOver(discount, sold, minorDigits);
  const priced = own.map(({ open, ...line }, at) => {
    const share = shares[at] ?? ZERO;
    return { ...line, share, amount: minus(open, share), trace: traceOf(line.line, line.discount, share) };
  });
  const taxes = taxGroups(
    priced.map(({ line, amount }) => ({ taxCategory: line.taxCategory, taxRate: line.taxRate, amount })),
    minorDigits,
  );
  return {
    lines: priced,
    discount,
    taxes,
    tax: taxes.reduce((total: Amount, group) => plus(total, group.tax), ZERO),
    total: sum(priced.map((line) => line.amount)),
  };
}

function traceOf(line: LineToPrice, discount: Amount, share: Amount): PriceStep[] {
  return [
    { step: 'price-list', unitPrice: line.unitPrice, quantity: line.quantity },
    ...(discount === ZERO ? [] : [{ step: 'manual-discount' as const, amount: discount }]),
    ...(share === ZERO ? [] : [{ step: 'basket-discount' as const, amount: share }]),
  ];
}
