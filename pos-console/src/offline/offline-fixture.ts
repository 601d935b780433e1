import 'fake-indexeddb/auto';
import { afterEach, beforeEach } from 'vitest';
import type { UnnumberedSale } from '@/domain/sale';
import type { PriceBookItem, Store, Till } from '@/shared/http/shapes';
import { ConsoleDatabase } from './database';
import type { Device } from './till-device';

// An empty device for each test.
export const device = {
  store: { id: 'berlin', currency: 'EUR' } as Store,
  till: { id: 'berlin-1', storeId: 'berlin', name: 'Till 1', receiptPrefix: 'B1' } satisfies Till,
} satisfies Device;

export const sale = (id: string, tillId = 'berlin-1') => ({
  id,
  document: {
    storeId: 'berlin',
    tillId,
    tillSessionId: null,
    occurredAt: '2026-11-22T10:15:00Z',
    total: '4.99',
    lines: [],
    tenders: [],
  } as unknown as UnnumberedSale,
  cashierName: 'Clara',
  customerName: null,
  cardDetails: null,
});

export let db: ConsoleDatabase;
let databases = 0;

beforeEach(() => {
  db = new ConsoleDatabase(`test-${++databases}`);
});
afterEach(() => db.delete());

export const berlin = { id: 'berlin', currency: 'EUR' };
export const priceOf = (amountText: string, changes: Partial<PriceBookItem['prices'][number]> = {}) => ({
  id: 'price',
  priceListId: null,
  storeOwn: false,
  minimumQuantity: '0',
  amount: amountText,
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: null,
  ...changes,
});

export const item = (id: string, version: number, changes: Partial<PriceBookItem> = {}): PriceBookItem => ({
  productId: id,
  sku: `SKU-${id}`,
  name: `Product ${id}`,
  unit: 'PIECE',
  price: '1.00',
  prices: [priceOf(changes.price ?? '1.00')],
  currency: 'EUR',
  taxCategory: 'STANDARD',
  taxRate: '19.00',
  barcodes: [{ code: `400000000000${id}`, quantity: '6', price: null }],
  categoryId: null,
  category: 'All',
  ageLimit: null,
  stockTracked: true,
  active: true,
  version,
  tracking: 'NONE',
  variant: null,
  brand: null,
  imageId: null,
  ...changes,
});
