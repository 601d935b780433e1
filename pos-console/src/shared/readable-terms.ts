import { checkPriceList, checkPromotion } from '@/domain/pricing/input-rules';
import { PricingFailure } from '@/domain/pricing/pricing-failure';
import { readPriceList, readPromotion } from '@/domain/pricing/pricing-reader';
import type { PriceList, Promotion } from './http/shapes';

/** The promotion in the kernel's terms; none when this console cannot read it. */
export function readablePromotion({ id, terms }: Pick<Promotion, 'id' | 'terms'>) {
  return readable(() => {
    const promotion = readPromotion({ ...terms, id });
    checkPromotion(promotion);
    return promotion;
  });
}

/** The list in the kernel's terms, without prices; none when this console cannot read it. */
export function readablePriceList({ id, terms }: Pick<PriceList, 'id' | 'terms'>) {
  return readable(() => {
    const { window, ...rest } = terms;
    const list = readPriceList({
      ...rest,
      id,
      validFrom: window.from ?? null,
      validUntil: window.until ?? null,
    });
    checkPriceList(list);
    return list;
  });
}

function readable<T>(read: () => T): T[] {
  try {
    return [read()];
  } catch (failure) {
    if (failure instanceof PricingFailure) return [];
    throw failure;
  }
}
