import { MAX_LINES, withNewLine, withProduct, type Basket, type BasketLine } from './basket';
import {
  divideHalfUp,
  ONE,
  plus,
  times as multiplied,
  timesRounded,
  type Amount,
  type Quantity,
} from './decimal';
import type { Batch } from './gs1';
import type { Product } from './product';

/** What the code of a pack said about it, beyond which product it is. */
export interface Pack {
  /** Units that one scan sells; what is sold by its code's price goes in whole packs. */
  readonly size: Quantity;
  /** A pack with a label of its own, weighed or priced: it stays a line of its own. */
  readonly labelled: boolean;
  readonly batch?: Batch;
}

/** Goods as a scan names them. */
export interface Scanned {
  readonly product: Product;
  readonly quantity: Quantity;
  /** What the code says all of it costs; null: the product's own price decides. */
  readonly price: Amount | null;
  /** A pack with a label of its own. */
  readonly labelled: boolean;
  /** The code gives a price but no weight: the quantity is to be worked out. */
  readonly unweighed?: boolean;
  readonly batch?: Batch;
}

export const plainly = (product: Product, quantity: Quantity = ONE): Scanned => ({
  product,
  quantity,
  price: null,
  labelled: false,
});

/** Puts scanned goods in the basket, `times` over when that was keyed in before. */
export function withScanned(
  basket: Basket,
  goods: Scanned,
  times: Quantity | null,
  minorDigits: number,
): Basket {
  const { product, price, labelled, batch } = goods;
  const [quantity, unitPrice] =
    price === null ? [goods.quantity, product.price] : shared(goods, price, minorDigits);
  const all = times === null ? quantity : multiplied(quantity, times);
  if (price === null && !labelled && !batch) {
    return product.tracking === 'SERIAL' && all % ONE === 0n
      ? withPieces(basket, lineOf(product, ONE, product.price), all / ONE)
      : withProduct(basket, product, all);
  }
  const line = {
    ...lineOf(product, quantity, unitPrice),
    pack: { size: quantity, labelled, ...(batch ? { batch } : {}) },
    ...(price === null ? {} : { fixed: 'CODE' as const }),
  };
  const scans = times === null || times % ONE !== 0n ? 1n : times / ONE;
  const exact = price === null || timesRounded(unitPrice, all, minorDigits) === price * scans;
  if (scans <= 1n || exact) return withPack(basket, { ...line, quantity: all }, minorDigits);
  let filled = basket;
  for (let scan = 0n; scan < scans; scan++) filled = withPack(filled, line, minorDigits);
  return filled;
}

export type NewLine = Omit<BasketLine, 'key'>;

function lineOf(product: Product, quantity: Quantity, unitPrice: Amount): NewLine {
  const { productId, sku, name, unit, ageLimit, categoryId, taxCategory, taxRate, prices, tracking } =
    product;
  return {
    ...{ kind: 'SALE', productId, sku, name, unit, ageLimit, categoryId, quantity, unitPrice },
    ...{ discount: null, taxCategory, taxRate, returnOf: null },
    ...(prices && { prices }),
    ...(tracking && { tracking }),
  };
}

/** Each piece is a line of its own: each has its number. */
function withPieces(basket: Basket, piece: NewLine, pieces: bigint): Basket {
  if (pieces > BigInt(MAX_LINES - basket.lines.length)) return basket;
  let filled = basket;
  for (let each = 0n; each < pieces; each++) filled = withNewLine(filled, piece);
  return filled;
}

/** Packs of one kind join as long as their line costs what they cost one by one. */
export function withPack(basket: Basket, line: NewLine, minorDigits: number): Basket {
  const cost = (quantity: Quantity) => timesRounded(line.unitPrice, quantity, minorDigits);
  const same = basket.lines.find(
    (known) =>
      known.fixed === line.fixed &&
      known.productId === line.productId &&
      known.unitPrice === line.unitPrice &&
      known.pack?.size === line.pack?.size &&
      known.discount === null &&
      known.note === undefined &&
      sameBatch(known.pack?.batch, line.pack?.batch) &&
      !known.pack?.labelled &&
      !line.pack?.labelled &&
      cost(plus(known.quantity, line.quantity)) === plus(cost(known.quantity), cost(line.quantity)),
  );
  if (!same) return withNewLine(basket, line);
  const joined = { ...same, quantity: plus(same.quantity, line.quantity) };
  return {
    ...basket,
    lines: basket.lines.map((known) => (known === same ? joined : known)),
    selected: same.key,
  };
}

/** Whether goods of both may stand in one line; a serial number stands alone. */
const sameBatch = (one: Batch | undefined, other: Batch | undefined): boolean =>
  (one?.lot ?? null) === (other?.lot ?? null) &&
  (one?.expiry ?? null) === (other?.expiry ?? null) &&
  !one?.serial &&
  !other?.serial;

/** Whether the very piece is in the basket already: a serial number is sold once. */
export const holdsSerial = ({ lines }: Basket, { product, batch }: Scanned): boolean =>
  !!batch?.serial &&
  lines.some(
    (line) =>
      line.kind === 'SALE' &&
      line.productId === product.productId &&
      line.pack?.batch?.serial === batch.serial,
  );

/**
 * Quantity and unit price that make the price of a scan, to the last decimal. Of weighed goods the weight is worked out from
 * the price, for the stock and the receipt; what is charged is what the label says, also when the price per unit has
 * changed since it was printed.
 */
function shared(
  { product, quantity, unweighed }: Scanned,
  price: Amount,
  minorDigits: number,
): readonly [Quantity, Amount] {
  const costs = (unitPrice: Amount, by: Quantity) => timesRounded(unitPrice, by, minorDigits) === price;
  const each = (by: Quantity) => divideHalfUp(price * ONE, by) as Amount;
  if (costs(product.price, quantity)) return [quantity, product.price];
  if (!unweighed || product.unit === 'PIECE' || product.price <= 0n) return [quantity, each(quantity)];
  const worked = divideHalfUp(price * ONE, product.price) as Quantity;
  if (worked > 0n && costs(product.price, worked)) return [worked, product.price];
  if (worked > 0n && costs(each(worked), worked)) return [worked, each(worked)];
  return [ONE, price];
}
