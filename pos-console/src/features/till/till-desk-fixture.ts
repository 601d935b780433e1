import 'fake-indexeddb/auto';
import { afterEach, beforeEach, vi } from 'vitest';
import type { ForeignRate } from '@/domain/foreign-cash';
import type { ApprovalRule } from '@/domain/approval/approval';
import type { BasketLine } from '@/domain/basket';
import { amount, amountText, type Quantity } from '@/domain/decimal';
import { syncPolicy } from '@/offline/approval-policy';
import { ConsoleDatabase, type StoredTillSession } from '@/offline/database';
import {
  asProduct,
  priceBookState,
  syncCategories,
  syncPriceBook,
  syncPriceLists,
  syncPromotions,
} from '@/offline/price-book';
import type { LayawayBook } from '@/offline/layaways';
import type { Shelf } from '@/offline/parked-sales';
import { becomeTill, type Device } from '@/offline/till-device';
import { Unreachable } from '@/shared/http/problem';
import type {
  ApprovalPolicy,
  PriceBookItem,
  PriceBookPage,
  PriceList,
  Promotion,
} from '@/shared/http/shapes';
import type { CardTerminal } from './card-payment';
import { TillDesk } from './till-desk';
import { pricedOf } from './till-sums';

// A till with two products on a device of its own, anew for each test.
export const device: Device = {
  store: {
    id: 'berlin',
    name: 'Berlin',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    businessDayStartsAt: '04:00',
    address: { street: 'Torstr. 1', postalCode: '10119', city: 'Berlin', country: 'DE' },
    taxNumber: null,
  },
  till: { id: 'berlin-1', storeId: 'berlin', name: 'Till 1', receiptPrefix: 'B1' },
};
export const CLARA = { id: 'clara', name: 'Clara', roles: ['CASHIER'] };
export const session = { id: 'session-1', tillId: 'berlin-1' } as StoredTillSession;
export const ESPRESSO = '4006381333931';
export const MILK = '4000417025005';

const goods = [
  { sku: 'ESP', name: 'Espresso', price: '4.99', code: ESPRESSO },
  { sku: 'MILK', name: 'Milk', price: '1.29', code: MILK },
];

export let db: ConsoleDatabase;
let databases = 0;
export let terminal: Record<keyof CardTerminal, ReturnType<typeof vi.fn>>;
let now: string;
let network = true;
let asksForTips = false;
let foreignCash: readonly ForeignRate[] = [];
/** Prints and opens the drawer. */
export const sold = vi.fn();
export const sounds = { added: vi.fn(), refused: vi.fn() };
/** What the store's tills share; a test says what it answers. */
export const shelf = {
  ...{ park: vi.fn<Shelf['park']>(), takeUp: vi.fn<Shelf['takeUp']>() },
  waiting: vi.fn<Shelf['waiting']>(() => Promise.resolve([])),
};
/** What the store's other tills have set aside; nobody answers unless a test says so. */
export const layawayBook = {
  list: vi.fn<LayawayBook['list']>(),
  find: vi.fn<LayawayBook['find']>(),
  tenders: vi.fn<LayawayBook['tenders']>(),
};
export const couponLeft = vi.fn<(code: string) => Promise<number | null>>();

export const open = () =>
  TillDesk.open(
    {
      db,
      device: { ...device, store: { ...device.store, asksForTips, foreignCash } },
      session,
      signedIn: CLARA,
      terminal: terminal as CardTerminal,
      sounds,
      online: () => network,
      now: () => new Date(now),
      couponLeft,
      shelf,
      layaways: () => Promise.resolve(layawayBook),
      customerOf: () => Promise.resolve(null),
      sold,
      bestMatch: async (text) => {
        const all = await db.products.toArray();
        const match = all.find((product) => product.name.toLowerCase().startsWith(text.toLowerCase()));
        return match ? asProduct(match) : null;
      },
    },
    2,
  );

beforeEach(async () => {
  couponLeft.mockReset().mockResolvedValue(null);
  shelf.park.mockReset().mockResolvedValue(null);
  shelf.takeUp.mockReset().mockRejectedValue(new Unreachable());
  layawayBook.find.mockReset().mockRejectedValue(new Unreachable());
  layawayBook.tenders.mockReset().mockRejectedValue(new Unreachable());
  db = new ConsoleDatabase(`desk-${++databases}`);
  terminal = { charge: vi.fn(), askPayment: vi.fn(), refund: vi.fn(), askRefund: vi.fn() };
  now = '2026-11-22T10:15:00Z';
  network = true;
  asksForTips = false;
  foreignCash = [];
  sold.mockClear();
  sounds.added.mockClear();
  sounds.refused.mockClear();
  await becomeTill(db, device, 0);
  await syncPriceBook(
    db,
    'berlin',
    () =>
      Promise.resolve({
        version: 2,
        promotionsVersion: 1,
        priceListsVersion: 0,
        taxRates: [],
        pricesIncludeTax: true,
        nextCursor: null,
        scanLayouts: [],
        items: goods.map(({ sku, name, price, code }, at) => ({
          productId: sku,
          sku,
          name,
          unit: 'PIECE' as const,
          price,
          prices: [
            {
              ...{ id: sku, priceListId: null, storeOwn: false, minimumQuantity: '0', amount: price },
              ...{ validFrom: '2026-01-01T00:00:00Z', validUntil: null },
            },
          ],
          currency: 'EUR',
          taxCategory: 'REDUCED',
          taxRate: '7.00',
          barcodes: [{ code, quantity: '1', price: null }],
          categoryId: sku === 'ESP' ? 'beans' : null,
          category: null,
          ageLimit: null,
          stockTracked: true,
          active: true,
          version: at + 1,
          tracking: 'NONE' as const,
          variant: null,
          brand: null,
          imageId: null,
        })),
      }),
    () => new Date(),
  );
});
afterEach(() => db.delete());

