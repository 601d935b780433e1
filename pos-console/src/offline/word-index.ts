import { countOf, forgivenIn, lettersOf, typingCost } from '@/domain/typing-errors';

const MOST_WORDS = 200;

/** Compares as the server does: by the letters' numbers, whatever the language. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first place in a sorted list whose value is not before the wanted one. */
export function placeOf<T>(sorted: readonly T[], wanted: string, value: (item: T) => string): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (value(sorted[middle] as T) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

const itself = (word: string) => word;

/** Which entries hold a word, and which words there are. */
export class WordIndex<E> {
  private readonly entries = new Map<string, E[]>();
  private readonly words: string[] = [];
  /** Of each of the words, once they are sorted. */
  private letters = new Int32Array();
  private sorted = true;

  add(word: string, entry: E): void {
    const known = this.entries.get(word);
    if (known) known.push(entry);
    else {
      this.entries.set(word, [entry]);
      this.words.push(word);
      this.sorted = false;
    }
  }

  with(word: string): readonly E[] {
    return this.entries.get(word) ?? [];
  }

  beginning(typed: string): string[] {
    const words = this.vocabulary();
    const from = placeOf(words, typed, itself);
    let to = from;
    while (words[to]?.startsWith(typed)) to++;
    return words.slice(from, to);
  }

  withPart(typed: string): string[] {
    return this.vocabulary()
      .filter((word) => word.includes(typed))
      .slice(0, MOST_WORDS);
  }

  /** The words that somebody may have meant who made typing errors, with what each would cost, the nearest first. */
  meantBy(typed: string): Map<string, number> {
    const meant: [string, number][] = [];
    const [letters, forgiven] = [lettersOf(typed), forgivenIn(typed)];
    const words = this.vocabulary();
    for (let at = 0; at < words.length; at++) {
      // Every letter that a word does not have at all is an error of its own: most words need no closer look.
      if (countOf(letters & ~(this.letters[at] ?? 0)) > forgiven) continue;
      const word = words[at] ?? '';
      const cost = typingCost(typed, word);
      if (cost !== Infinity) meant.push([word, cost]);
    }
    return new Map(meant.sort(([, a], [, b]) => a - b).slice(0, MOST_WORDS));
  }

  /** Puts what was added in order; whoever asks first would wait for it. */
  arrange(): void {
    if (this.sorted) return;
    this.words.sort();
    this.letters = Int32Array.from(this.words, lettersOf);
    this.sorted = true;
  }

  private vocabulary(): readonly string[] {
    this.arrange();
    return this.words;
  }
}
