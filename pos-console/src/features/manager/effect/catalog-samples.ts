import type { QueryClient } from '@tanstack/react-query';
import { amount, quantity } from '@/domain/decimal';
import { lineagesOf } from '@/domain/category-tree';
import type { SampleGoods, SoldLine } from '@/domain/effect/samples';
import { aimsAt } from '@/domain/pricing/promotion-index';
import type { PromotionTarget } from '@/domain/pricing/price-book';
import type { DatedPrice } from '@/domain/pricing/store-prices';
import type { Product } from '@/domain/product';
import { get, getAll, query, type Page } from '@/shared/http/api';
import type {
  CatalogProduct,
  Category,
  Price,
  PriceList,
  Promotion,
  SaleHead,
  Store,
  StoredSale,
} from '@/shared/http/shapes';

const SALES = 20;
const GOODS = 3;
const LOOKED_AT = 12;

/** What is read to try a change of prices: kept for a while, so that typing asks for nothing twice. */
export interface Reading {
  readonly queries: QueryClient;
  readonly store: Store;
}

const FRESH = { staleTime: 5 * 60_000 };

/** Everything that the store's tills price with, but its goods. */
export const readOffers = async (store: Store) => {
  const [promotions, priceLists, categories] = await Promise.all([
    getAll<Promotion>(`/api/price-books/${store.id}/promotions`),
    getAll<PriceList>(`/api/price-books/${store.id}/price-lists`),
    getAll<Category>('/api/categories?limit=500'),
  ]);
  return { promotions, priceLists, lineages: lineagesOf(categories) };
};

export type StoreTerms = Awaited<ReturnType<typeof readOffers>>;

/** Some goods for each target, with what they cost here, and one that none of them means. */
export async function readSampleGoods(
  reading: Reading,
  targets: readonly PromotionTarget[],
  { lineages }: StoreTerms,
): Promise<SampleGoods> {
  const categoriesOf = (product: CatalogProduct) =>
    product.categoryId ? (lineages.get(product.categoryId) ?? [product.categoryId]) : [];
  const meant = (target: PromotionTarget, product: CatalogProduct) =>
    product.status === 'ACTIVE' &&
    aimsAt(target, { id: product.id, taxCategory: '', weighed: false, categories: categoriesOf(product) });
  const any = await productsBy(reading, {});
  const aimed = await Promise.all(
    targets.map(async (target) => {
      const named = await Promise.all(target.products.slice(0, GOODS).map((id) => productBy(reading, id)));
      const within = [...lineages].filter(([, above]) => above.some((id) => target.categories.includes(id)));
      const listed = await Promise.all(
        within.slice(0, GOODS).map(([categoryId]) => productsBy(reading, { categoryId })),
      );
      return priced(
        reading,
        [...named, ...listed.flat(), ...any].filter((product) => meant(target, product)),
        GOODS,
      );
    }),
  );
  const except = await Promise.all(
    targets.flatMap(({ exceptProducts }) => exceptProducts.slice(0, 1)).map((id) => productBy(reading, id)),
  );
  const others = [...except, ...any].filter((product) => targets.every((target) => !meant(target, product)));
  return { aimed, others: await priced(reading, others, 1) };
}

const productBy = ({ queries }: Reading, id: string) =>
  queries.query({
    ...FRESH,
    queryKey: ['product', id],
    queryFn: () => get<CatalogProduct>(`/api/products/${id}`),
  });

const productsBy = ({ queries }: Reading, wanted: { categoryId?: string }) =>
  queries.query({
    ...FRESH,
    queryKey: ['products', 'sample', wanted],
    queryFn: async () =>
      (await get<Page<CatalogProduct>>(`/api/products${query({ ...wanted, limit: LOOKED_AT })}`)).items,
  });

