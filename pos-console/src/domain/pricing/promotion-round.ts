import { minus, quantityText, ZERO } from '../decimal';
import { applyBasketPromotion } from './basket-promotion';
import type { BasketToPrice } from './basket-to-price';
import { idsOf, inBasketOrder, quantityOf, worth, type GoodsLine, type Portion } from './goods';
import { applyLinePromotion } from './line-promotion';
import type { Promotion } from './price-book';
import { refusalOf, type Refusal } from './promotion-conditions';
import type { PromotionIndex } from './promotion-index';
import type { Rounding } from './rounding';
import { applySetPromotion } from './set-promotion';
import type { Trace } from './trace';

export type Stage = 'LINES' | 'BASKET';

/** What a promotion did: how often, or why not. */
export type Outcome = { readonly times: number } | { readonly refusal: Refusal };

/**
 * Tries promotions one after the other, the highest rank first; the first that takes goods has them. Nothing searches
 * for the cheapest combination: what happens can be told to a customer in the order in which it happened.
 */
export class PromotionRound {
  private readonly indexes: Readonly<Record<Stage, PromotionIndex>>;
  private readonly rounding: Rounding;
  private readonly basket: BasketToPrice;
  private readonly at: string;
  private readonly trace: Trace;
  private readonly usesLeft: Map<string, number>;
  private readonly seen = new Set<string>();

  constructor(
    indexes: Readonly<Record<Stage, PromotionIndex>>,
    rounding: Rounding,
    basket: BasketToPrice,
    at: string,
    trace: Trace,
  ) {
    this.indexes = indexes;
    this.rounding = rounding;
    this.basket = basket;
    this.at = at;
    this.trace = trace;
    this.usesLeft = new Map(basket.coupons.map((coupon) => [coupon.code, coupon.usesLeft]));
  }

  /** `canonical` are all lines in canonical order. */
  run(stage: Stage, canonical: readonly GoodsLine[]): void {
    const lines = canonical.filter(
      (line) => line.sold && !line.agreed && (stage === 'BASKET' || !line.pricedByHand),
    );
    for (const [promotion, aimed] of this.indexes[stage].aimingAt(lines)) {
      if (promotion.coupon !== null) this.seen.add(promotion.coupon);
      this.tryOn(promotion, aimed);
    }
  }

  /** What became of the coupons that were shown. */
  closeCoupons(): { code: string; uses: number }[] {
    const used = [];
    for (const { code, usesLeft } of this.basket.coupons) {
      const uses = usesLeft - (this.usesLeft.get(code) ?? usesLeft);
      if (uses > 0) used.push({ code, uses });
      const outcome = uses > 0 ? 'USED' : this.seen.has(code) ? 'NOT_USED' : 'NOT_FOR_THIS_BASKET';
      this.trace.add('COUPON', outcome, code, [], { uses: uses.toString() });
    }
    return used;
  }

  private tryOn(promotion: Promotion, aimed: readonly GoodsLine[]): void {
    const before = new Map(aimed.map((line) => [line, line.amount]));
    const outcome = this.outcomeOn(promotion, aimed);
    if ('refusal' in outcome) {
      const [code, parameters] = outcome.refusal;
      this.trace.add('PROMOTION', code, promotion.id, idsOf(aimed), {
        promotion: promotion.name,
        ...parameters,
      });
      return;
    }
    if (promotion.coupon !== null) {
      const left = this.usesLeft.get(promotion.coupon) ?? 0;
      this.usesLeft.set(promotion.coupon, left - outcome.times);
    }
    for (const line of inBasketOrder(aimed)) {
      const amount = minus(before.get(line) ?? ZERO, line.amount);
      if (amount === ZERO) continue;
      const parameters = {
        promotion: promotion.name,
        amount: this.trace.money(amount),
        times: outcome.times.toString(),
      };
      this.trace.add('PROMOTION', 'APPLIED', promotion.id, [line.line.id], parameters);
    }
  }

  private outcomeOn(promotion: Promotion, aimed: readonly GoodsLine[]): Outcome {
    const refusal = refusalOf(promotion, this.basket, this.at, this.usesLeft);
    if (refusal) return { refusal };
    const free = aimed.flatMap((line) => line.portions.filter((portion) => isFree(portion, promotion)));
    if (free.length === 0) return { refusal: ['GOODS_TAKEN', {}] };
    return this.belowMinimum(promotion, free) ?? this.apply(promotion, free);
  }

  private belowMinimum(promotion: Promotion, free: readonly Portion[]): Outcome | null {
    const { minimumAmount, minimumQuantity } = promotion;
    const amount = worth(free);
    if (minimumAmount !== null && amount < minimumAmount) {
      const missing = { minimum: this.trace.money(minimumAmount), amount: this.trace.money(amount) };
      return { refusal: ['BELOW_MINIMUM_AMOUNT', missing] };
    }
    const quantity = quantityOf(free);
    if (minimumQuantity !== null && quantity < minimumQuantity) {
      const missing = { minimum: quantityText(minimumQuantity), quantity: quantityText(quantity) };
      return { refusal: ['BELOW_MINIMUM_QUANTITY', missing] };
    }
    return null;
  }

  private apply(promotion: Promotion, free: readonly Portion[]): Outcome {
    switch (promotion.kind) {
      case 'LINE_PERCENT':
      case 'LINE_AMOUNT':
        return applyLinePromotion(promotion, free, this.rounding);
      case 'BASKET_PERCENT':
      case 'BASKET_AMOUNT':
        return applyBasketPromotion(promotion, free, this.rounding);
      default: {
        const left = promotion.coupon === null ? null : (this.usesLeft.get(promotion.coupon) ?? 0);
        return applySetPromotion(promotion, free, left, this.rounding);
      }
    }
  }
}

export function stageOf(promotion: Promotion): Stage {
  return promotion.kind.startsWith('BASKET_') ? 'BASKET' : 'LINES';
}

function isFree(portion: Portion, promotion: Promotion): boolean {
  if (portion.exclusive || (promotion.exclusive && portion.touched)) return false;
  return promotion.parts.length === 0 || (!portion.inSet && portion.line.countedInPieces);
}
