import { spellingsOf } from '@/domain/barcode';
import { saysEnough, searchText, wordsOf } from '@/domain/search-text';
import { forgivenIn } from '@/domain/typing-errors';
import type { PriceBookItem } from '@/shared/http/shapes';
import { CodeIndex } from './code-index';
import { inOrder, WordIndex } from './word-index';

export type Findable = Pick<PriceBookItem, 'productId' | 'sku' | 'name' | 'category'> & {
  /** What a till kept before brands came with the price book has none. */
  readonly brand?: string | null;
  readonly barcodes: readonly { readonly code: string }[];
};

interface Category {
  readonly words: readonly string[];
  readonly entries: Entry[];
}

interface Entry {
  readonly productId: string;
  /** All that can be searched by: the same text means that nothing changed. */
  readonly text: string;
  readonly sku: string;
  readonly name: string;
  readonly nameWords: readonly string[];
  /** Of name and brand. */
  readonly words: readonly string[];
  readonly category: Category | null;
  gone: boolean;
  /** The question for which it was last considered. */
  considered: number;
}

/** What may stand in an entry for one typed word: these words, each at its cost, or these categories. */
interface Reach {
  readonly words: ReadonlyMap<string, number>;
  readonly categories: ReadonlySet<Category>;
}

const MOST_WORDS = 10;
const SHORTEST_CODE = 4;
const NONE: ReadonlySet<Category> = new Set();

const byName = (a: Entry, b: Entry) => inOrder(a.name, b.name) || inOrder(a.sku, b.sku);

