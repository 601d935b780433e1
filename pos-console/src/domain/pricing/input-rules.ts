import type { Amount, Percent, Quantity } from '../decimal';
import type { BasketToPrice, ChargedFigures, HandDiscount, LineToPrice } from './basket-to-price';
import { isDate, isTime, localDateTime } from './local-time';
import type { PriceBook, PriceList, Promotion, PromotionKind, PromotionWindow } from './price-book';
import { PricingFailure, type PricingFailureCode } from './pricing-failure';

/** What one price book and one basket may hold. */
export const LIMITS = {
  lines: 1000,
  coupons: 50,
  stores: 10_000,
  priceLists: 1000,
  promotions: 5000,
  taxComponents: 5,
  setPieces: 100,
  amount: 100_000_000_000n * 10_000n,
  quantity: 1_000_000_000n * 1000n,
} as const;

const HUNDRED = 1_000_000n;

/** All of a price book but its promotions. */
export function checkPriceBook(book: PriceBook): void {
  refuse(book.minorDigits < 0 || book.minorDigits > 4, 'MINOR_DIGITS_OUT_OF_RANGE', book.currency);
  if (book.cashRounding) {
    const { step } = book.cashRounding;
    const minorUnit = 10n ** BigInt(4 - book.minorDigits);
    refuse(step <= 0n || step % minorUnit !== 0n, 'CASH_STEP_UNUSABLE', book.currency);
  }
  checkIds('stores', book.stores, LIMITS.stores);
  checkIds('priceLists', book.priceLists, LIMITS.priceLists);
  checkIds('products', book.products, Infinity);
  checkIds('taxCategories', book.taxCategories, Infinity);
  checkTaxCategories(book);
  const categories = new Set(book.taxCategories.map((category) => category.id));
  for (const product of book.products)
    refuse(!categories.has(product.taxCategory), 'UNKNOWN_TAX_CATEGORY', product.id);
  book.priceLists.forEach(checkPriceList);
}

export function checkPromotions(promotions: readonly Promotion[]): void {
  checkIds('promotions', promotions, LIMITS.promotions);
  promotions.forEach(checkPromotion);
}

export function checkBasket(basket: BasketToPrice, minorDigits: number): void {
  refuse(localDateTime(basket.at) === null, 'NOT_A_DATE', basket.at);
  refuse(basket.lines.length > LIMITS.lines, 'TOO_MANY', 'lines');
  refuse(basket.coupons.length > LIMITS.coupons, 'TOO_MANY', 'coupons');
  const codes = new Set<string>();
  for (const coupon of basket.coupons) {
    refuse(codes.has(coupon.code), 'COUPON_TWICE', coupon.code);
    codes.add(coupon.code);
  }
  checkHandDiscount(basket.discount, 'basket', minorDigits);
  const ids = new Set<string>();
  for (const line of basket.lines) {
    refuse(ids.has(line.id), 'DUPLICATE_ID', line.id);
    ids.add(line.id);
    checkLine(line, minorDigits);
  }
}

function checkLine(line: LineToPrice, minorDigits: number): void {
  refuse(line.quantity === 0n, 'QUANTITY_ZERO', line.id);
  checkQuantity(line.quantity, line.id);
  if (line.fixedPrice) checkPrice(line.fixedPrice.unitPrice, line.id);
  checkHandDiscount(line.discount, line.id, minorDigits);
  if (line.original) {
    refuse(line.quantity > 0n, 'RETURN_NOT_NEGATIVE', line.id);
    const back = line.original.returned.quantity - line.quantity;
    refuse(back > line.original.sold.quantity, 'RETURN_EXCEEDS_SOLD', line.id);
    checkFigures(line.original.sold, line.id);
    checkFigures(line.original.returned, line.id);
  }
}

function checkFigures(figures: ChargedFigures, id: string): void {
  const amounts = [figures.base, figures.amount, figures.gross, ...figures.taxes.map((tax) => tax.tax)];
  for (const amount of amounts) refuse(amount < 0n, 'PRICE_NEGATIVE', id);
  for (const amount of amounts) checkAmount(amount, id);
}

/** An amount off is real money: whole minor units. */
function checkHandDiscount(discount: HandDiscount | null, id: string, minorDigits: number): void {
  if (discount === null) return;
  if ('percent' in discount) {
    checkPercent(discount.percent, id);
  } else {
    refuse(discount.amount < 0n, 'DISCOUNT_NEGATIVE', id);
    checkAmount(discount.amount, id);
    refuse(discount.amount % 10n ** BigInt(4 - minorDigits) !== 0n, 'TOO_FINE', id);
  }
}

