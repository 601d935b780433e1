import { storeTime } from '../business-date';
import type { Amount, Quantity } from '../decimal';
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

/** What goods of a category are taxed at on a day; null when nobody has set it. */
export function taxRateOn(rates: readonly DatedTaxRate[], category: string, day: string): string | null {
  let last: DatedTaxRate | null = null;
  for (const rate of rates) {
    if (rate.category !== category || rate.validFrom > day) continue;
    if (last === null || rate.validFrom > last.validFrom) last = rate;
  }
  return last?.rate ?? null;
}
