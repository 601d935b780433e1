import { products } from './mock-data.ts';

type Json = Record<string, unknown>;

interface MockList {
  readonly id: string;
  readonly terms: Json & { active: boolean; stores: string[]; name: string };
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: string;
}

interface MockPrice extends Json {
  readonly id: string;
  readonly productId: string;
  readonly storeId: string | null;
  readonly priceListId: string | null;
  readonly minimumQuantity: string;
  readonly price: { readonly amount: string; readonly currency: string };
  readonly validFrom: string;
  readonly validUntil: string | null;
}

const SINCE = '2026-01-01T00:00:00Z';

/** The catalog's price lists and prices, in memory; of two prices for the same moment the later counts. */
export function mockPrices() {
  const lists = new Map<string, MockList>();
  const prices: MockPrice[] = products.map(({ productId, price, currency }) => ({
    ...{ id: productId, productId, storeId: null, priceListId: null, minimumQuantity: '0' },
    ...{ price: { amount: price, currency }, validFrom: SINCE, validUntil: null },
    ...{ recordedAt: SINCE, recordedBy: 'mock' },
  }));
  let version = 0;

  const kind = (price: MockPrice) =>
    [price.productId, price.storeId, price.priceListId, price.minimumQuantity].join();
  const endsAt = (price: MockPrice): string | null => {
    const same = prices.filter((other) => kind(other) === kind(price));
    if (same.findLast((other) => other.validFrom === price.validFrom) !== price) return price.validFrom;
    const next = same
      .filter((other) => other.validUntil === null && other.validFrom > price.validFrom)
      .map((other) => other.validFrom)
      .sort()[0];
    return price.validUntil ?? next ?? null;
  };
  const counts = (price: MockPrice) => {
    const end = endsAt(price);
    return end === null || (end > price.validFrom && end > new Date().toISOString());
  };

  return {
    version: () => version,
    findList: (id: string) => lists.get(id) ?? null,
    lists: (store: string | null) =>
      [...lists.values()].filter(
        ({ terms }) =>
          store === null || (terms.active && (terms.stores.length === 0 || terms.stores.includes(store))),
      ),
    putList: (id: string, terms: MockList['terms'], ifMatch: string | undefined) => {
      const before = lists.get(id);
      if ((before === undefined ? undefined : `"${before.version}"`) !== ifMatch)
        return { status: 412, body: { type: '/problems/stale', title: 'Stale', status: 412, errors: [] } };
      const kept = {
        ...{ id, terms, version: before === undefined ? 0 : before.version + 1 },
        ...{ changedAt: new Date().toISOString(), changedBy: 'mock' },
      };
      lists.set(id, kept);
      version += 1;
      return { status: before === undefined ? 201 : 200, body: kept };
    },
    putPrice: (id: string, body: Json) => {
      const minute = (instant: unknown) =>
        typeof instant === 'string' ? `${instant.slice(0, 16)}:00Z` : null;
      const times = { validFrom: minute(body.validFrom), validUntil: minute(body.validUntil) };
      const recorded = { recordedAt: new Date().toISOString(), recordedBy: 'manager' };
      const price = { minimumQuantity: '0', priceListId: null, ...body, ...times, ...recorded, id };
      prices.push(price as unknown as MockPrice);
      return { status: 201, body: price };
    },
    history: (productId: string) =>
      prices
        .filter((price) => price.productId === productId)
        .map((each) => ({ ...each, endsAt: endsAt(each) })),
    ofList: (listId: string) =>
      prices
        .filter((price) => price.priceListId === listId && counts(price))
        .map((price) => ({
          ...price,
          ...products.find((one) => one.productId === price.productId),
          ...price,
        })),
    ofProduct: (productId: string, storeId: string) =>
      prices
        .filter(
          (price) => price.productId === productId && (price.storeId ?? storeId) === storeId && counts(price),
        )
        .map(({ price, storeId: own, ...rest }) => ({
          ...rest,
          storeOwn: own !== null,
          amount: price.amount,
        })),
  };
}
