import type { Quantity } from '@/domain/decimal';
import type { Scanned } from '@/domain/scanned';
import { isUnweighed, readWeight, weighed } from '@/domain/weighing';
import type { DeskParts, TillStore } from '../till-store';

/** While the till asks what goods weigh, a number that is typed is the answer, and a code still rings up other goods. */
export class Weighing {
  private readonly parts: DeskParts;
  private readonly store: TillStore;

  constructor(parts: DeskParts, store: TillStore) {
    this.parts = parts;
    this.store = store;
  }

  /** What is to be weighed now. */
  asked(): Scanned | null {
    const { pane } = this.store.snapshot();
    return pane.name === 'weigh' ? pane.goods : null;
  }

  /** Asks for the weight of goods that need one; false for all others, and while somebody is asked for an approval. */
  ask(goods: Scanned): boolean {
    const { keyed, pane } = this.store.snapshot();
    if (keyed !== null || pane.name === 'approval' || !isUnweighed(goods)) return false;
    this.store.do({ type: 'pane', pane: { name: 'weigh', goods } });
    return true;
  }

  /** Asks again, after other goods were rung up in between. */
  askAgain(goods: Scanned): void {
    if (this.store.snapshot().pane.name === 'selling') this.ask(goods);
  }

  /** Takes what was typed as the weight; false when it is none. */
  takesTyped(text: string): boolean {
    const weight = readWeight(text);
    if (weight !== null) this.take(weight);
    return weight !== null;
  }

  /** They weigh that much. */
  take(weight: Quantity): void {
    const goods = this.asked();
    if (!goods) return;
    const { basket } = this.store.snapshot();
    this.store.do({ type: 'add', goods: weighed(goods, weight), times: null, at: this.store.time() });
    if (this.store.snapshot().basket === basket) this.parts.sounds.refused();
    else this.parts.sounds.added();
  }
}
