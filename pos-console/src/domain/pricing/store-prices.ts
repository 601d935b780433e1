import { storeTime } from '../business-date';
import { divideHalfUp, percent, percentText, type Amount, type Percent, type Quantity } from '../decimal';
import { compare } from './goods';
import type { ListedPrice, PriceList } from './price-book';

/** A price of a product with its period, as the store's price book tells it. */
export interface DatedPrice {
  /** Null for the general price, or the store's own. */
  readonly priceList: string | null;
  readonly storeOwn: boolean;
  readonly minimumQuantity: Quantity;
  readonly amount: Amount;
  /** RFC 3339, on the minute. */
  readonly validFrom: string;
  /** The first moment at which it no longer holds. */
  readonly validUntil: string | null;
}

/** A price list without its prices: those come with the goods. */
export type NamedList = Omit<PriceList, 'prices'>;

export interface DatedTaxRate {
  readonly category: string;
  /** Which of the category's taxes this is; an older book does not say it of the only one. */
  readonly component?: string;
  /** Charged on the taxes before it too. */
  readonly compound?: boolean;
  /** Per cent, as the price book writes it. */
  readonly rate: string;
  /** A day on the store's calendar. */
  readonly validFrom: string;
}

const FOR_ALL = { stores: [], customerGroups: [], validFrom: null, validUntil: null };

/** Lists that every shop has; named ones have a priority of at least zero. Order-service knows them by the same ids. */
export const STORE_OWN: NamedList = { ...FOR_ALL, id: 'store', name: 'Store prices', priority: -1 };
export const GENERAL: NamedList = { ...FOR_ALL, id: 'general', name: 'General prices', priority: -2 };

/** The lists that price some goods, each with their prices in it; prices of a list that is not known are left out. */
export function listsOf(
  goods: Iterable<readonly [product: string, prices: readonly DatedPrice[]]>,
  named: readonly NamedList[],
  timeZone: string,
): PriceList[] {
  const prices = new Map<string, ListedPrice[]>();
  for (const [product, dated] of goods) {
    for (const price of dated) {
      const listed = listedPrice(product, price, timeZone);
      if (!listed) continue;
      const list = price.priceList ?? (price.storeOwn ? STORE_OWN : GENERAL).id;
      const known = prices.get(list);
      if (known) known.push(listed);
      else prices.set(list, [listed]);
    }
  }
  return [...named, STORE_OWN, GENERAL].flatMap((list) => {
    const own = prices.get(list.id);
    return own ? [{ ...list, prices: own }] : [];
  });
}

/** Null when nothing of its period is left on the store's clock, such as in the hour that a change to summer time skips. */
function listedPrice(product: string, price: DatedPrice, timeZone: string): ListedPrice | null {
  const validFrom = onStoreClock(price.validFrom, timeZone);
  const validUntil = price.validUntil === null ? null : onStoreClock(price.validUntil, timeZone);
  if (validUntil !== null && validUntil <= validFrom) return null;
  return { product, price: price.amount, minimumQuantity: price.minimumQuantity, validFrom, validUntil };
}

const MOST_KEPT = 5_000;
const clock = new Map<string, string>();

/** Many prices begin at the same moment, and each basket asks again: asking the calendar costs more than all the rest. */
function onStoreClock(instant: string, timeZone: string): string {
  const key = `${timeZone} ${instant}`;
  const known = clock.get(key);
  if (known !== undefined) return known;
  if (clock.size >= MOST_KEPT) clock.clear();
  const local = `${storeTime(new Date(instant), timeZone)}:00`;
  clock.set(key, local);
  return local;
}

/** A tax in force. */
export interface ChargedRate {
  readonly id: string;
  readonly rate: Percent;
  readonly compound: boolean;
}

/** The taxes on goods of a category on a day, compound ones last; none when nobody has set any. */
export function taxesOn(rates: readonly DatedTaxRate[], category: string, day: string): ChargedRate[] {
  const last = new Map<string, DatedTaxRate>();
  for (const rate of rates) {
    if (rate.category !== category || rate.validFrom > day) continue;
    const id = rate.component ?? category;
    const known = last.get(id);
    if (!known || rate.validFrom > known.validFrom) last.set(id, rate);
  }
  return [...last]
    .map(([id, { rate, compound }]) => ({ id, rate: percent(rate), compound: compound === true }))
    .sort((a, b) => Number(a.compound) - Number(b.compound) || compare(a.id, b.id));
}

/** What taxes come to together, as a sale's document says it: a compound one counts those before it. */
export function rateOf(taxes: readonly ChargedRate[]): string {
  let whole = 0n;
  for (const { rate, compound } of taxes)
    whole += compound ? (rate * (ONE_WHOLE + whole)) / HUNDRED : rate * FINE;
  return percentText(divideHalfUp(whole, FINE) as Percent, RATE_DECIMALS);
}

/** Finer than any rate: five compound taxes with four decimals each are exact. */
const FINE = 10n ** 24n;
const HUNDRED = 1_000_000n;
const ONE_WHOLE = HUNDRED * FINE;
const RATE_DECIMALS = 2;
