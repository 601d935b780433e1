import { ZERO, type Amount } from '../decimal';
import { share } from './allocation';
import { byLine, markTouched, worth, type Portion } from './goods';
import type { LineDiscount } from './priced-basket';
import type { Promotion } from './price-book';
import type { Outcome } from './promotion-round';
import type { Rounding } from './rounding';

/** A percentage or an amount off all goods together, shared out among the lines by what they cost. */
export function applyBasketPromotion(
  promotion: Promotion,
  free: readonly Portion[],
  rounding: Rounding,
): Outcome {
  const cost = worth(free);
  const wanted =
    promotion.percent === null ? (promotion.amount ?? ZERO) : rounding.percentOf(cost, promotion.percent);
  const discount = rounding.quotient(wanted < cost ? wanted : cost, 1n);
  if (discount === ZERO) return { refusal: ['NO_SAVING', {}] };
  shareOut(discount, free, 'PROMOTION', promotion.id, rounding.minorUnit);
  markTouched(free, promotion);
  return { times: 1 };
}

/** Takes `discount` off portions of many lines, in proportion to what each line still costs. */
export function shareOut(
  discount: Amount,
  portions: readonly Portion[],
  source: LineDiscount['source'],
  id: string,
  minorUnit: Amount,
): void {
  const lines = [...byLine(portions)];
  const parts = share(
    discount,
    lines.map(([, own]) => worth(own)),
    minorUnit,
  );
  lines.forEach(([line, own], index) => {
    line.takeOff(own, parts[index] ?? ZERO, source, id, minorUnit);
  });
}
