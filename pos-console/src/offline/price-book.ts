import { amount, ONE, quantity } from '@/domain/decimal';
import { spellingsOf } from '@/domain/barcode';
import { isCurrencyNumber } from '@/domain/currency-number';
import { isGs1, withoutSymbology, type Gs1Code } from '@/domain/gs1';
import { lineagesOf, type KnownCategory } from '@/domain/category-tree';
import type { Offering, StoreOffers } from '@/domain/offers';
import type { DatedPrice, DatedTaxRate } from '@/domain/pricing/store-prices';
import type { Product, Tracking } from '@/domain/product';
import { readLabel, type Label, type LabelFault, type ScanLayout } from '@/domain/scan-layout';
import { plainly, type Scanned } from '@/domain/scanned';
import type { PriceBookPage, PriceList, Promotion } from '@/shared/http/shapes';
import { readablePriceList, readablePromotion } from '@/shared/readable-terms';
import type { ConsoleDatabase, StoredProduct } from './database';

export interface PriceBookState {
  /** Everything up to this version is on the device. */
  readonly version: number;
  /** False until the first load has reached the end of the book. */
  readonly complete: boolean;
  /** Changes when the store's promotions do. */
  readonly promotionsVersion: number;
  /** Changes when the store's price lists do. */
  readonly priceListsVersion: number;
  readonly syncedAt: string | null;
}

export type FetchPage = (storeId: string, after: number) => Promise<PriceBookPage>;

const stateKey = (storeId: string) => `price-book:${storeId}`;

export async function priceBookState(db: ConsoleDatabase, storeId: string): Promise<PriceBookState> {
  const none = { version: 0, complete: false, promotionsVersion: 0, priceListsVersion: 0, syncedAt: null };
  return { ...none, ...(await db.setting<PriceBookState>(stateKey(storeId))) };
}

/**
 * Brings the device's copy of a store's price book up to date, page by page. A page and the version it reaches are
 * stored together, so an interrupted load goes on where it stopped.
 *
 * @returns ids of the products that changed
 */
export async function syncPriceBook(
  db: ConsoleDatabase,
  storeId: string,
  fetchPage: FetchPage,
  now: () => Date,
): Promise<string[]> {
  const changed: string[] = [];
  let { version, complete } = await priceBookState(db, storeId);
  for (;;) {
    const page = await fetchPage(storeId, version);
    const last = page.nextCursor === null;
    if (!last && page.version <= version) throw new RangeError('the price book does not advance');
    version = page.version;
    complete ||= last;
    const { promotionsVersion, priceListsVersion } = page;
    await storePage(db, storeId, page, {
      version,
      complete,
      promotionsVersion,
      priceListsVersion,
      syncedAt: now().toISOString(),
    });
    changed.push(...page.items.map((item) => item.productId));
    if (last) return changed;
  }
}

async function storePage(db: ConsoleDatabase, storeId: string, page: PriceBookPage, state: PriceBookState) {
  await db.transaction('rw', db.products, db.settings, async () => {
    const [sold, gone] = [
      page.items.filter((item) => item.active && item.prices.length > 0),
      page.items.filter((item) => !item.active || item.prices.length === 0),
    ];
    await db.products.bulkPut(
      sold.map((item) => ({
        ...item,
        storeId,
        scanCodes: [...new Set([item.sku, ...item.barcodes.map((b) => b.code)])].map(
          (code) => `${storeId}|${code}`,
        ),
        categoryKey: `${storeId}|${item.category ?? ''}`,
        ...(item.variant ? { familyKey: `${storeId}|${item.variant.familyId}` } : {}),
      })),
    );
    await db.products.bulkDelete(gone.map((item) => [storeId, item.productId]));
    await db.keep(taxRatesKey(storeId), page.taxRates);
    await db.keep(pricesIncludeTaxKey(storeId), page.pricesIncludeTax);
    await db.keep(stateKey(storeId), state);
    await db.keep(layoutsKey(storeId), page.scanLayouts);
  });
}

