import { minus, plus, sum, ZERO, type Amount, type Quantity } from '../decimal';
import { share } from './allocation';
import type { HandDiscount, LineToPrice } from './basket-to-price';
import type { PricedProduct, Promotion } from './price-book';
import type { LineDiscount } from './priced-basket';

const NO_QUANTITY = 0n as Quantity;

/**
 * Pieces of one line that promotions have treated alike so far. A line begins as one portion; a promotion that takes
 * only some of its pieces splits them off.
 */
export interface Portion {
  readonly line: GoodsLine;
  quantity: Quantity;
  /** What is still charged for it. */
  amount: Amount;
  /** Some promotion has lowered it, or counted it. */
  touched: boolean;
  /** An exclusive promotion has: nothing else may. */
  exclusive: boolean;
  /** Its pieces belong to a set already. */
  inSet: boolean;
}

/** A line while it is priced. */
export class GoodsLine {
  readonly line: LineToPrice;
  /** Its place in the basket. */
  readonly position: number;
  readonly product: PricedProduct;
  readonly unitPrice: Amount;
  readonly base: Amount;
  readonly portions: Portion[];
  readonly discounts: LineDiscount[] = [];

  constructor(line: LineToPrice, position: number, product: PricedProduct, unitPrice: Amount, base: Amount) {
    this.line = line;
    this.position = position;
    this.product = product;
    this.unitPrice = unitPrice;
    this.base = base;
    this.portions = [
      { line: this, quantity: line.quantity, amount: base, touched: false, exclusive: false, inSet: false },
    ];
  }

  get sold(): boolean {
    return this.line.quantity > 0n;
  }

  /** A price set by hand stands: promotions on the line leave it alone. */
  get pricedByHand(): boolean {
    const kind = this.line.fixedPrice?.kind;
    return kind === 'OVERRIDE' || kind === 'OPEN';
  }

  /** What was agreed on before stands against every promotion. */
  get agreed(): boolean {
    return this.line.fixedPrice?.kind === 'AGREED';
  }

  get countedInPieces(): boolean {
    return !this.product.weighed && this.line.quantity % 1000n === 0n;
  }

  get amount(): Amount {
    return sum(this.portions.map((portion) => portion.amount));
  }

  /** Lowers the given portions of this line by `discount` in all, in proportion to what they still cost. */
  takeOff(
    portions: readonly Portion[],
    discount: Amount,
    source: LineDiscount['source'],
    id: string,
    minorUnit: Amount,
  ): void {
    if (discount === ZERO) return;
    if (portions.length === 1) {
      for (const portion of portions) portion.amount = minus(portion.amount, discount);
    } else {
      const parts = share(
        discount,
        portions.map((portion) => portion.amount),
        minorUnit,
      );
      portions.forEach((portion, index) => {
        portion.amount = minus(portion.amount, parts[index] ?? ZERO);
      });
    }
    this.note(source, id, discount);
  }

  note(source: LineDiscount['source'], id: string, discount: Amount): void {
    const at = this.discounts.findIndex((known) => known.source === source && known.id === id);
    const known = this.discounts[at];
    if (known) this.discounts[at] = { ...known, amount: plus(known.amount, discount) };
    else this.discounts.push({ source, id, amount: discount });
  }

  /** Splits `pieces` worth `amount` off a portion of this line. */
  split(from: Portion, pieces: Quantity, amount: Amount): Portion {
    if (pieces === from.quantity) return from;
    const part: Portion = { ...from, quantity: pieces, amount };
    from.quantity = minus(from.quantity, pieces);
    from.amount = minus(from.amount, amount);
    this.portions.push(part);
    return part;
  }
}

export const worth = (portions: readonly Portion[]): Amount => sum(portions.map((portion) => portion.amount));

export const quantityOf = (portions: readonly Portion[]): Quantity =>
  portions.reduce((total, portion) => plus(total, portion.quantity), NO_QUANTITY);

/** Groups portions by their line, lines and portions in the order given. */
export function byLine(portions: readonly Portion[]): Map<GoodsLine, Portion[]> {
  const lines = new Map<GoodsLine, Portion[]>();
  for (const portion of portions) {
    const known = lines.get(portion.line);
    if (known) known.push(portion);
    else lines.set(portion.line, [portion]);
  }
  return lines;
}

export function markTouched(portions: readonly Portion[], promotion: Promotion): void {
  for (const portion of portions) {
    portion.touched = true;
    portion.exclusive ||= promotion.exclusive;
  }
}

/**
 * Puts lines in an order that depends on what they are, never on when they were scanned: wherever one of several lines
 * has to be first, this order decides. Lines that compare equal are alike in everything that matters.
 */
export function inCanonicalOrder(lines: readonly GoodsLine[]): GoodsLine[] {
  return [...lines].sort(
    (a, b) =>
      compare(a.line.product, b.line.product) ||
      compare(a.unitPrice, b.unitPrice) ||
      compare(a.line.quantity, b.line.quantity) ||
      compare(a.line.fixedPrice?.kind ?? '', b.line.fixedPrice?.kind ?? '') ||
      compareHandDiscounts(a.line.discount, b.line.discount),
  );
}

export function compare<T extends string | bigint | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Lines without a hand discount first, then those with an amount, then those with a percentage. */
function compareHandDiscounts(a: HandDiscount | null, b: HandDiscount | null): number {
  const kind = (discount: HandDiscount | null) => (discount === null ? 0 : 'amount' in discount ? 1 : 2);
  const value = (discount: HandDiscount | null) =>
    discount === null ? 0n : 'amount' in discount ? discount.amount : discount.percent;
  return compare(kind(a), kind(b)) || compare<bigint>(value(a), value(b));
}

export function inBasketOrder(lines: readonly GoodsLine[]): GoodsLine[] {
  return [...lines].sort((a, b) => a.position - b.position);
}

export function idsOf(lines: readonly GoodsLine[]): string[] {
  return inBasketOrder(lines).map((line) => line.line.id);
}