function checkTaxCategories(book: PriceBook): void {
  for (const category of book.taxCategories) {
    checkIds(category.id, category.components, LIMITS.taxComponents);
    for (const rate of category.components.flatMap((component) => component.rates)) {
      refuse(!isDate(rate.validFrom), 'NOT_A_DATE', category.id);
      refuse(rate.rate < 0n || rate.rate > 10n * HUNDRED, 'PERCENT_OUT_OF_RANGE', category.id);
    }
  }
}

export function checkPriceList(list: PriceList): void {
  checkPeriod(list.validFrom, list.validUntil, list.id);
  for (const price of list.prices) {
    checkPrice(price.price, price.product);
    refuse(price.minimumQuantity < 0n, 'QUANTITY_ZERO', price.product);
    checkPeriod(price.validFrom, price.validUntil, price.product);
  }
}

export function checkPromotion(promotion: Promotion): void {
  checkWindow(promotion.window, promotion.id);
  if (promotion.percent !== null) checkPercent(promotion.percent, promotion.id);
  for (const amount of [promotion.amount, promotion.price, promotion.minimumAmount])
    if (amount !== null) checkPrice(amount, promotion.id);
  refuse(!isComplete(promotion), 'PROMOTION_INCOMPLETE', promotion.id);
  for (const { pieces } of promotion.parts) refuse(pieces > LIMITS.setPieces, 'TOO_MANY', promotion.id);
}

/** What a kind needs, and nothing that would contradict it. */
const NEEDS: Record<PromotionKind, (promotion: Promotion) => boolean> = {
  LINE_PERCENT: (p) => p.percent !== null && p.parts.length === 0,
  LINE_AMOUNT: (p) => p.amount !== null && p.percent === null && p.parts.length === 0,
  BUY_X_GET_Y: (p) => p.percent !== null && p.parts.length === 2,
  CHEAPEST_FREE: (p) => p.percent !== null && p.parts.length === 1 && (p.parts[0]?.pieces ?? 0) > 1,
  BUNDLE: (p) => p.price !== null && p.percent === null && p.parts.length > 0,
  MIX_AND_MATCH: (p) => p.price !== null && p.percent === null && p.parts.length === 1,
  BASKET_PERCENT: (p) => p.percent !== null && p.parts.length === 0,
  BASKET_AMOUNT: (p) => p.amount !== null && p.percent === null && p.parts.length === 0,
};

function isComplete(promotion: Promotion): boolean {
  return (
    NEEDS[promotion.kind](promotion) &&
    (promotion.maximumUses ?? 1) > 0 &&
    promotion.parts.every((part) => part.pieces > 0)
  );
}

function checkWindow(window: PromotionWindow, id: string): void {
  checkPeriod(window.from, window.until, id);
  for (const time of [window.startsAt, window.endsAt])
    refuse(time !== null && !isTime(time), 'NOT_A_DATE', id);
  for (const day of window.weekdays) refuse(day < 1 || day > 7, 'NOT_A_DATE', id);
}

function checkPeriod(from: string | null, until: string | null, id: string): void {
  for (const moment of [from, until])
    refuse(moment !== null && localDateTime(moment) !== moment, 'NOT_A_DATE', id);
  refuse(from !== null && until !== null && until <= from, 'WINDOW_ENDS_BEFORE_IT_STARTS', id);
}

function checkIds(what: string, things: readonly { readonly id: string }[], most: number): void {
  refuse(things.length > most, 'TOO_MANY', what);
  const ids = new Set<string>();
  for (const { id } of things) {
    refuse(ids.has(id), 'DUPLICATE_ID', id);
    ids.add(id);
  }
}

function checkPrice(price: Amount, id: string): void {
  refuse(price < 0n, 'PRICE_NEGATIVE', id);
  checkAmount(price, id);
}

function checkAmount(amount: Amount, id: string): void {
  refuse(amount >= LIMITS.amount, 'TOO_LARGE', id);
}

function checkQuantity(quantity: Quantity, id: string): void {
  refuse(quantity >= LIMITS.quantity || quantity <= -LIMITS.quantity, 'TOO_LARGE', id);
}

function checkPercent(percent: Percent, id: string): void {
  refuse(percent < 0n || percent > HUNDRED, 'PERCENT_OUT_OF_RANGE', id);
}

function refuse(wrong: boolean, code: PricingFailureCode, subject: string): void {
  if (wrong) throw new PricingFailure(code, subject);
}
