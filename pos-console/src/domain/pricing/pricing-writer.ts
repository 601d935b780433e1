import { amountText, percentText, type Amount } from '../decimal';
import type { LineTax, PricedBasket, PricedLine, TaxGroup } from './priced-basket';
import type { Wire } from './pricing-reader';

/** A priced basket as JSON: amounts with the decimals of the currency. */
export function writePricedBasket(priced: PricedBasket, minorDigits: number): Wire<PricedBasket> {
  const money = (value: Amount) => amountText(value, minorDigits);
  const tax = ({ id, rate, tax }: LineTax) => ({ id, rate: percentText(rate), tax: money(tax) });
  const line = (each: PricedLine) => ({
    id: each.id,
    unitPrice: money(each.unitPrice),
    base: money(each.base),
    discounts: each.discounts.map(({ source, id, amount }) => ({ source, id, amount: money(amount) })),
    amount: money(each.amount),
    net: money(each.net),
    gross: money(each.gross),
    taxes: each.taxes.map(tax),
  });
  const group = ({ category, taxes, net, gross }: TaxGroup) => ({
    category,
    taxes: taxes.map(tax),
    net: money(net),
    gross: money(gross),
  });
  return {
    lines: priced.lines.map(line),
    taxGroups: priced.taxGroups.map(group),
    net: money(priced.net),
    tax: money(priced.tax),
    total: money(priced.total),
    cash: { total: money(priced.cash.total), difference: money(priced.cash.difference) },
    coupons: priced.coupons,
    trace: priced.trace,
  };
}