/** Finds products by what people type, best first, by the rules of docs/architecture/search.md. */
export class SearchIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly words = new WordIndex<Entry>();
  private readonly skus = new CodeIndex<Entry>();
  private readonly barcodes = new CodeIndex<Entry>();
  private readonly names = new CodeIndex<Entry>();
  private readonly categories = new Map<string, Category>();
  private readonly brandWords = new Map<string, readonly string[]>();
  private questions = 0;

  put(items: readonly Findable[]): void {
    for (const item of items) {
      const { productId, sku, brand, category } = item;
      const codes = item.barcodes.map((barcode) => barcode.code);
      const text = [sku, item.name, brand ?? '', category ?? '', ...codes].join('\n');
      if (this.entries.get(productId)?.text === text) continue;
      this.remove(productId);
      const name = searchText(item.name);
      const nameWords = wordsOf(name);
      const words = [...new Set([...nameWords, ...this.wordsOfBrand(brand ?? '')])];
      const place = category ? this.categoryOf(category) : null;
      const entry: Entry = {
        ...{ productId, text, sku: sku.toLowerCase(), name, nameWords, words, category: place },
        ...{ gone: false, considered: 0 },
      };
      this.entries.set(productId, entry);
      place?.entries.push(entry);
      for (const word of words) this.words.add(word, entry);
      this.skus.add(entry.sku, entry);
      this.names.add(`${name}\n${entry.sku}`, entry);
      for (const code of codes) this.barcodes.add(code, entry);
    }
  }

  remove(productId: string): void {
    const entry = this.entries.get(productId);
    // It stays where it is listed and is passed over: names change too rarely to tidy up after them.
    if (entry) entry.gone = true;
    this.entries.delete(productId);
  }

  /** Gets ready for questions after many were put. */
  arrange(): void {
    for (const index of [this.words, this.skus, this.barcodes, this.names]) index.arrange();
  }

  find(text: string, most: number): string[] {
    const code = text.trim();
    const words = wordsOf(searchText(text)).slice(0, MOST_WORDS);
    const found = new Set<Entry>();
    for (const rule of this.rules(code, words)) {
      if (found.size >= most) break;
      for (const entry of rule(most)) found.add(entry);
    }
    if (found.size === 0 && words.some((word) => forgivenIn(word) > 0))
      for (const entry of this.despiteTypingErrors(words, most)) found.add(entry);
    return [...found].slice(0, most).map((entry) => entry.productId);
  }

  private rules(code: string, words: readonly string[]): ((most: number) => readonly Entry[])[] {
    if (code === '') return [];
    const sku = code.toLowerCase();
    const codes = [
      () => spellingsOf(code).flatMap((spelling) => this.barcodes.exactly(spelling)),
      () => this.skus.exactly(sku),
      (most: number) => this.skus.beginning(sku, most),
      (most: number) => (code.length < SHORTEST_CODE ? [] : this.barcodes.beginning(code, most)),
    ];
    if (words.length === 0) return codes;
    const named = [
      ...codes,
      (most: number) => this.names.beginning(words.join(' '), most),
      (most: number) => this.byWholeWords(words, most),
    ];
    // A letter or two begin too many words to mean any.
    if (!words.some(saysEnough)) return named;
    return [
      ...named,
      (most) => this.byWords(words, most),
      (most) => this.byWordsAndCategories(words, most),
      (most) => this.insideWords(words, most),
    ];
  }

  private byWholeWords(words: readonly string[], most: number): Entry[] {
    const reaches = words.map((word) => this.reachOf([word]));
    return this.best(reaches, most, ({ nameWords }) =>
      words.every((word) => nameWords.includes(word)) ? 0 : Infinity,
    );
  }

  /** Beginnings of words of the name, then of those of the brand as well. */
  private byWords(words: readonly string[], most: number): Entry[] {
    const reaches = words.map((word) => this.reachOf(this.words.beginning(word)));
    return this.best(reaches, most, ({ nameWords }) =>
      words.every((word) => nameWords.some((known) => known.startsWith(word))) ? 0 : 1,
    );
  }

  private byWordsAndCategories(words: readonly string[], most: number): Entry[] {
    const reaches = words.map((word) => {
      const categories = [...this.categories.values()].filter((category) =>
        category.words.some((known) => known.startsWith(word)),
      );
      return this.reachOf(this.words.beginning(word), new Set(categories));
    });
    return reaches.some(({ categories }) => categories.size > 0) ? this.best(reaches, most, () => 0) : [];
  }

  private insideWords(words: readonly string[], most: number): Entry[] {
    const reaches = words.map((word) =>
      this.reachOf(saysEnough(word) ? this.words.withPart(word) : this.words.beginning(word)),
    );
    return this.best(reaches, most, () => 0);
  }

  private despiteTypingErrors(words: readonly string[], most: number): Entry[] {
    const reaches = words.map((word) =>
      forgivenIn(word) > 0
        ? { words: this.words.meantBy(word), categories: NONE }
        : this.reachOf(this.words.beginning(word)),
    );
    return this.best(reaches, most, (entry) =>
      reaches.reduce((cost, reach) => cost + cheapest(reach, entry), 0),
    );
  }

  private reachOf(words: readonly string[], categories: ReadonlySet<Category> = NONE): Reach {
    return { words: new Map(words.map((word) => [word, 0])), categories };
  }

  /** The entries that every reach touches, the lowest rank first, of equals the one whose name comes first. */
  private best(reaches: readonly Reach[], most: number, rankOf: (entry: Entry) => number): Entry[] {
    const sizes = reaches.map((reach) => this.sizeOf(reach));
    const narrowest = reaches[sizes.indexOf(Math.min(...sizes))];
    if (!narrowest) return [];
    const others = reaches.filter((reach) => reach !== narrowest);
    const best: { readonly entry: Entry; readonly rank: number }[] = [];
    const question = ++this.questions;
    const consider = (entry: Entry) => {
      if (entry.gone || entry.considered === question) return;
      entry.considered = question;
      if (!others.every((reach) => touches(reach, entry))) return;
      const rank = rankOf(entry);
      if (rank === Infinity) return;
      const before = (a: { readonly entry: Entry; readonly rank: number }) =>
        a.rank < rank || (a.rank === rank && byName(a.entry, entry) <= 0);
      const worst = best.at(-1);
      if (best.length === most && worst && before(worst)) return;
      let place = best.length;
      while (place > 0 && !before(best[place - 1] as (typeof best)[number])) place--;
      best.splice(place, 0, { entry, rank });
      if (best.length > most) best.pop();
    };
    for (const word of narrowest.words.keys()) this.words.with(word).forEach(consider);
    for (const category of narrowest.categories) category.entries.forEach(consider);
    return best.map(({ entry }) => entry);
  }

  private sizeOf(reach: Reach): number {
    let size = 0;
    for (const word of reach.words.keys()) size += this.words.with(word).length;
    for (const category of reach.categories) size += category.entries.length;
    return size;
  }

  private wordsOfBrand(brand: string): readonly string[] {
    const known = this.brandWords.get(brand) ?? wordsOf(searchText(brand));
    this.brandWords.set(brand, known);
    return known;
  }

  private categoryOf(path: string): Category {
    const known = this.categories.get(path);
    if (known) return known;
    const category = { words: wordsOf(searchText(path)), entries: [] };
    this.categories.set(path, category);
    return category;
  }
}

function touches(reach: Reach, entry: Entry): boolean {
  if (entry.category && reach.categories.has(entry.category)) return true;
  return entry.words.some((word) => reach.words.has(word));
}

function cheapest(reach: Reach, entry: Entry): number {
  return Math.min(...entry.words.map((word) => reach.words.get(word) ?? Infinity));
}
