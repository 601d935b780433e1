import type { Product } from '@/domain/product';
import { usable } from '@/shared/usable';
import { asProduct } from './price-book';
import type { StoredProduct } from './database';

export type SearchRequest =
  | { type: 'load'; storeId: string }
  | { type: 'refresh'; storeId: string; productIds: readonly string[] }
  | { type: 'find'; id: number; storeId: string; text: string; most: number };

export interface SearchAnswer {
  readonly id: number;
  readonly products: readonly StoredProduct[];
}

/** Search over the device's copy of the price book, in a worker of its own. */
export class ProductSearch {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, (products: Product[]) => void>();
  private readonly storeId: string;
  private nextId = 1;
  private closed = false;

  constructor(storeId: string) {
    this.storeId = storeId;
    void usable.then(() => this.start());
  }

  find(text: string, most: number): Promise<Product[]> {
    const id = this.nextId++;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.ask({ type: 'find', id, storeId: this.storeId, text, most });
    });
  }

  /** Learns what changed: these products, or with null the whole book. */
  refresh(productIds: readonly string[] | null): void {
    if (productIds === null) this.ask({ type: 'load', storeId: this.storeId });
    else if (productIds.length > 0) this.ask({ type: 'refresh', storeId: this.storeId, productIds });
  }

  close(): void {
    this.closed = true;
    this.worker?.terminate();
  }

  private ask(request: SearchRequest): void {
    this.start()?.postMessage(request);
  }

  /** When somebody searches, or the till is drawn. */
  private start(): Worker | null {
    if (this.worker || this.closed) return this.worker;
    this.worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
    this.worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) => {
      this.waiting.get(data.id)?.(data.products.map(asProduct));
      this.waiting.delete(data.id);
    };
    this.worker.postMessage({ type: 'load', storeId: this.storeId } satisfies SearchRequest);
    return this.worker;
  }
}
