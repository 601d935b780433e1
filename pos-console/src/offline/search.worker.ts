import { database } from './database';
import { SearchIndex } from './search-index';
import type { SearchAnswer, SearchRequest } from './search';

const BATCH = 5_000;

let index = new SearchIndex();
let ready: Promise<void> = Promise.resolve();

async function load(storeId: string): Promise<void> {
  index = new SearchIndex();
  let after: [string, string] = [storeId, ''];
  for (;;) {
    const batch = await database.products
      .where('[storeId+productId]')
      .between(after, [storeId, '\uffff'], false, true)
      .limit(BATCH)
      .toArray();
    index.put(batch);
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) {
      index.arrange();
      return;
    }
    after = [storeId, last.productId];
  }
}

async function refresh(storeId: string, productIds: readonly string[]): Promise<void> {
  const stored = await database.products.bulkGet(productIds.map((id) => [storeId, id]));
  stored.forEach((product, at) => {
    const id = productIds[at];
    if (product) index.put([product]);
    else if (id) index.remove(id);
  });
}

self.onmessage = ({ data }: MessageEvent<SearchRequest>) => {
  if (data.type === 'load') ready = load(data.storeId);
  else if (data.type === 'refresh') ready = ready.then(() => refresh(data.storeId, data.productIds));
  else {
    void ready.then(async () => {
      const found = await database.products.bulkGet(
        index.find(data.text, data.most).map((id) => [data.storeId, id]),
      );
      const answer: SearchAnswer = {
        id: data.id,
        products: found.filter((product) => product !== undefined),
      };
      self.postMessage(answer);
    });
  }
};
