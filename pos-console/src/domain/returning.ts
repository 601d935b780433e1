import type { BasketLine, SoldLineRef } from './basket';
import {
  amount,
  minus,
  negated,
  quantity,
  roundToMinor,
  divideHalfUp,
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

/** The part of a line's discount that goes back with `part` of its quantity. */
function discountShare(line: SaleLine, part: Quantity, minorDigits: number): Amount {
  const whole = amount(line.discount);
  if (whole === ZERO) return ZERO;
  return roundToMinor(divideHalfUp(whole * part, quantity(line.quantity)) as Amount, minorDigits);
}

/** A basket line that takes back `part` of a sold line at the price it was sold for. */
export function returnLine(
  of: SoldLineRef,
  line: SaleLine,
  part: Quantity,
  minorDigits: number,
): Omit<BasketLine, 'key'> {
  const share = discountShare(line, part, minorDigits);
  return {
    kind: 'RETURN',
    productId: line.productId,
    sku: line.sku,
    name: line.name,
    unit: part % 1000n === 0n ? 'PIECE' : 'KG',
    ageLimit: null,
    quantity: negated(part),
    unitPrice: amount(line.unitPrice),
    discount: share === ZERO ? null : { amount: negated(share) },
    taxCategory: line.taxCategory,
    taxRate: line.taxRate,
    returnOf: of,
  };
}
