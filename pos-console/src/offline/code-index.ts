import { inOrder, placeOf } from './word-index';

interface Coded<E> {
  readonly code: string;
  readonly entry: E;
}

const codeOf = (coded: Coded<unknown>) => coded.code;

/** Entries by their codes, in order; what is gone is passed over. */
export class CodeIndex<E extends { readonly gone: boolean }> {
  private readonly codes: Coded<E>[] = [];
  private sorted = true;

  add(code: string, entry: E): void {
    this.codes.push({ code, entry });
    this.sorted = false;
  }

  /** Puts what was added in order; whoever asks first would wait for it. */
  arrange(): void {
    if (!this.sorted) this.codes.sort((a, b) => inOrder(a.code, b.code));
    this.sorted = true;
  }

  exactly(code: string): E[] {
    return this.from(code, Infinity, (found) => found === code);
  }

  /** At most so many whose code begins so, by code. */
  beginning(typed: string, most: number): E[] {
    return this.from(typed, most, (code) => code.startsWith(typed));
  }

  private from(typed: string, most: number, fits: (code: string) => boolean): E[] {
    this.arrange();
    const found: E[] = [];
    for (let at = placeOf(this.codes, typed, codeOf); found.length < most; at++) {
      const coded = this.codes[at];
      if (!coded || !fits(coded.code)) return found;
      if (!coded.entry.gone) found.push(coded.entry);
    }
    return found;
  }
}
