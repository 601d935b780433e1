import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SearchIndex, type Findable } from './search-index';

interface Query {
  readonly typed: string;
  readonly finds: readonly string[];
  readonly andNothingElse?: boolean;
  readonly rule?: string;
}

interface ListedProduct {
  readonly sku: string;
  readonly name: string;
  readonly brand: string | null;
  readonly category: string;
  readonly barcodes: readonly string[];
}

const read = (file: string) =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../../contracts/search/${file}`, import.meta.url)), 'utf8'),
  ) as { readonly products?: readonly ListedProduct[]; readonly queries: readonly Query[] };

/** Ids are what the list names products by. */
function check(index: SearchIndex, queries: readonly Query[]) {
  for (const { typed, finds, andNothingElse, rule } of queries) {
    const found = index.find(typed, 500);
    const rest = finds.length > 0 && andNothingElse !== true;
    expect.soft(rest ? found.slice(0, finds.length) : found, `${typed}: ${rule ?? ''}`).toEqual(finds);
  }
}

describe('what the catalog finds, the till finds', () => {
  const list = read('queries.json');
  const products = (list.products ?? []).map((product): Findable => ({
    ...product,
    productId: product.sku,
    barcodes: product.barcodes.map((code) => ({ code })),
  }));

  it('by the list of queries', () => {
    const index = new SearchIndex();
    index.put(products);
    check(index, list.queries);
  });

  it('also when products were renamed, taken off and put back', () => {
    const index = new SearchIndex();
    index.put(products.map((product) => ({ ...product, name: 'Zartquark', brand: 'Ostrel', barcodes: [] })));
    for (const { productId } of products.slice(5)) index.remove(productId);
    index.put(products);
    check(index, list.queries);
  });

  const file = process.env.OPEN_FOOD_FACTS ?? '';
  it.skipIf(!existsSync(file))('among real products (OPEN_FOOD_FACTS names the file products.csv)', () => {
    const index = new SearchIndex();
    index.put(openFoodFacts(readFileSync(file, 'utf8')));
    check(index, read('open-food-facts-queries.json').queries);
  });
});

/** As the import takes them in. */
function openFoodFacts(csv: string): Findable[] {
  const rows = [...csv.matchAll(/(?:^|\n)((?:"(?:[^"]|"")*"|[^\n"])*)/g)].map(([, row = '']) =>
    [...`${row},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
  return rows.slice(1).flatMap(([code = '', name = '', brand = '', categories = '']) => {
    if (name.trim() === '') return [];
    const tag =
      categories
        .split(/[\s,]+/)[0]
        ?.slice('en:'.length)
        .replaceAll('-', ' ') ?? '';
    const category = tag === '' ? null : tag.charAt(0).toUpperCase() + tag.slice(1);
    return [{ productId: code, sku: code, name, brand, category, barcodes: [{ code }] }];
  });
}
