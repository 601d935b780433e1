import type { BasketLine, ComeBack, SoldLineRef } from './basket';
import {
  amount,
  divideHalfUp,
  minus,
  negated,
  percent,
  plus,
  quantity,
  roundToMinor,
  sum,
  timesRounded,
  ZERO,
  type Amount,
  type Quantity,
} from './decimal';
import { share } from './pricing/allocation';
import { rateOf, type ChargedRate } from './pricing/store-prices';
import type { Product } from './product';
import type { ChargedFigures, ChargedLine } from './pricing/basket-to-price';
import { amountAsPriced, type SaleDocument, type SaleLine } from './sale';

/** A line of a receipt with what may still come back. */
export interface ReturnableLine {
  readonly line: SaleLine;
  readonly returned: Quantity;
  readonly returnable: Quantity;
  /** The lines that brought back some of it. */
  readonly before: readonly SaleLine[];
}

type Receipt = Pick<SaleDocument, 'lines' | 'cashRounding'>;

const NONE = 0n as Quantity;

/** What was already returned of each line, by line number, of all sales that name it. */
export function returnedOf(
  saleId: string,
  sales: readonly Pick<SaleDocument, 'lines'>[],
): Map<number, SaleLine[]> {
  const returned = new Map<number, SaleLine[]>();
  for (const line of sales.flatMap(({ lines }) => lines)) {
    if (line.returnOf?.saleId !== saleId) continue;
    const known = returned.get(line.returnOf.lineNo);
    if (known) known.push(line);
    else returned.set(line.returnOf.lineNo, [line]);
  }
  return returned;
}

/** The sold lines of a receipt, each with what is left to return; never more than was sold. */
export function returnableLines(
  sale: Pick<SaleDocument, 'lines'>,
  returned: ReadonlyMap<number, readonly SaleLine[]>,
): ReturnableLine[] {
  return sale.lines
    .filter((line) => line.kind === 'SALE')
    .map((line) => {
      const before = returned.get(line.lineNo) ?? [];
      const back = quantityBack(before);
      const left = minus(quantity(line.quantity), back);
      return { line, returned: back, returnable: left > 0n ? left : NONE, before };
    });
}

const quantityBack = (lines: readonly SaleLine[]): Quantity =>
  lines.reduce((total, line) => minus(total, quantity(line.quantity)), NONE);

/**
 * A basket line that takes back `part` of a sold line, `before` having come back: exactly what was charged, tax, promotions
 * and cash rounding included. All parts together are what was paid. A receipt that does not say the tax of its lines gives
 * back prices, and tax is taken out of them anew.
 */
export function returnLine(
  of: SoldLineRef,
  receipt: Receipt,
  line: SaleLine,
  part: Quantity,
  before: readonly SaleLine[],
  minorDigits: number,
): Omit<BasketLine, 'key'> {
  const original = chargedLine(line, before);
  const { discount, ...rest } = lineBack(of, line, part);
  const roundingBack = partOf(roundingShare(receipt, line, minorDigits), line, before, part, minorDigits);
  return {
    ...rest,
    ...(original ? { discount, original } : { discount: discountBack(line, part, before, minorDigits) }),
    ...(roundingBack === ZERO ? {} : { roundingBack }),
  };
}

/**
 * A basket line that takes goods back of which nobody has the receipt: at `unitPrice`, what they cost now, and taxed as they
 * would be sold now.
 */
export function returnWithoutReceipt(
  product: Product,
  unitPrice: Amount,
  part: Quantity,
  taxes: readonly ChargedRate[],
  comeBack: ComeBack,
): Omit<BasketLine, 'key'> {
  const { productId, sku, name, unit, taxCategory, taxRate, tracking } = product;
  return {
    ...(tracking && { tracking }),
    ...{ kind: 'RETURN', productId, sku, name, unit, ageLimit: null, categoryId: null, returnOf: null },
    ...{ quantity: negated(part), unitPrice, discount: null, taxCategory, comeBack },
    ...(taxes.length === 0 ? { taxRate } : { taxRate: rateOf(taxes), taxes }),
  };
}

