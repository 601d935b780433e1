import type { BasketLine, SoldLineRef } from './basket';
import {
  amount,
  divideHalfUp,
  minus,
  negated,
  plus,
  quantity,
  roundToMinor,
  timesRounded,
  ZERO,
  type Amount,
  type Quantity,
} from './decimal';
import type { SaleDocument, SaleLine } from './sale';

/** A line of a receipt with what may still come back. */
export interface ReturnableLine {
  readonly line: SaleLine;
  readonly returned: Quantity;
  readonly returnable: Quantity;
}

/** What was already returned of each line, by line number, summed over all sales that name it. */
export function returnedOf(
  saleId: string,
  sales: readonly Pick<SaleDocument, 'lines'>[],
): Map<number, Quantity> {
  const returned = new Map<number, Quantity>();
  for (const sale of sales) {
    for (const line of sale.lines) {
      if (line.returnOf?.saleId !== saleId) continue;
      const before = returned.get(line.returnOf.lineNo) ?? (0n as Quantity);
      returned.set(line.returnOf.lineNo, minus(before, quantity(line.quantity)));
    }
  }
  return returned;
}

/** The sold lines of a receipt, each with what is left to return; never more than was sold. */
export function returnableLines(
  sale: Pick<SaleDocument, 'lines'>,
  returned: ReadonlyMap<number, Quantity>,
): ReturnableLine[] {
  return sale.lines
    .filter((line) => line.kind === 'SALE')
    .map((line) => {
      const back = returned.get(line.lineNo) ?? (0n as Quantity);
      const left = minus(quantity(line.quantity), back);
      return { line, returned: back, returnable: left > 0n ? left : (0n as Quantity) };
    });
}

/** What goes back with `part` of a line when `before` has come back already: the last part takes what is left. */
function amountBack(line: SaleLine, before: Quantity, part: Quantity, minorDigits: number): Amount {
  const due = (back: Quantity) =>
    roundToMinor(divideHalfUp(amount(line.amount) * back, quantity(line.quantity)) as Amount, minorDigits);
  return minus(due(plus(before, part)), due(before));
}

/**
 * A basket line that takes back `part` of a sold line at the price it was sold for, with its share of the discount. All
 * parts together pay back what was charged. Only where a part's price does not come out in whole minor units (weights,
 * prices finer than the currency) may they fall short of it: a sale document knows no surcharge.
 */
export function returnLine(
  of: SoldLineRef,
  line: SaleLine,
  part: Quantity,
  before: Quantity,
  minorDigits: number,
): Omit<BasketLine, 'key'> {
  const unitPrice = amount(line.unitPrice);
  const listed = timesRounded(unitPrice, part, minorDigits);
  const open = minus(listed, amountBack(line, before, part, minorDigits));
  const share = open < 0n ? ZERO : open;
  return {
    kind: 'RETURN',
    productId: line.productId,
    sku: line.sku,
    name: line.name,
    unit: part % 1000n === 0n ? 'PIECE' : 'KG',
    ageLimit: null,
    categoryId: null,
    quantity: negated(part),
    unitPrice,
    discount: share === ZERO ? null : { amount: negated(share) },
    taxCategory: line.taxCategory,
    taxRate: line.taxRate,
    returnOf: of,
  };
}