const layoutsKey = (storeId: string) => `scan-layouts:${storeId}`;
const pricesIncludeTaxKey = (storeId: string) => `prices-include-tax:${storeId}`;
const taxRatesKey = (storeId: string) => `tax-rates:${storeId}`;

const promotionsKey = (storeId: string) => `promotions:${storeId}`;

interface StoredPromotions {
  readonly version: number;
  readonly items: readonly Promotion[];
}

/** What the store's tills may have to apply, now or later; whether one holds is decided when a basket is priced. */
export async function promotionsOf(db: ConsoleDatabase, storeId: string): Promise<readonly Promotion[]> {
  return (await db.setting<StoredPromotions>(promotionsKey(storeId)))?.items ?? [];
}

/**
 * Reads the store's promotions again when the price book says that they changed.
 *
 * @returns whether they did
 */
export async function syncPromotions(
  db: ConsoleDatabase,
  storeId: string,
  fetchPromotions: (storeId: string) => Promise<readonly Promotion[]>,
): Promise<boolean> {
  const { promotionsVersion } = await priceBookState(db, storeId);
  const known = await db.setting<StoredPromotions>(promotionsKey(storeId));
  if ((known?.version ?? 0) === promotionsVersion) return false;
  const items = await fetchPromotions(storeId);
  await db.keep(promotionsKey(storeId), { version: promotionsVersion, items } satisfies StoredPromotions);
  return true;
}

const priceListsKey = (storeId: string) => `price-lists:${storeId}`;

interface StoredPriceLists {
  readonly version: number;
  readonly items: readonly PriceList[];
}

/**
 * Reads the store's price lists again when the price book says that they changed.
 *
 * @returns whether they did
 */
export async function syncPriceLists(
  db: ConsoleDatabase,
  storeId: string,
  fetchPriceLists: (storeId: string) => Promise<readonly PriceList[]>,
): Promise<boolean> {
  const { priceListsVersion } = await priceBookState(db, storeId);
  const known = await db.setting<StoredPriceLists>(priceListsKey(storeId));
  if ((known?.version ?? 0) === priceListsVersion) return false;
  const items = await fetchPriceLists(storeId);
  await db.keep(priceListsKey(storeId), { version: priceListsVersion, items } satisfies StoredPriceLists);
  return true;
}

/** A stored entry in the domain's terms. */
export function asProduct(stored: StoredProduct): Product {
  return {
    productId: stored.productId,
    sku: stored.sku,
    name: stored.name,
    unit: stored.unit,
    price: amount(stored.price ?? '0'),
    prices: stored.prices?.map(datedPrice) ?? sinceEver(stored.price),
    currency: stored.currency,
    taxCategory: stored.taxCategory,
    taxRate: stored.taxRate ?? '0',
    categoryId: stored.categoryId,
    category: stored.category,
    ageLimit: stored.ageLimit,
    variant: stored.variant ?? null,
    ...(isTracked(stored.tracking) && { tracking: stored.tracking }),
    imageId: stored.imageId,
    barcodes: stored.barcodes.map((barcode) => ({
      code: barcode.code,
      quantity: quantity(barcode.quantity),
      // What a till loaded before codes had prices has none.
      price: barcode.price ? amount(barcode.price) : null,
    })),
  };
}

/** Entries that were kept before the book told it have none. */
const isTracked = (tracking?: string): tracking is Tracking => tracking === 'LOT' || tracking === 'SERIAL';

function datedPrice(price: NonNullable<StoredProduct['prices']>[number]): DatedPrice {
  return {
    priceList: price.priceListId,
    storeOwn: price.storeOwn,
    minimumQuantity: quantity(price.minimumQuantity),
    amount: amount(price.amount),
    validFrom: price.validFrom,
    validUntil: price.validUntil,
  };
}

/** The one price of an entry that was kept before there were lists. */
function sinceEver(price: string | null): DatedPrice[] {
  if (price === null) return [];
  const always = { priceList: null, storeOwn: false, validFrom: '2000-01-01T00:00:00Z', validUntil: null };
  return [{ ...always, minimumQuantity: quantity('0'), amount: amount(price) }];
}

