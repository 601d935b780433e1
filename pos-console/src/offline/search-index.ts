import MiniSearch from 'minisearch';
import type { PriceBookItem } from '@/shared/http/shapes';

type Findable = Pick<PriceBookItem, 'productId' | 'sku' | 'name' | 'category' | 'barcodes'>;
type Indexed = Omit<Findable, 'barcodes'> & { codes: string };

const FUZZY_FROM_LENGTH = 4;

/** Letters without their accents, so that `creme` finds `Crème`. */
const folded = (term: string) =>
  term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');

/** Finds products by beginnings of words, codes and slightly wrong spellings; better matches first. */
export class SearchIndex {
  private readonly index = new MiniSearch<Indexed>({
    idField: 'productId',
    fields: ['name', 'sku', 'codes', 'category'],
    processTerm: folded,
    searchOptions: {
      prefix: true,
      combineWith: 'AND',
      fuzzy: (term) => (term.length >= FUZZY_FROM_LENGTH && !/\d/.test(term) ? 0.2 : false),
      boost: { name: 3, sku: 2 },
    },
  });

  put(items: readonly Findable[]): void {
    for (const item of items) {
      const document = {
        productId: item.productId,
        sku: item.sku,
        name: item.name,
        category: item.category,
        codes: item.barcodes.map((barcode) => barcode.code).join(' '),
      };
      if (this.index.has(item.productId)) this.index.replace(document);
      else this.index.add(document);
    }
  }

  remove(productId: string): void {
    if (this.index.has(productId)) this.index.discard(productId);
  }

  find(text: string, most: number): string[] {
    return this.index
      .search(text)
      .slice(0, most)
      .map((hit) => hit.id as string);
  }
}
