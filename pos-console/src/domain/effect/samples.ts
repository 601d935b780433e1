import { EMPTY_BASKET, withNewLine, withProduct, type Basket } from '../basket';
import { minus, ONE, quantity, ZERO, type Amount, type Quantity } from '../decimal';
import type { Promotion } from '../pricing/price-book';
import type { Product } from '../product';

/** What a sample shows: goods that are meant, the condition met, met twice and a piece over, or just missed; other goods. */
export type SampleKind = 'GOODS' | 'MEETS' | 'TWICE' | 'MISSES' | 'OTHER_GOODS' | 'SALE';

/** A basket to try a change of prices on: made up, or one that was really sold. */
export interface Sample {
  readonly id: string;
  readonly kind: SampleKind;
  readonly basket: Basket;
  readonly customerGroup: string | null;
  /** Of a sale. */
  readonly occurredAt?: string;
}

/** Goods to make baskets of. */
export interface SampleGoods {
  /** For each of the promotion's targets, in its order: some goods that it aims at. */
  readonly aimed: readonly (readonly Product[])[];
  /** Some that none of them aims at. */
  readonly others: readonly Product[];
}

const MOST_PIECES = 1_000;

/** Baskets that show what a promotion does: one that meets its condition, one that just misses it, one of other goods. */
export function samplesOf(promotion: Promotion, goods: SampleGoods): Sample[] {
  const made = promotion.parts.length > 0 ? setBaskets(promotion, goods) : targetBaskets(promotion, goods);
  const other = goods.others[0];
  const baskets = other ? [...made, ['OTHER_GOODS', withProduct(EMPTY_BASKET, other)] as const] : made;
  const coupons = promotion.coupon === null ? [] : [promotion.coupon];
  return baskets
    .filter(([, basket]) => basket.lines.length > 0)
    .map(([kind, basket]) => ({
      id: kind,
      kind,
      basket: { ...basket, coupons },
      customerGroup: promotion.customerGroups[0] ?? null,
    }));
}

type Named = readonly [SampleKind, Basket];

function setBaskets({ parts }: Promotion, { aimed }: SampleGoods): Named[] {
  if (parts.some((_, at) => piecesOf(aimed[at]).length === 0)) return [];
  const basket = (counts: readonly number[]) =>
    counts.reduce((filled, count, at) => withPieces(filled, piecesOf(aimed[at]), count), EMPTY_BASKET);
  const once = parts.map(({ pieces }) => pieces);
  const last = once.length - 1;
  return [
    ['MEETS', basket(once)],
    ['MISSES', basket(once.with(last, (once[last] ?? 1) - 1))],
    ['TWICE', basket(once.map((pieces, at) => pieces * 2 + (at === 0 ? 1 : 0)))],
  ];
}

function targetBaskets({ minimumAmount, minimumQuantity }: Promotion, { aimed }: SampleGoods): Named[] {
  const [first, second] = aimed[0] ?? [];
  if (!first) return [];
  const enough = largest(ONE, upTo(minimumQuantity ?? ZERO_PIECES), piecesWorth(minimumAmount, first.price));
  const meets = withProduct(EMPTY_BASKET, first, enough);
  if (minimumAmount === null && minimumQuantity === null)
    return [['GOODS', second ? withProduct(meets, second) : meets]];
  const short = minus(enough, ONE);
  return short > 0n
    ? [
        ['MEETS', meets],
        ['MISSES', withProduct(EMPTY_BASKET, first, short)],
      ]
    : [['MEETS', meets]];
}

/** Sets are made of whole pieces. */
const piecesOf = (goods: readonly Product[] | undefined) =>
  (goods ?? []).filter(({ unit }) => unit === 'PIECE');

function withPieces(basket: Basket, goods: readonly Product[], count: number): Basket {
  return Array.from({ length: count }, (_, at) => goods[at % goods.length]).reduce(
    (filled, product) => (product ? withProduct(filled, product) : filled),
    basket,
  );
}

const ZERO_PIECES = quantity('0');

/** Whole pieces, so that a basket looks like one. */
const upTo = (wanted: Quantity) => (((wanted + 999n) / 1000n) * 1000n) as Quantity;

function piecesWorth(worth: Amount | null, price: Amount): Quantity {
  if (worth === null || price <= ZERO) return ONE;
  const pieces = (worth + price - 1n) / price;
  return ((pieces > MOST_PIECES ? BigInt(MOST_PIECES) : pieces) * 1000n) as Quantity;
}

const largest = (...quantities: readonly Quantity[]) =>
  quantities.reduce((most, each) => (each > most ? each : most), ONE);

/** A line as it was sold. */
export interface SoldLine {
  readonly productId: string | null;
  readonly sku: string;
  readonly name: string;
  readonly quantity: Quantity;
  readonly unitPrice: Amount;
  readonly taxCategory: string;
  readonly taxRate: string;
}

/** The basket of a sale, without what was taken off then; `listed` goods cost what the lists say, others what they did. */
export function soldBasket(
  lines: readonly SoldLine[],
  goodsOf: (productId: string) => Pick<Product, 'categoryId' | 'unit'> | undefined,
  listed: ReadonlyMap<string, Product>,
): Basket {
  return lines.reduce((basket, sold) => {
    const goods = sold.productId === null ? undefined : goodsOf(sold.productId);
    const prices = listed.get(sold.productId ?? '')?.prices;
    return withNewLine(basket, {
      ...sold,
      kind: 'SALE',
      unit: goods?.unit ?? 'PIECE',
      ageLimit: null,
      categoryId: goods?.categoryId ?? null,
      ...(prices && { prices }),
      discount: null,
      returnOf: null,
    });
  }, EMPTY_BASKET);
}