/** The products with these ids that the store sells. */
export async function productsById(
  db: ConsoleDatabase,
  storeId: string,
  ids: readonly string[],
): Promise<Product[]> {
  const stored = await db.products.bulkGet(ids.map((id) => [storeId, id]));
  return stored.flatMap((product) => (product ? [asProduct(product)] : []));
}

/** Why a code that is understood cannot be sold. */
export type ScanFault = LabelFault;

/** What a code sells in this store, or why it cannot; null when nobody knows it. */
export async function findByCode(
  db: ConsoleDatabase,
  store: { readonly id: string; readonly currency: string },
  scanned: string,
): Promise<Scanned | { readonly fault: ScanFault } | null> {
  const code = withoutSymbology(scanned);
  const label = readLabel(code, (await db.setting<readonly ScanLayout[]>(layoutsKey(store.id))) ?? []);
  if (label === 'empty-label') return { fault: label };
  const found = await findExactly(db, store.id, code);
  if (found) return found;
  if (label === 'misread') return { fault: label };
  if (label) return findLabelled(db, store.id, label);
  if (!isGs1(scanned)) return null;
  const { readGs1 } = await import('@/domain/read-gs1');
  return findGs1(db, store, readGs1(scanned));
}

async function findLabelled(db: ConsoleDatabase, storeId: string, label: Label): Promise<Scanned | null> {
  const { weight, price } = label;
  for (const itemCode of label.itemCodes) {
    const item = await findExactly(db, storeId, itemCode);
    // A number that happens to be another product's SKU is no item of the scales.
    if (item?.product.barcodes.some((barcode) => barcode.code === itemCode))
      return {
        ...{ product: item.product, quantity: weight ?? ONE, price },
        ...{ labelled: true, unweighed: weight === null },
      };
  }
  return null;
}

async function findGs1(
  db: ConsoleDatabase,
  store: { readonly id: string; readonly currency: string },
  code: Gs1Code | 'misread' | null,
): Promise<Scanned | { readonly fault: ScanFault } | null> {
  if (code === 'misread') return { fault: code };
  const found = code && (await findExactly(db, store.id, code.gtin));
  if (!found) return null;
  const { measure, price, lot, serial, expiry } = code;
  const measured = measure?.unit === found.product.unit ? measure.quantity : null;
  // A price in another currency is not ours to charge.
  const said = price && (price.currency === null || isCurrencyNumber(price.currency, store.currency));
  return {
    product: found.product,
    quantity: measured ?? found.quantity,
    price: said ? price.amount : measured === null ? found.price : null,
    labelled: measured !== null || said === true,
    unweighed: measured === null,
    ...(lot || serial || expiry ? { batch: { lot, serial, expiry } } : {}),
  };
}

async function findExactly(db: ConsoleDatabase, storeId: string, code: string): Promise<Scanned | null> {
  for (const spelling of spellingsOf(code)) {
    const stored = await db.products.where('scanCodes').equals(`${storeId}|${spelling}`).first();
    if (!stored) continue;
    const product = asProduct(stored);
    const barcode = product.barcodes.find((candidate) => candidate.code === spelling);
    return barcode ? { product, ...barcode, labelled: false } : plainly(product);
  }
  return null;
}

const categoriesKey = (storeId: string) => `category-tree:${storeId}`;

interface StoredCategories {
  /** The price book's version they were read for. */
  readonly version: number;
  readonly items: readonly KnownCategory[];
}

/**
 * Reads the shop's categories again when the price book is newer than they are.
 *
 * @returns whether it did
 */
export async function syncCategories(
  db: ConsoleDatabase,
  storeId: string,
  fetchCategories: () => Promise<readonly KnownCategory[]>,
): Promise<boolean> {
  const { version } = await priceBookState(db, storeId);
  const known = await db.setting<StoredCategories>(categoriesKey(storeId));
  if (known?.version === version) return false;
  const read = await fetchCategories();
  const items = read.map(({ id, parentId, path, position }) => ({ id, parentId, path, position }));
  await db.keep(categoriesKey(storeId), { version, items } satisfies StoredCategories);
  return true;
}