function lineBack(of: SoldLineRef, line: SaleLine, part: Quantity): Omit<BasketLine, 'key'> {
  const { lot, serial, expiryDate } = line.batch ?? {};
  return {
    kind: 'RETURN',
    productId: line.productId,
    sku: line.sku,
    name: line.name,
    unit: part % 1000n === 0n ? 'PIECE' : 'KG',
    ageLimit: null,
    categoryId: null,
    quantity: negated(part),
    unitPrice: amount(line.unitPrice),
    discount: null,
    taxCategory: line.taxCategory,
    taxRate: line.taxRate,
    returnOf: of,
    ...(line.batch && {
      pack: {
        size: part,
        labelled: true,
        batch: { lot: lot ?? null, serial: serial ?? null, expiry: expiryDate ?? null },
      },
    }),
  };
}

/** What the kernel reverses; null when a line does not say its tax. */
function chargedLine(line: SaleLine, before: readonly SaleLine[]): Omit<ChargedLine, 'taxCategory'> | null {
  if ([line, ...before].some(({ tax }) => tax === undefined)) return null;
  const sold = charged(line);
  return {
    unitPrice: amount(line.unitPrice),
    sold,
    returned: before.map(charged).reduce(lessReturned, none(sold)),
  };
}

function charged(line: SaleLine): ChargedFigures {
  const gross = amount(line.amount);
  const asPriced = amountAsPriced(line);
  const parts = line.taxParts ?? [{ component: line.taxCategory, rate: line.taxRate, tax: line.tax ?? '0' }];
  return {
    quantity: quantity(line.quantity),
    base: plus(asPriced, amount(line.discount)),
    amount: asPriced,
    gross,
    taxes: parts.map(({ component, rate, tax }) => ({
      id: component,
      rate: percent(rate),
      tax: amount(tax),
    })),
  };
}

const none = (sold: ChargedFigures): ChargedFigures => ({
  quantity: NONE,
  base: ZERO,
  amount: ZERO,
  gross: ZERO,
  taxes: sold.taxes.map((tax) => ({ ...tax, tax: ZERO })),
});

/** Lines that brought goods back have negative figures. */
const lessReturned = (so: ChargedFigures, back: ChargedFigures): ChargedFigures => ({
  quantity: minus(so.quantity, back.quantity),
  base: minus(so.base, back.base),
  amount: minus(so.amount, back.amount),
  gross: minus(so.gross, back.gross),
  taxes: so.taxes.map((tax) => ({
    ...tax,
    tax: minus(tax.tax, sum(back.taxes.filter(({ id }) => id === tax.id).map((each) => each.tax))),
  })),
});

/** What a sold line bears of what its receipt was rounded by. */
function roundingShare({ lines, cashRounding }: Receipt, line: SaleLine, minorDigits: number): Amount {
  const whole = amount(cashRounding);
  const sold = lines.filter(({ kind }) => kind === 'SALE');
  const weights = sold.map((each) => amount(each.amount));
  if (whole === ZERO || sum(weights) === ZERO) return ZERO;
  const unit = (10n ** BigInt(4 - minorDigits)) as Amount;
  return share(whole, weights, unit)[sold.indexOf(line)] ?? ZERO;
}

/** What goes back of `whole` with `part` of a line: the last part takes what is left. */
function partOf(
  whole: Amount,
  line: SaleLine,
  before: readonly SaleLine[],
  part: Quantity,
  minorDigits: number,
): Amount {
  const due = (back: Quantity) =>
    roundToMinor(divideHalfUp(whole * back, quantity(line.quantity)) as Amount, minorDigits);
  const earlier = quantityBack(before);
  return minus(due(plus(earlier, part)), due(earlier));
}

/** Makes prices come to what was charged. Where they fall short of it nothing can be done: no discount is a surcharge. */
function discountBack(
  line: SaleLine,
  part: Quantity,
  before: readonly SaleLine[],
  minorDigits: number,
): { amount: Amount } | null {
  const listed = timesRounded(amount(line.unitPrice), part, minorDigits);
  const open = minus(listed, partOf(amount(line.amount), line, before, part, minorDigits));
  return open <= 0n ? null : { amount: negated(open) };
}
