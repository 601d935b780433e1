import { minus, plus, sum, timesRounded, ZERO, type Amount, type Quantity } from '../decimal';
import { taxGroups, type TaxGroup } from './tax';

/** What the kernel needs to know of a line; everything else about it is the basket's business. */
export interface LineToPrice {
  readonly quantity: Quantity;
  /** Includes tax. */
  readonly unitPrice: Amount;
  /** Taken off the line as a whole. */
  readonly discount: Amount;
  readonly taxCategory: string;
  readonly taxRate: string;
}

/** One step of how a line's amount came about, in the order it was taken. */
export type PriceStep =
  | { readonly step: 'price-list'; readonly unitPrice: Amount; readonly quantity: Quantity }
  | { readonly step: 'manual-discount'; readonly amount: Amount };

export interface PricedLine<L extends LineToPrice> {
  readonly line: L;
  readonly amount: Amount;
  readonly trace: readonly PriceStep[];
}

export interface PricedBasket<L extends LineToPrice> {
  readonly lines: readonly PricedLine<L>[];
  readonly taxes: readonly TaxGroup[];
  readonly tax: Amount;
  readonly total: Amount;
}

/** Prices a basket: each line rounded half-up to the minor unit, tax extracted once per group. */
export function priceBasket<L extends LineToPrice>(
  lines: readonly L[],
  minorDigits: number,
): PricedBasket<L> {
  const priced = lines.map((line) => priceLine(line, minorDigits));
  const taxes = taxGroups(
    priced.map(({ line, amount }) => ({ taxCategory: line.taxCategory, taxRate: line.taxRate, amount })),
    minorDigits,
  );
  return {
    lines: priced,
    taxes,
    tax: taxes.reduce((total: Amount, group) => plus(total, group.tax), ZERO),
    total: sum(priced.map((line) => line.amount)),
  };
}

function priceLine<L extends LineToPrice>(line: L, minorDigits: number): PricedLine<L> {
  const trace: PriceStep[] = [{ step: 'price-list', unitPrice: line.unitPrice, quantity: line.quantity }];
  if (line.discount !== ZERO) trace.push({ step: 'manual-discount', amount: line.discount });
  // A discount has whole minor units, so rounding before subtracting it equals round(quantity x price - discount).
  const amount = minus(timesRounded(line.unitPrice, line.quantity, minorDigits), line.discount);
  return { line, amount, trace };
}