export const total = (desk: TillDesk) => amountText(pricedOf(desk.snapshot()).total);

/** Makes these the store's promotions on the device, as a sync does. */
export async function promote(...promotions: { id: string; [term: string]: unknown }[]): Promise<void> {
  const common = { kind: 'LINE_PERCENT', currency: 'EUR', priority: 0, active: true, stores: [] };
  const items: unknown = promotions.map(({ id, ...terms }) => ({
    id,
    terms: { ...common, name: id, coupon: null, parts: [], target: {}, window: {}, ...terms },
  }));
  await syncPromotions(db, 'berlin', () => Promise.resolve(items as Promotion[]));
  await syncCategories(db, 'berlin', () =>
    Promise.resolve([
      { id: 'beans', parentId: 'coffee', path: 'Coffee > Beans', position: 1 },
      { id: 'coffee', parentId: null, path: 'Coffee', position: 1 },
    ]),
  );
}

export const HAPPY_HOUR = {
  id: 'Coffee hour',
  percent: '10',
  target: { categories: ['coffee'] },
  window: { startsAt: '11:00', endsAt: '11:20' },
};

/** Tells the device the milk's prices anew, with what else the book says, as a sync does. */
export async function reprice(
  prices: Partial<PriceBookItem['prices'][number]>[],
  more: { taxRates?: PriceBookPage['taxRates']; pricesIncludeTax?: boolean; lists?: unknown[] } = {},
): Promise<void> {
  const known = await db.products.get(['berlin', 'MILK']);
  const { version } = await priceBookState(db, 'berlin');
  const usual = { id: 'p', priceListId: null, storeOwn: false, minimumQuantity: '0', validUntil: null };
  const page = {
    version: version + 1,
    promotionsVersion: 1,
    priceListsVersion: version + 1,
    taxRates: more.taxRates ?? [],
    pricesIncludeTax: more.pricesIncludeTax ?? true,
    scanLayouts: [],
    nextCursor: null,
    items: [
      {
        ...known,
        prices: prices.map((each) => ({
          ...usual,
          amount: '1.29',
          validFrom: '2026-01-01T00:00:00Z',
          ...each,
        })),
      },
    ],
  } as unknown as PriceBookPage;
  await syncPriceBook(
    db,
    'berlin',
    () => Promise.resolve(page),
    () => new Date(),
  );
  await syncPriceLists(db, 'berlin', () => Promise.resolve((more.lists ?? []) as PriceList[]));
}

export const REGULARS = {
  id: 'regulars',
  terms: {
    ...{ name: 'Regulars', currency: 'EUR', priority: 10, stores: [], customerGroups: ['REGULAR'] },
    ...{ active: true, window: { from: null, until: null } },
  },
};
export const regular = {
  ...{ id: 'c1', name: 'Rita', email: null, phone: null, groupCode: 'REGULAR' },
  taxExemption: null,
};

/** Pulls the plug. */
export function goOffline(): void {
  network = false;
}

/** The store lets its tills ask for tips. */
export function letTip(): void {
  asksForTips = true;
}

/** The store lets its tills take these. */
export function letTake(...rates: readonly ForeignRate[]): void {
  foreignCash = rates;
}

/** Sets the clock. */
export function itIs(instant: string): void {
  now = instant;
}

/** Makes these the rules of the store on this device, as a sync does. */
export async function holdPolicy(...rules: ApprovalRule[]): Promise<void> {
  const terms = { storeId: 'berlin', name: 'Usual', active: true, lockAfterMinutes: null, rules };
  const policy = { id: 'p', version: 0, changedAt: '', changedBy: '', terms } as unknown as ApprovalPolicy;
  await syncPolicy(db, 'berlin', () => Promise.resolve([policy]));
}

/** One piece of another day's sale that comes back. */
export const bought = (price: string): Omit<BasketLine, 'key'> => ({
  ...{ kind: 'RETURN', productId: 'ESP', sku: 'ESP', name: 'Espresso', unit: 'PIECE', ageLimit: null },
  ...{ categoryId: null, quantity: -1000n as Quantity, unitPrice: amount(price), discount: null },
  ...{ taxCategory: 'REDUCED', taxRate: '7.00', returnOf: { saleId: 's1', lineNo: 1 } },
});
