import { cashMoved, type CashMovement } from './cash-movement';
import { amountText, minus, plus, type Amount } from './decimal';
import { foreignTotals, type ForeignCount, type ForeignTotal } from './foreign-cash';
import { cashKept, type SaleDocument } from './sale';

/** What a till session closes with. Amounts are decimal strings of the session's currency. */
export interface ClosingFigures {
  readonly expectedCash: string;
  readonly countedCash: string;
  readonly difference: string;
  readonly sales: number;
  readonly returns: number;
  readonly foreignCash: readonly ForeignTotal[];
}

/** The figures as this device knows them: float plus the cash that sales left in the drawer and movements put there. */
export function closingFigures(
  openingFloat: Amount,
  countedCash: Amount,
  sales: readonly SaleDocument[],
  movements: readonly Pick<CashMovement, 'kind' | 'amount'>[],
  minorDigits: number,
  foreign: readonly ForeignCount[] = [],
): ClosingFigures {
  const expected = sales.reduce(
    (total: Amount, sale) => plus(total, cashKept(sale)),
    plus(openingFloat, cashMoved(movements)),
  );
  return {
    expectedCash: amountText(expected, minorDigits),
    countedCash: amountText(countedCash, minorDigits),
    difference: amountText(minus(countedCash, expected), minorDigits),
    sales: sales.filter((sale) => sale.lines.some((line) => line.kind === 'SALE')).length,
    returns: sales.filter((sale) => sale.lines.every((line) => line.kind === 'RETURN')).length,
    foreignCash: foreignTotals(sales, foreign, (value) => amountText(value, minorDigits)),
  };
}