/** The first of these that have a price in this store. */
async function priced(
  reading: Reading,
  products: readonly CatalogProduct[],
  most: number,
): Promise<Product[]> {
  const once = [...new Map(products.map((product) => [product.id, product])).values()];
  const candidates = await Promise.all(
    once.slice(0, most + 1).map((product) => withPrices(reading, product)),
  );
  return candidates.filter(({ prices }) => prices !== undefined && prices.length > 0).slice(0, most);
}

/** A product as a till of the store knows it. */
export const productNow = async (reading: Reading, id: string) =>
  withPrices(reading, await productBy(reading, id));

async function withPrices({ queries, store }: Reading, product: CatalogProduct): Promise<Product> {
  const history = await queries.query({
    ...FRESH,
    queryKey: ['prices', product.id],
    queryFn: () => getAll<Price>(`/api/prices${query({ productId: product.id, limit: 500 })}`),
  });
  const prices = history.flatMap((price) => datedPrice(price, store));
  const general = prices.filter(({ priceList }) => priceList === null);
  const now = (general.length > 0 ? general : prices).findLast(
    ({ validFrom }) => Date.parse(validFrom) <= Date.now(),
  );
  const { id, sku, name, unit, taxCategory, categoryId, category, ageLimit } = product;
  return {
    ...{ productId: id, sku, name, unit, taxCategory, taxRate: '0', barcodes: [], prices },
    ...{ currency: store.currency, price: now?.amount ?? amount('0') },
    categoryId: categoryId ?? null,
    category: category ?? null,
    ageLimit: ageLimit ?? null,
  };
}

function datedPrice(price: Price, store: Store): DatedPrice[] {
  const { validFrom, endsAt, validUntil, priceListId, storeId } = price;
  const until = endsAt ?? validUntil ?? null;
  const here = storeId === null || storeId === store.id;
  if (!here || price.price.currency !== store.currency) return [];
  if (until !== null && Date.parse(until) <= Date.parse(validFrom)) return [];
  return [
    {
      priceList: priceListId ?? null,
      storeOwn: storeId === store.id,
      minimumQuantity: quantity(price.minimumQuantity),
      amount: amount(price.price.amount),
      validFrom,
      validUntil: until,
    },
  ];
}

/** A sale of these days: what was sold, when, and to a customer of which group. */
export interface RecentSale {
  readonly id: string;
  readonly occurredAt: string;
  readonly customerGroup: string | null;
  readonly lines: readonly SoldLine[];
  /** The category and unit of goods that the catalog still has. */
  readonly goodsOf: (productId: string) => Pick<Product, 'categoryId' | 'unit'> | undefined;
}

/** The last sales of the store, without what came back, and with the goods as the catalog knows them. */
export async function readRecentSales(reading: Reading): Promise<RecentSale[]> {
  const { store } = reading;
  const heads = await get<Page<SaleHead>>(`/api/sales${query({ storeId: store.id, limit: SALES })}`);
  const sales = await Promise.all(
    heads.items
      .filter(({ documentType }) => documentType === 'SALE' || documentType === 'EXCHANGE')
      .map(({ id }) => get<StoredSale>(`/api/sales/${id}`)),
  );
  const ids = new Set(sales.flatMap(({ lines }) => lines.flatMap(({ productId }) => productId ?? [])));
  // goods that are gone from the catalog are priced as they were sold
  const found = await Promise.all([...ids].map((id) => productBy(reading, id).catch(() => null)));
  const products = new Map(
    found.flatMap((product) =>
      product ? [[product.id, { unit: product.unit, categoryId: product.categoryId ?? null }] as const] : [],
    ),
  );
  const goodsOf = (id: string) => products.get(id);
  return sales.map(({ id, occurredAt, pricing, lines }) => ({
    ...{ id, occurredAt, goodsOf, customerGroup: pricing?.customerGroup ?? null },
    lines: lines
      .filter(({ kind }) => kind === 'SALE')
      .map(({ productId, sku, name, quantity: sold, unitPrice, taxCategory, taxRate }) => ({
        ...{ productId, sku, name, taxCategory, taxRate },
        quantity: quantity(sold),
        unitPrice: amount(unitPrice),
      })),
  }));
}
