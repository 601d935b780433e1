import type { PricedProduct, Promotion, PromotionTarget } from './price-book';
import { compare, type GoodsLine } from './goods';

/** Finds the promotions that could touch a basket without looking at all of them. */
export class PromotionIndex {
  private readonly rank = new Map<Promotion, number>();
  private readonly byProduct = new Map<string, Promotion[]>();
  private readonly byCategory = new Map<string, Promotion[]>();
  private readonly forEverything: Promotion[] = [];

  constructor(promotions: readonly Promotion[]) {
    const ranked = [...promotions].sort((a, b) => b.priority - a.priority || compare(a.id, b.id));
    ranked.forEach((promotion, rank) => {
      this.rank.set(promotion, rank);
      for (const target of targetsOf(promotion)) this.enter(promotion, target);
    });
  }

  /** The promotions that aim at any of these lines, by rank, each with its lines in the order given. */
  aimingAt(lines: readonly GoodsLine[]): Map<Promotion, GoodsLine[]> {
    const found = new Map<Promotion, GoodsLine[]>();
    for (const line of lines) {
      for (const promotion of this.candidates(line.product)) {
        if (!targetsOf(promotion).some((target) => aimsAt(target, line.product))) continue;
        const known = found.get(promotion);
        if (known) known.push(line);
        else found.set(promotion, [line]);
      }
    }
    return new Map([...found].sort(([a], [b]) => (this.rank.get(a) ?? 0) - (this.rank.get(b) ?? 0)));
  }

  private candidates(product: PricedProduct): Set<Promotion> {
    const candidates = new Set(this.forEverything);
    for (const promotion of this.byProduct.get(product.id) ?? []) candidates.add(promotion);
    for (const category of product.categories) {
      for (const promotion of this.byCategory.get(category) ?? []) candidates.add(promotion);
    }
    return candidates;
  }

  private enter(promotion: Promotion, target: PromotionTarget): void {
    if (isEverything(target)) this.forEverything.push(promotion);
    for (const product of target.products) append(this.byProduct, product, promotion);
    for (const category of target.categories) append(this.byCategory, category, promotion);
  }
}

export function targetsOf(promotion: Promotion): readonly PromotionTarget[] {
  return promotion.parts.length > 0 ? promotion.parts.map((part) => part.target) : [promotion.target];
}

export function aimsAt(target: PromotionTarget, product: PricedProduct): boolean {
  if (target.exceptProducts.includes(product.id)) return false;
  return (
    isEverything(target) ||
    target.products.includes(product.id) ||
    target.categories.some((category) => product.categories.includes(category))
  );
}

function isEverything(target: PromotionTarget): boolean {
  return target.products.length === 0 && target.categories.length === 0;
}

function append(map: Map<string, Promotion[]>, key: string, promotion: Promotion): void {
  const known = map.get(key);
  if (known) known.push(promotion);
  else map.set(key, [promotion]);
}
