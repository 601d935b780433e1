import type { BasketToPrice } from './basket-to-price';
import { weekdayOf } from './local-time';
import type { Promotion, PromotionWindow } from './price-book';

/** Why a promotion does not hold, with what a person needs to understand it. */
export type Refusal = readonly [code: string, parameters: Readonly<Record<string, string>>];

/** Store, customer, time and coupon; null when all of them hold. What the goods must be is asked later. */
export function refusalOf(
  promotion: Promotion,
  basket: BasketToPrice,
  at: string,
  usesLeft: ReadonlyMap<string, number>,
): Refusal | null {
  if (promotion.stores.length > 0 && !promotion.stores.includes(basket.store)) return ['NOT_THIS_STORE', {}];
  if (promotion.customerGroups.length > 0 && !promotion.customerGroups.includes(basket.customerGroup ?? ''))
    return ['NOT_THIS_CUSTOMER_GROUP', {}];
  return windowRefusal(promotion.window, at) ?? couponRefusal(promotion.coupon, usesLeft);
}

/** Why it does not hold at a time, if it does not. */
export function windowRefusal(window: PromotionWindow, at: string): Refusal | null {
  if (window.from !== null && at < window.from) return ['NOT_YET_VALID', { from: window.from }];
  if (window.until !== null && at >= window.until) return ['NO_LONGER_VALID', { until: window.until }];
  if (window.weekdays.length > 0 && !window.weekdays.includes(weekdayOf(at)))
    return ['NOT_THIS_WEEKDAY', { weekdays: window.weekdays.join(',') }];
  if (!withinHours(window.startsAt, window.endsAt, at.slice(11, 16)))
    return ['NOT_THIS_HOUR', { startsAt: window.startsAt ?? '00:00', endsAt: window.endsAt ?? '24:00' }];
  return null;
}

function withinHours(startsAt: string | null, endsAt: string | null, time: string): boolean {
  const begun = startsAt === null || time >= startsAt;
  const notOver = endsAt === null || time < endsAt;
  const pastMidnight = startsAt !== null && endsAt !== null && endsAt < startsAt;
  return pastMidnight ? begun || notOver : begun && notOver;
}

function couponRefusal(coupon: string | null, usesLeft: ReadonlyMap<string, number>): Refusal | null {
  if (coupon === null) return null;
  const left = usesLeft.get(coupon);
  if (left === undefined) return ['COUPON_MISSING', { coupon }];
  return left > 0 ? null : ['COUPON_USED_UP', { coupon }];
}
