import { minus, sum, ZERO, type Amount } from '../decimal';
import type { BasketToPrice, LineToPrice } from './basket-to-price';
import { checkBasket, checkPriceBook, checkPromotions } from './input-rules';
import { GoodsLine, inCanonicalOrder } from './goods';
import { applyBasketDiscount, applyLineDiscounts } from './hand-discounts';
import { localDateTime } from './local-time';
import { noPrice, PriceSelection, quantitiesAtListPrice, quantityForBreak } from './price-selection';
import type { PriceBook, PricedProduct, PricingStore, Promotion, TaxCategory } from './price-book';
import type { CashTotal, PricedBasket, PricedLine } from './priced-basket';
import { PricingFailure } from './pricing-failure';
import { PromotionIndex } from './promotion-index';
import { PromotionRound, stageOf, type Stage } from './promotion-round';
import { reverse, type ReversedLine } from './return-rule';
import { Rounding, roundToStep } from './rounding';
import { Taxation } from './taxation';
import { Trace } from './trace';

/**
 * Prices baskets with one price book: unit prices, promotions on lines, discounts by hand, promotions on the basket, tax,
 * cash rounding, in this order. Pure: the same book and basket always give the same figures and the same trace, here and
 * in order-service. Bad input is a {@link PricingFailure}.
 */
export class PricingKernel {
  private readonly book: PriceBook;
  private readonly rounding: Rounding;
  private readonly stores: ReadonlyMap<string, PricingStore>;
  private readonly products: ReadonlyMap<string, PricedProduct>;
  private readonly taxCategories: ReadonlyMap<string, TaxCategory>;
  private readonly prices: PriceSelection;
  private readonly promotions: Indexes;

  constructor(book: PriceBook) {
    checkPriceBook(book);
    this.book = book;
    this.rounding = new Rounding(book.minorDigits, book.roundingMode);
    this.stores = new Map(book.stores.map((store) => [store.id, store]));
    this.products = new Map(book.products.map((product) => [product.id, product]));
    this.taxCategories = new Map(book.taxCategories.map((category) => [category.id, category]));
    this.prices = new PriceSelection(book.priceLists, book.minorDigits);
    this.promotions = indexesOf(book.promotions);
  }

  price(basket: BasketToPrice): PricedBasket {
    checkBasket(basket, this.book.minorDigits);
    const at = localDateTime(basket.at) ?? basket.at;
    const store = this.storeOf(basket);
    const trace = new Trace(this.book.minorDigits);
    const { sold, returned } = this.open(basket, at, trace);
    const canonical = inCanonicalOrder(sold);

    const promotions = new PromotionRound(this.promotions, this.rounding, basket, at, trace);
    promotions.run('LINES', canonical);
    applyLineDiscounts(sold, this.rounding, trace);
    promotions.run('BASKET', canonical);
    applyBasketDiscount(basket.discount, canonical, this.rounding, trace);
    const coupons = promotions.closeCoupons();

    const taxation = new Taxation(this.book, this.rounding, trace);
    taxation.charge(canonical, store, at.slice(0, 10), basket.taxExempt, this.taxCategories);
    const lines = inOrder(sold, returned, taxation);
    const net = sum(lines.map((line) => line.net));
    const total = sum(lines.map((line) => line.gross));
    return {
      lines,
      taxGroups: taxation.groups(returned),
      net,
      tax: minus(total, net),
      total,
      cash: this.cashTotal(total, trace),
      coupons,
      trace: trace.entries,
    };
  }

  private storeOf(basket: BasketToPrice): PricingStore {
    const store = this.stores.get(basket.store);
    if (!store) throw new PricingFailure('UNKNOWN_STORE', basket.store);
    return store;
  }

  /** Gives every line its unit price, or takes back what it was charged. */
  private open(
    basket: BasketToPrice,
    at: string,
    trace: Trace,
  ): { sold: GoodsLine[]; returned: ReversedLine[] } {
    const sold: GoodsLine[] = [];
    const returned: ReversedLine[] = [];
    const quantities = quantitiesAtListPrice(basket.lines);
    basket.lines.forEach((line, position) => {
      if (line.original) {
        returned.push(reverse(line, position, line.original, this.book.taxMode, this.rounding, trace));
        return;
      }
      const product = this.products.get(line.product);
      if (!product) throw new PricingFailure('UNKNOWN_PRODUCT', line.product);
      const unitPrice =
        fixedPriceOf(line, trace) ??
        this.prices.find(line, quantityForBreak(line, quantities), basket, at, trace);
      if (unitPrice === null) throw noPrice(line);
      const base = this.rounding.times(unitPrice, line.quantity);
      sold.push(new GoodsLine(line, position, product, unitPrice, base));
    });
    return { sold, returned };
  }

  private cashTotal(total: Amount, trace: Trace): CashTotal {
    if (this.book.cashRounding === null) return { total, difference: ZERO };
    const { step, mode } = this.book.cashRounding;
    const rounded = roundToStep(total, step, mode);
    const difference = minus(rounded, total);
    trace.add('CASH', difference === ZERO ? 'EXACT' : 'ROUNDED', '', [], {
      step: trace.money(step),
      total: trace.money(total),
      cash: trace.money(rounded),
      difference: trace.money(difference),
    });
    return { total: rounded, difference };
  }
}

type Indexes = Readonly<Record<Stage, PromotionIndex>>;

/** One basket after the other is priced with the same promotions: checking and indexing them costs more than all the rest. */
const indexes = new WeakMap<readonly Promotion[], Indexes>();

function indexesOf(promotions: readonly Promotion[]): Indexes {
  const known = indexes.get(promotions);
  if (known) return known;
  checkPromotions(promotions);
  const of = (stage: Stage) => new PromotionIndex(promotions.filter((each) => stageOf(each) === stage));
  const made = { LINES: of('LINES'), BASKET: of('BASKET') };
  indexes.set(promotions, made);
  return made;
}

function fixedPriceOf(line: LineToPrice, trace: Trace): Amount | null {
  if (line.fixedPrice === null) return null;
  const { kind, unitPrice } = line.fixedPrice;
  trace.add('PRICE', kind, line.product, [line.id], { price: trace.money(unitPrice) });
  return unitPrice;
}

function inOrder(
  sold: readonly GoodsLine[],
  returned: readonly ReversedLine[],
  taxation: Taxation,
): PricedLine[] {
  const placed = [
    ...returned,
    ...sold.map((goods) => ({ position: goods.position, line: pricedLine(goods, taxation) })),
  ];
  return placed.sort((a, b) => a.position - b.position).map(({ line }) => line);
}

function pricedLine(goods: GoodsLine, taxation: Taxation): PricedLine {
  const { net, gross, taxes } = taxation.of(goods);
  return {
    id: goods.line.id,
    unitPrice: goods.unitPrice,
    base: goods.base,
    discounts: goods.discounts,
    amount: goods.amount,
    net,
    gross,
    taxes,
  };
}
