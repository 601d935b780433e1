import { minus, negated, ONE, plus, type Amount, type Quantity } from './decimal';
import type { Discount } from './discount';
import type { LineToPrice } from './pricing/price-basket';
import type { AgeCheck } from './age';
import type { Product, Tracking, UnitOfMeasure } from './product';
import type { Pack } from './scanned';

export interface SoldLineRef {
  readonly saleId: string;
  readonly lineNo: number;
}

export interface BasketLine extends LineToPrice {
  readonly key: number;
  readonly kind: 'SALE' | 'RETURN';
  readonly productId: string | null;
  readonly sku: string;
  readonly name: string;
  readonly unit: UnitOfMeasure;
  readonly ageLimit: number | null;
  readonly categoryId: string | null;
  readonly returnOf: SoldLineRef | null;
  /** Of goods whose code said more than what they are. */
  readonly pack?: Pack;
  /** What tells pieces of it apart. */
  readonly tracking?: Tracking;
  /** Nobody could say which lot or piece it is, and that was let pass. */
  readonly untold?: true;
  /** Of goods that come back: this part of what their receipt was rounded by, as it was charged. */
  readonly roundingBack?: Amount;
  /** What the line cost before a person set another price: what it goes back to. */
  readonly instead?: Pick<LineToPrice, 'unitPrice' | 'fixed'>;
  /** A word for whoever reads the receipt. */
  readonly note?: string;
  readonly comeBack?: ComeBack;
}

export const RETURN_REASONS = [
  'DEFECTIVE',
  'NOT_AS_DESCRIBED',
  'WRONG_ITEM',
  'CHANGED_MIND',
  'OTHER',
] as const;

export const RETURN_CONDITIONS = ['SELLABLE', 'DAMAGED'] as const;

/** Why goods come back, and whether they can be sold again. */
export interface ComeBack {
  readonly reason: (typeof RETURN_REASONS)[number];
  readonly condition: (typeof RETURN_CONDITIONS)[number];
}

export interface Basket {
  readonly lines: readonly BasketLine[];
  readonly nextKey: number;
  /** The line that keys act on: the one touched last, or walked to. */
  readonly selected: number | null;
  /** Taken off everything that is sold. */
  readonly discount: Discount | null;
  /** Codes of the coupons that were shown. */
  readonly coupons: readonly string[];
  /** That somebody looked at the age of whoever buys. */
  readonly ageCheck?: AgeCheck;
}

export const EMPTY_BASKET: Basket = { lines: [], nextKey: 1, selected: null, discount: null, coupons: [] };

/** Most lines a sale document may hold. */
export const MAX_LINES = 1000;

/** Most coupons in one basket. */
export const MAX_COUPONS = 50;

/** Most letters of a note on a line. */
export const LONGEST_NOTE = 200;

/** Puts goods in the basket; what the lists price the same joins its line. Full baskets stay as they are. */
export function withProduct(basket: Basket, product: Product, by: Quantity = ONE): Basket {
  const same = basket.lines.find(
    (line) =>
      line.kind === 'SALE' &&
      line.productId === product.productId &&
      (pricedByLists(line, product) || line.unitPrice === product.price) &&
      line.discount === null &&
      line.fixed === undefined &&
      line.note === undefined &&
      !line.pack,
  );
  const { prices, tracking } = product;
  if (same) {
    return withLine(basket, { ...same, quantity: plus(same.quantity, by), ...(prices && { prices }) });
  }
  return withNewLine(basket, {
    kind: 'SALE',
    productId: product.productId,
    sku: product.sku,
    name: product.name,
    unit: product.unit,
    ageLimit: product.ageLimit,
    categoryId: product.categoryId,
    quantity: by,
    unitPrice: product.price,
    ...(prices && { prices }),
    discount: null,
    taxCategory: product.taxCategory,
    taxRate: product.taxRate,
    returnOf: null,
    ...(tracking && { tracking }),
  });
}

const pricedByLists = (line: BasketLine, { prices }: Product): boolean =>
  line.prices !== undefined && line.prices.length > 0 && prices !== undefined && prices.length > 0;

export function withNewLine(basket: Basket, line: Omit<BasketLine, 'key'>): Basket {
  if (basket.lines.length >= MAX_LINES) return basket;
  const key = basket.nextKey;
  return { ...basket, lines: [...basket.lines, { ...line, key }], nextKey: key + 1, selected: key };
}

/** Takes goods back; what of their line lay in the basket already is part of `line`. */
export function withReturned(basket: Basket, line: Omit<BasketLine, 'key'>): Basket {
  const same = basket.lines.find(
    ({ returnOf }) =>
      returnOf !== null &&
      returnOf.saleId === line.returnOf?.saleId &&
      returnOf.lineNo === line.returnOf.lineNo,
  );
  if (!same) return withNewLine(basket, line);
  return withLine(basket, { ...(same.pack && { pack: same.pack }), ...line, key: same.key });
}

function withLine(basket: Basket, changed: BasketLine): Basket {
  return {
    ...basket,
    lines: basket.lines.map((line) => (line.key === changed.key ? changed : line)),
    selected: changed.key,
  };
}

/**
 * Sets how many of a line there are, in whole packs where the code priced a pack; what comes back, and what was agreed on when
 * it was set aside, stays as it is.
 */
