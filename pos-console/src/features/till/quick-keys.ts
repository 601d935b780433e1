import type { KnownCategory } from '@/domain/category-tree';
import type { Product } from '@/domain/product';
import type { ConsoleDatabase } from '@/offline/database';
import {
  arrangementOf,
  categoriesOf,
  priceBookState,
  productsOf,
  type PriceBookState,
} from '@/offline/price-book';

/** More than anybody pages through; the rest is found by search. */
export const MOST_KEYS = 240;

/** What the keys show before a category is chosen. */
export interface ShownKeys {
  readonly book: PriceBookState;
  readonly sold: readonly string[];
  readonly arranged: readonly KnownCategory[];
  readonly products: readonly Product[];
}

/** What the keys showed last: they come back with it after a sale, and need not be read again first. */
export class KeysSeen {
  private seen: ShownKeys;

  constructor(shown: ShownKeys) {
    this.seen = shown;
  }

  last(): ShownKeys {
    return this.seen;
  }

  remember(shown: ShownKeys): void {
    this.seen = shown;
  }
}

/** Read while the desk is opened, so that keys are there with it. */
export async function keysOf(db: ConsoleDatabase, storeId: string): Promise<ShownKeys> {
  const [book, sold, arranged, products] = await Promise.all([
    priceBookState(db, storeId),
    categoriesOf(db, storeId),
    arrangementOf(db, storeId),
    productsOf(db, storeId, null, MOST_KEYS),
  ]);
  return { book, sold, arranged, products };
}
