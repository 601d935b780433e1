import { negated, percentText, ZERO, type Amount } from '../decimal';
import { shareOut } from './basket-promotion';
import type { HandDiscount } from './basket-to-price';
import { worth, type GoodsLine } from './goods';
import type { Rounding } from './rounding';
import type { Trace } from './trace';

/** What a person takes off single lines, after the promotions on lines. Goods that come back get the opposite sign. */
export function applyLineDiscounts(lines: readonly GoodsLine[], rounding: Rounding, trace: Trace): void {
  for (const line of lines) {
    const wanted = line.line.discount;
    if (wanted === null) continue;
    const discount = limited(wanted, line.amount, rounding);
    line.takeOff([...line.portions], discount, 'HAND_LINE', '', rounding.minorUnit);
    tell('LINE', [line.line.id], wanted, discount, trace);
  }
}

/** What a person takes off the basket, after everything else; `canonical` are all lines in canonical order. */
export function applyBasketDiscount(
  wanted: HandDiscount | null,
  canonical: readonly GoodsLine[],
  rounding: Rounding,
  trace: Trace,
): void {
  if (wanted === null) return;
  const portions = canonical.filter((line) => line.sold).flatMap((line) => line.portions);
  const discount = limited(wanted, worth(portions), rounding);
  if (discount !== ZERO) shareOut(discount, portions, 'HAND_BASKET', '', rounding.minorUnit);
  tell('BASKET', [], wanted, discount, trace);
}

function limited(wanted: HandDiscount, cost: Amount, rounding: Rounding): Amount {
  if ('percent' in wanted) return rounding.percentOf(cost, wanted.percent);
  const [size, most] = cost < 0n ? [negated(wanted.amount), cost] : [wanted.amount, cost];
  return (cost < 0n ? size < most : size > most) ? most : size;
}

function tell(
  what: 'LINE' | 'BASKET',
  lines: readonly string[],
  wanted: HandDiscount,
  discount: Amount,
  trace: Trace,
): void {
  const amount = trace.money(discount);
  if ('percent' in wanted) {
    trace.add('HAND_DISCOUNT', `${what}_PERCENT`, '', lines, {
      percent: percentText(wanted.percent),
      amount,
    });
  } else if (discount === wanted.amount || negated(discount) === wanted.amount) {
    trace.add('HAND_DISCOUNT', `${what}_AMOUNT`, '', lines, { amount });
  } else {
    const parameters = { wanted: trace.money(wanted.amount), amount };
    trace.add('HAND_DISCOUNT', `${what}_AMOUNT_LIMITED`, '', lines, parameters);
  }
}