/** How the shop arranged its categories. */
export async function arrangementOf(db: ConsoleDatabase, storeId: string): Promise<readonly KnownCategory[]> {
  return (await db.setting<StoredCategories>(categoriesKey(storeId)))?.items ?? [];
}

/**
 * What the store's tills price goods with, in the domain's terms. What is for another currency or store is left out, and
 * so is what this till cannot read: selling goes on without it.
 */
export async function offersOf(
  db: ConsoleDatabase,
  store: { readonly id: string; readonly currency: string },
): Promise<StoreOffers> {
  const [state, promotions, priceLists, taxRates, pricesIncludeTax, arrangement] = await Promise.all([
    priceBookState(db, store.id),
    db.setting<StoredPromotions>(promotionsKey(store.id)),
    db.setting<StoredPriceLists>(priceListsKey(store.id)),
    db.setting<DatedTaxRate[]>(taxRatesKey(store.id)),
    db.setting<boolean>(pricesIncludeTaxKey(store.id)),
    arrangementOf(db, store.id),
  ]);
  const here = (terms: { active: boolean; currency?: string | null; stores: readonly string[] }) =>
    terms.active &&
    (terms.currency ?? store.currency) === store.currency &&
    (terms.stores.length === 0 || terms.stores.includes(store.id));
  const whole =
    state.complete &&
    (promotions?.version ?? 0) === state.promotionsVersion &&
    (priceLists?.version ?? 0) === state.priceListsVersion;
  return {
    promotions: (promotions?.items ?? []).filter(({ terms }) => here(terms)).flatMap(readablePromotion),
    priceLists: (priceLists?.items ?? []).filter(({ terms }) => here(terms)).flatMap(readablePriceList),
    taxRates: taxRates ?? [],
    pricesIncludeTax: pricesIncludeTax ?? true,
    lineages: lineagesOf(arrangement),
    version: whole ? state.version : null,
  };
}

/** What these goods are priced with, all of it as it stood at one moment. */
export function pricedWith(
  db: ConsoleDatabase,
  store: { readonly id: string; readonly currency: string },
  productIds: readonly string[],
): Promise<Pick<Offering, keyof StoreOffers | 'goods'>> {
  return db.transaction('r', db.settings, db.products, async () => {
    const offers = await offersOf(db, store);
    const goods = await productsById(db, store.id, productIds);
    return { ...offers, goods: new Map(goods.map((product) => [product.productId, product])) };
  });
}

/** The paths of the categories that hold goods of a store. */
export async function categoriesOf(db: ConsoleDatabase, storeId: string): Promise<string[]> {
  const keys = await db.products.where('categoryKey').startsWith(`${storeId}|`).uniqueKeys();
  return keys.map((key) => (key as string).slice(storeId.length + 1)).filter((name) => name !== '');
}

/** The variants of a family that the store sells. */
export async function variantsOf(db: ConsoleDatabase, storeId: string, familyId: string): Promise<Product[]> {
  const stored = await db.products.where('familyKey').equals(`${storeId}|${familyId}`).toArray();
  return stored.map(asProduct);
}

const byName = new Intl.Collator();

/** Products of a category and of those within it, by name; of all categories when it is null. At most `most`. */
export async function productsOf(
  db: ConsoleDatabase,
  storeId: string,
  category: string | null,
  most: number,
): Promise<Product[]> {
  const found =
    category === null
      ? db.products.where('storeId').equals(storeId)
      : db.products
          .where('categoryKey')
          .equals(`${storeId}|${category}`)
          .or('categoryKey')
          .startsWith(`${storeId}|${category} > `);
  const stored = await found.limit(most).toArray();
  return stored.sort((a, b) => byName.compare(a.name, b.name)).map(asProduct);
}