export function withQuantity(basket: Basket, key: number, quantity: Quantity): Basket {
  const line = basket.lines.find((candidate) => candidate.key === key);
  if (!line) return basket;
  if (quantity === 0n) return withoutLine(basket, key);
  if (line.kind === 'RETURN' || line.fixed === 'AGREED' || isOnePiece(line)) return basket;
  if (line.fixed === 'CODE' && quantity % stepOf(line) !== 0n) return basket;
  return withLine(basket, { ...line, quantity });
}

/** Takes something off a line that is sold; null takes the discount away again. */
export function withLineDiscount(basket: Basket, key: number, discount: Discount | null): Basket {
  const line = basket.lines.find((candidate) => candidate.key === key);
  return !line || line.kind === 'RETURN' || line.fixed === 'AGREED'
    ? basket
    : withLine(basket, { ...line, discount });
}

/** Sells a line at a price that a person sets; null goes back to the price it had. */
export function withPrice(basket: Basket, key: number, unitPrice: Amount | null): Basket {
  const line = basket.lines.find((candidate) => candidate.key === key);
  if (!line || line.kind === 'RETURN' || line.fixed === 'OPEN' || line.fixed === 'AGREED') return basket;
  const { fixed, instead, ...rest } = line;
  const before = instead ?? { unitPrice: line.unitPrice, ...(fixed && { fixed }) };
  return withLine(
    basket,
    unitPrice === null ? { ...rest, ...before } : { ...rest, unitPrice, fixed: 'OVERRIDE', instead: before },
  );
}

/** Writes a word on a line; nothing takes it away. */
export function withNote(basket: Basket, key: number, text: string): Basket {
  const line = basket.lines.find((candidate) => candidate.key === key);
  if (!line) return basket;
  const { note: _, ...rest } = line;
  const note = text.trim().slice(0, LONGEST_NOTE);
  return withLine(basket, note === '' ? rest : { ...rest, note });
}

export function withBasketDiscount(basket: Basket, discount: Discount | null): Basket {
  return { ...basket, discount };
}

/** Somebody looked at the age of whoever buys. */
export const withAgeCheck = (basket: Basket, ageCheck: AgeCheck): Basket => ({ ...basket, ageCheck });

/** Takes a coupon; a basket that has it already, or has too many, stays as it is. */
export function withCoupon(basket: Basket, code: string): Basket {
  const { coupons } = basket;
  if (coupons.includes(code) || coupons.length >= MAX_COUPONS) return basket;
  return { ...basket, coupons: [...coupons, code] };
}

export function withoutCoupon(basket: Basket, code: string): Basket {
  if (!basket.coupons.includes(code)) return basket;
  return { ...basket, coupons: basket.coupons.filter((coupon) => coupon !== code) };
}

/** One less of a line, or the line gone when it held one (or part of one) or is a return. */
export function reduced(basket: Basket, key: number): Basket {
  const line = basket.lines.find((candidate) => candidate.key === key);
  if (!line) return basket;
  if (
    line.kind === 'RETURN' ||
    line.fixed === 'AGREED' ||
    line.unit !== 'PIECE' ||
    line.quantity <= stepOf(line)
  )
    return withoutLine(basket, key);
  return withLine(basket, { ...line, quantity: minus(line.quantity, stepOf(line)) });
}

/** What one more or one less of a line is: a unit, or a pack where the code priced a pack. */
export const stepOf = ({ fixed, pack }: BasketLine): Quantity => (fixed === 'CODE' && pack ? pack.size : ONE);

/** A piece with a serial number of its own, told or not: there is only one of it. */
export const isOnePiece = ({ quantity, tracking, pack }: BasketLine): boolean =>
  (quantity === ONE || quantity === negated(ONE)) && (tracking === 'SERIAL' || !!pack?.batch?.serial);

export function withoutLine(basket: Basket, key: number): Basket {
  const at = basket.lines.findIndex((line) => line.key === key);
  if (at < 0) return basket;
  const lines = basket.lines.filter((line) => line.key !== key);
  const { ageCheck: _, ...unchecked } = basket;
  return {
    // Whoever comes next is somebody else.
    ...(lines.length === 0 ? unchecked : basket),
    lines,
    selected: (lines[at] ?? lines[at - 1])?.key ?? null,
    discount: lines.length === 0 ? null : basket.discount,
  };
}

/** Walks the selection up or down without wrapping around. */
export function walked(basket: Basket, step: 1 | -1): Basket {
  if (basket.lines.length === 0) return basket;
  const at = basket.lines.findIndex((line) => line.key === basket.selected);
  const next = at < 0 ? basket.lines.length - 1 : Math.min(Math.max(at + step, 0), basket.lines.length - 1);
  return { ...basket, selected: basket.lines[next]?.key ?? null };
}

/** Pieces count each, weighed goods count one: what a person would count in the bag. Returned goods count as well. */
export function itemCount(basket: Basket): number {
  return basket.lines.reduce((count, line) => {
    const pieces = line.quantity < 0n ? negated(line.quantity) : line.quantity;
    return count + (line.unit === 'PIECE' && pieces % 1000n === 0n ? Number(pieces / 1000n) : 1);
  }, 0);
}
