import type { KnownCategory } from '@/domain/category-tree';
import { get, getAll, query } from '@/shared/http/api';
import type { PriceBookPage, PriceList, Promotion } from '@/shared/http/shapes';
import type { ConsoleDatabase } from './database';
import { priceBookState, syncCategories, syncPriceBook, syncPriceLists, syncPromotions } from './price-book';

/** How often the till asks whether there is anything new: a changed price is to show within two seconds. */
const WATCH_MS = 1_250;
/** How often it reads what no version tells, such as the order of categories. */
const POLL_MS = 30_000;
const PAGE = 5_000;

/** Told in every tab when products, promotions or categories changed on this device. */
const CHANNEL = 'tillstream-price-book';

type News =
  | { readonly storeId: string; readonly changed: readonly string[] | null }
  | { readonly storeId: string; readonly offers: true };

const fetchPage = (storeId: string, after: number) =>
  get<PriceBookPage>(`/api/price-books/${encodeURIComponent(storeId)}${query({ after, limit: PAGE })}`, {
    timeoutMs: 60_000,
  });

const fetchVersion = (storeId: string) =>
  get<{ readonly version: number }>(`/api/price-books/${encodeURIComponent(storeId)}/version`, {
    timeoutMs: 5_000,
  });

const fetchPromotions = (storeId: string) =>
  getAll<Promotion>(`/api/price-books/${encodeURIComponent(storeId)}/promotions`);

const fetchPriceLists = (storeId: string) =>
  getAll<PriceList>(`/api/price-books/${encodeURIComponent(storeId)}/price-lists`);

const fetchCategories = () => getAll<KnownCategory>(`/api/categories${query({ limit: 500 })}`);

/**
 * Keeps the price book of a store current while somebody looks at the till: now, as soon as the catalog has a newer
 * version, and when the network comes back. One tab does it for the device.
 */
export function runPriceBookSync(db: ConsoleDatabase, storeId: string): () => void {
  const stop = new AbortController();
  const channel = new BroadcastChannel(CHANNEL);
  const tell = (news: News) => channel.postMessage(news);
  const sync = () =>
    navigator.locks
      .request(`${CHANNEL}:${storeId}`, { ifAvailable: true }, async (lock) => {
        if (!lock || stop.signal.aborted) return;
        const before = await priceBookState(db, storeId);
        const changed = await syncPriceBook(db, storeId, fetchPage, () => new Date());
        if (changed.length > 0) tell({ storeId, changed: before.complete ? changed : null });
        const news = [
          await syncPriceLists(db, storeId, fetchPriceLists),
          await syncPromotions(db, storeId, fetchPromotions),
          await syncCategories(db, storeId, fetchCategories),
          (await priceBookState(db, storeId)).version !== before.version,
        ];
        if (news.includes(true)) tell({ storeId, offers: true });
      })
      // Without an answer the device goes on with the prices it has; the next round asks again.
      .catch(() => undefined);
  const poll = () => {
    if (document.visibilityState === 'visible') void sync();
  };
  let asking = false;
  const watch = async () => {
    if (asking || document.visibilityState !== 'visible' || !navigator.onLine) return;
    asking = true;
    try {
      const { version } = await fetchVersion(storeId);
      if (version > (await priceBookState(db, storeId)).version) await sync();
    } catch {
      // Without an answer the device goes on with what it has.
    } finally {
      asking = false;
    }
  };
  void sync();
  const timers = [setInterval(() => void watch(), WATCH_MS), setInterval(poll, POLL_MS)];
  window.addEventListener('online', poll, { signal: stop.signal });
  document.addEventListener('visibilitychange', poll, { signal: stop.signal });
  return () => {
    stop.abort();
    timers.forEach(clearInterval);
    channel.close();
  };
}

/** Calls back with the products that changed, or null when the whole book is new. */
export function onPriceBookChange(
  storeId: string,
  changed: (productIds: readonly string[] | null) => void,
): () => void {
  return listen((news) => {
    if (news.storeId === storeId && 'changed' in news) changed(news.changed);
  });
}

/** Calls back when anything that the store's goods are priced with changed. */
export function onOffersChange(storeId: string, changed: () => void): () => void {
  return listen((news) => {
    if (news.storeId === storeId && 'offers' in news) changed();
  });
}

function listen(hear: (news: News) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<News>) => hear(data);
  return () => channel.close();
}
