import { ZERO, type Amount } from '../decimal';
import { byLine, markTouched, quantityOf, worth, type Portion } from './goods';
import type { Promotion } from './price-book';
import type { Outcome } from './promotion-round';
import type { Rounding } from './rounding';

/** A percentage off each line, or an amount off each unit; never more than the line costs. */
export function applyLinePromotion(
  promotion: Promotion,
  free: readonly Portion[],
  rounding: Rounding,
): Outcome {
  let lowered = false;
  for (const [line, portions] of byLine(free)) {
    const discount = discountOn(promotion, portions, rounding);
    if (discount === ZERO) continue;
    line.takeOff(portions, discount, 'PROMOTION', promotion.id, rounding.minorUnit);
    markTouched(portions, promotion);
    lowered = true;
  }
  return lowered ? { times: 1 } : { refusal: ['NO_SAVING', {}] };
}

function discountOn(promotion: Promotion, portions: readonly Portion[], rounding: Rounding): Amount {
  const cost = worth(portions);
  if (promotion.percent !== null) return rounding.percentOf(cost, promotion.percent);
  const off = rounding.times(promotion.amount ?? ZERO, quantityOf(portions));
  return off < cost ? off : cost;
}
