import { amountText, negated, plus, quantityText, type Amount, type Quantity } from '../decimal';
import type { BasketToPrice, LineToPrice } from './basket-to-price';
import { compare } from './goods';
import type { ListedPrice, PriceList } from './price-book';
import { PricingFailure } from './pricing-failure';
import type { Trace } from './trace';

interface Offer {
  readonly list: PriceList;
  readonly prices: readonly ListedPrice[];
}

/**
 * Finds the unit price of a product: of all lists that hold for store, customer group and time the one of the highest
 * priority; among equals the lower price, then the list whose id comes first. Within a list the highest quantity break
 * that is reached, then the price that became valid last.
 */
export class PriceSelection {
  private readonly offers: ReadonlyMap<string, readonly Offer[]>;
  private readonly minorDigits: number;

  constructor(priceLists: readonly PriceList[], minorDigits: number) {
    this.offers = offersByProduct(priceLists);
    this.minorDigits = minorDigits;
  }

  /** `quantity` is what decides the quantity break. Null when no list has a price. */
  find(
    line: LineToPrice,
    quantity: Quantity,
    basket: BasketToPrice,
    at: string,
    trace: Trace,
  ): Amount | null {
    let chosen: { list: PriceList; price: ListedPrice } | null = null;
    const open: { list: PriceList; price: ListedPrice }[] = [];
    for (const offer of this.offers.get(line.product) ?? []) {
      const refusal = listRefusal(offer.list, basket, at);
      const price = refusal ? null : bestPrice(offer.prices, quantity, at);
      if (!price) {
        const [code, parameters] = refusal ?? priceRefusal(offer.prices, quantity, at);
        trace.add('PRICE', code, offer.list.id, [line.id], { list: offer.list.name, ...parameters });
        continue;
      }
      open.push({ list: offer.list, price });
      if (!chosen || beats(offer.list, price, chosen)) chosen = { list: offer.list, price };
    }
    for (const { list, price } of open) {
      if (list === chosen?.list) continue;
      const parameters = { list: list.name, price: this.text(price.price), by: chosen?.list.name ?? '' };
      trace.add('PRICE', 'OUTRANKED', list.id, [line.id], parameters);
    }
    if (!chosen) return null;
    const parameters = {
      list: chosen.list.name,
      price: this.text(chosen.price.price),
      minimum: quantityText(chosen.price.minimumQuantity),
    };
    trace.add('PRICE', 'CHOSEN', chosen.list.id, [line.id], parameters);
    return chosen.price.price;
  }

  private text(price: Amount): string {
    return amountText(price, this.minorDigits);
  }
}

/** Quantity breaks look at all of a product that the basket sells at list price, however often it was scanned. */
export function quantitiesAtListPrice(lines: readonly LineToPrice[]): Map<string, Quantity> {
  const quantities = new Map<string, Quantity>();
  for (const line of lines) {
    if (line.quantity <= 0n || line.fixedPrice || line.original) continue;
    quantities.set(line.product, plus(quantities.get(line.product) ?? (0n as Quantity), line.quantity));
  }
  return quantities;
}

/** Goods that come back without a receipt count for themselves. */
export function quantityForBreak(line: LineToPrice, quantities: ReadonlyMap<string, Quantity>): Quantity {
  return line.quantity < 0n ? negated(line.quantity) : (quantities.get(line.product) ?? line.quantity);
}

export function noPrice(line: LineToPrice): PricingFailure {
  return new PricingFailure('NO_PRICE', line.product);
}

function offersByProduct(priceLists: readonly PriceList[]): Map<string, Offer[]> {
  const offers = new Map<string, Offer[]>();
  const ranked = [...priceLists].sort((a, b) => b.priority - a.priority || compare(a.id, b.id));
  for (const list of ranked) {
    const prices = new Map<string, ListedPrice[]>();
    for (const price of list.prices) prices.set(price.product, [...(prices.get(price.product) ?? []), price]);
    for (const [product, listed] of prices) {
      offers.set(product, [...(offers.get(product) ?? []), { list, prices: listed }]);
    }
  }
  return offers;
}

type Refusal = readonly [code: string, parameters: Readonly<Record<string, string>>];

function listRefusal(list: PriceList, basket: BasketToPrice, at: string): Refusal | null {
  if (list.stores.length > 0 && !list.stores.includes(basket.store)) return ['NOT_THIS_STORE', {}];
  if (list.customerGroups.length > 0 && !list.customerGroups.includes(basket.customerGroup ?? ''))
    return ['NOT_THIS_CUSTOMER_GROUP', {}];
  return timeRefusal(list, at);
}

function timeRefusal(
  window: { readonly validFrom: string | null; readonly validUntil: string | null },
  at: string,
): Refusal | null {
  if (window.validFrom !== null && at < window.validFrom)
    return ['NOT_YET_VALID', { from: window.validFrom }];
  if (window.validUntil !== null && at >= window.validUntil)
    return ['NO_LONGER_VALID', { until: window.validUntil }];
  return null;
}

function bestPrice(prices: readonly ListedPrice[], quantity: Quantity, at: string): ListedPrice | null {
  let best: ListedPrice | null = null;
  for (const price of prices) {
    if (price.minimumQuantity > quantity || timeRefusal(price, at)) continue;
    if (!best || betterWithinList(price, best)) best = price;
  }
  return best;
}

function betterWithinList(price: ListedPrice, best: ListedPrice): boolean {
  return (
    (compare(best.minimumQuantity, price.minimumQuantity) ||
      compare(best.validFrom ?? '', price.validFrom ?? '') ||
      compare(price.price, best.price)) < 0
  );
}

/** Why none of a list's prices holds: the time of the last one, or the quantity. */
function priceRefusal(prices: readonly ListedPrice[], quantity: Quantity, at: string): Refusal {
  const timely = prices.filter((price) => timeRefusal(price, at) === null);
  if (timely.length === 0) {
    const last = prices.at(-1);
    return (last && timeRefusal(last, at)) ?? ['NO_LONGER_VALID', {}];
  }
  const minimum = timely.reduce((least, price) =>
    price.minimumQuantity < least.minimumQuantity ? price : least,
  );
  return [
    'QUANTITY_TOO_SMALL',
    { minimum: quantityText(minimum.minimumQuantity), quantity: quantityText(quantity) },
  ];
}

function beats(
  list: PriceList,
  price: ListedPrice,
  best: { readonly list: PriceList; readonly price: ListedPrice },
): boolean {
  return (
    (compare(best.list.priority, list.priority) ||
      compare(price.price, best.price.price) ||
      compare(list.id, best.list.id)) < 0
  );
}
