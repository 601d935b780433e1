import { minus, negated, quantityText, sum, ZERO, type Amount } from '../decimal';
import type { ChargedFigures, ChargedLine, LineToPrice } from './basket-to-price';
import type { PricedLine } from './priced-basket';
import type { PriceBook } from './price-book';
import type { Rounding } from './rounding';
import type { Trace } from './trace';

/** A line that takes back what was charged, with the tax category it was charged under. */
export interface ReversedLine {
  readonly line: PricedLine;
  readonly position: number;
  readonly taxCategory: string;
}

/**
 * Takes back exactly what was charged, promotions and tax included: the share of everything that has come back by now,
 * less what was given back before. So the last piece takes the remainder, and all pieces together net to nothing.
 */
export function reverse(
  line: LineToPrice,
  position: number,
  original: ChargedLine,
  taxMode: PriceBook['taxMode'],
  rounding: Rounding,
  trace: Trace,
): ReversedLine {
  const part = (of: (figures: ChargedFigures) => Amount): Amount => {
    const back = minus(original.returned.quantity, line.quantity);
    const due = rounding.quotient(of(original.sold) * back, original.sold.quantity);
    return negated(minus(due, of(original.returned)));
  };
  const taxes = original.sold.taxes.map(({ id, rate }) => ({
    id,
    rate,
    tax: part((figures) => figures.taxes.find((tax) => tax.id === id)?.tax ?? ZERO),
  }));
  const gross = part((figures) => figures.gross);
  const net = minus(gross, sum(taxes.map((tax) => tax.tax)));
  const base = part((figures) => figures.base);
  const amount = taxMode === 'EXCLUSIVE' ? net : part((figures) => figures.amount);
  const discount = minus(base, amount);
  const discounts = discount === ZERO ? [] : [{ source: 'RETURNED' as const, id: '', amount: discount }];
  trace.add('RETURN', 'REVERSED', line.product, [line.id], {
    quantity: quantityText(negated(line.quantity)),
    sold: quantityText(original.sold.quantity),
    amount: trace.money(gross),
  });
  return {
    line: { id: line.id, unitPrice: original.unitPrice, base, discounts, amount, net, gross, taxes },
    position,
    taxCategory: original.taxCategory,
  };
}
