import { isGtin } from '@/domain/barcode';
import type { BasketLine } from '@/domain/basket';
import { isGs1, type Batch } from '@/domain/gs1';
import type { Scanned } from '@/domain/scanned';
import { batchTyped, LONGEST_NUMBER } from '@/domain/telling-apart';
import { findByCode } from '@/offline/price-book';
import type { DeskParts, TillStore } from './till-store';

/** While the till asks which lot or piece a line is, whatever is typed or scanned may be the answer. */
export class TellingApart {
  private readonly parts: DeskParts;
  private readonly store: TillStore;
  private readonly sell: (goods: Scanned) => void;

  constructor(parts: DeskParts, store: TillStore, sell: (goods: Scanned) => void) {
    this.parts = parts;
    this.store = store;
    this.sell = sell;
  }

  /** Whether it is asked now. */
  asks(): boolean {
    return this.line() !== null;
  }

  /** Takes a code as the answer; one that is plainly goods is rung up, and the question stays. */
  async answer(code: string): Promise<void> {
    const line = this.line();
    if (!line) return;
    const found =
      isGs1(code) || isGtin(code) ? await findByCode(this.parts.db, this.parts.device.store, code) : null;
    if (found && 'product' in found) this.answerWithGoods(line, found);
    else if (code.length > LONGEST_NUMBER)
      this.store.say({ kind: 'misread', code: code.slice(0, LONGEST_NUMBER), at: this.store.time() });
    else this.tell(line, batchTyped(line, code));
  }

  private answerWithGoods(line: BasketLine, goods: Scanned): void {
    const { product, batch } = goods;
    const said = line.tracking === 'SERIAL' ? batch?.serial : batch?.lot;
    if (!batch || !said || product.productId !== line.productId) this.sell(goods);
    else if (batch.expiry && batch.expiry < this.store.minute().slice(0, 10))
      this.store.say({ kind: 'expired', name: line.name, expiry: batch.expiry, at: this.store.time() });
    else this.tell(line, batch);
  }

  /** The lot of the same goods that was told last: most often it is that one again. */
  static lastLot(lines: readonly BasketLine[], of: BasketLine): string | null {
    if (of.tracking !== 'LOT') return null;
    const told = lines.findLast(
      ({ key, productId, pack }) => key !== of.key && productId === of.productId && pack?.batch?.lot,
    );
    return told?.pack?.batch?.lot ?? null;
  }

  private tell(line: BasketLine, batch: Batch): void {
    const { basket } = this.store.snapshot();
    this.store.do({ type: 'tell-apart', key: line.key, batch, at: this.store.time() });
    if (this.store.snapshot().basket === basket) this.parts.sounds.refused();
    else this.parts.sounds.added();
  }

  private line(): BasketLine | null {
    const { pane, basket } = this.store.snapshot();
    return pane.name === 'batch' ? (basket.lines.find(({ key }) => key === pane.key) ?? null) : null;
  }
}
