import { codesInBurst, isGtin, isMisread } from '@/domain/barcode';
import { isGs1 } from '@/domain/gs1';
import { parseQuantity, parseTyped } from '@/domain/decimal';
import { couponNamed } from '@/domain/offers';
import type { Product } from '@/domain/product';
import { plainly, type Scanned } from '@/domain/scanned';
import { isReceiptCode } from '@/domain/receipt-code/digits';
import { isReceiptLabel } from '@/domain/receipt-number';
import { findByCode, priceBookState, type ScanFault } from '@/offline/price-book';
import type { Paying } from './paying';
import type { TaskQueue } from './task-queue';
import { listPriceOf } from './till-sums';
import { Weighing } from './scale/weighing';
import { TellingApart } from './telling-apart';
import type { DeskParts, TillStore } from './till-store';

/** Where keys go: to the search field, or while paying to the amount given. */
export type Field = 'search' | 'given';

/** `3*`, also glued to what follows by a fast hand. */
const MULTIPLIER = /^(\d{1,4}(?:[.,]\d{1,3})?)\*/;
/** A burst this long in the amount field is a code; shorter digits are an amount unless the code is known. */
const SURELY_A_CODE = 8;
const AMOUNT = /^[\d.,]+$/;

/** What is scanned and typed: finds the goods behind it, and gives back what turns out to be something else. */
export class CodeEntry {
  private readonly parts: DeskParts;
  private readonly store: TillStore;
  private readonly queue: TaskQueue;
  private readonly paying: Paying;
  private readonly telling: TellingApart;
  /** What goods weigh that have no label. */
  readonly weighing: Weighing;

  constructor(parts: DeskParts, store: TillStore, queue: TaskQueue, paying: Paying) {
    this.parts = parts;
    this.store = store;
    this.queue = queue;
    this.paying = paying;
    this.weighing = new Weighing(parts, store);
    this.telling = new TellingApart(parts, store, (goods) => this.addInDate(goods));
  }

  /** What was found by looking for it rather than by a code: of a family the variant is still to be asked for. */
  choose(product: Product): void {
    const { variant } = product;
    if (!variant) return this.add(plainly(product));
    const { familyId, family } = variant;
    this.store.do({ type: 'pane', pane: { name: 'variants', familyId, family } });
  }

  /** Puts goods in the basket; after a paid sale that starts the next one by itself. */
  add(goods: Scanned): void {
    const { keyed, basket, ...state } = this.store.snapshot();
    if (goods.price === null && listPriceOf(state, goods.product) === null) {
      this.store.say({ kind: 'no-price', name: goods.product.name, at: this.store.time() });
      return;
    }
    if (this.weighing.ask(goods)) return;
    this.store.do({ type: 'add', goods, times: keyed, at: this.store.time() });
    if (this.store.snapshot().basket === basket) this.parts.sounds.refused();
    else this.parts.sounds.added();
  }

  /**
   * A burst of keys ended by a terminator: one scan, several, or after all something typed into `field`. `before` stood in
   * the field already: typed by hand, or the beginning of the same code when the device was too busy to keep the rhythm.
   */
  burst(text: string, field: Field, before: string): void {
    if (this.store.snapshot().pane.name === 'card')
      this.store.say({ kind: 'card-running', at: this.store.time() }, false);
    this.queue.add(async () => {
      if (this.telling.asks()) return this.telling.answer(before + text);
      const unweighed = this.weighing.asked();
      if (unweighed && this.weighing.takesTyped(before + text)) return;
      await this.read(text, field, before);
      if (unweighed) this.weighing.askAgain(unweighed);
    });
  }

  private async read(text: string, field: Field, before: string): Promise<void> {
    // So many digits may be read with a pause among them: what came before the pause stands in the field.
    const receipt = [before + text, text].find(isReceiptCode);
    if (receipt !== undefined) {
      this.takeReceipt(receipt);
      return;
    }
    const multiplier = field === 'search' ? MULTIPLIER.exec(text) : null;
    if (multiplier) this.key(multiplier[1] ?? '');
    const read = multiplier ? text.slice(multiplier[0].length) : text;
    const unknown: string[] = [];
    for (const code of isGs1(read) ? [read] : codesInBurst(read))
      if (!(await this.lookUp(code))) unknown.push(code);
    if (unknown.length === 0) {
      this.giveBack(before, field);
      return;
    }
    const whole = before + read;
    if (before !== '' && (await this.lookUp(whole))) return;
    const typed = field === 'given' ? AMOUNT.test(whole) && whole.length < SURELY_A_CODE : !/\d/.test(whole);
    if (!typed) {
      for (const code of unknown) await this.unknown(before + code);
      return;
    }
    this.giveBack(whole, field);
    if (field === 'given') this.queue.add(() => this.paying.confirm());
    else this.confirm(null);
  }

  /**
   * What was typed into the search field, by hand, and confirmed. `best` is the result that was highlighted. The text is
   * taken at once, so that what is typed next never mixes with it, and given back when nothing is found.
   */
  confirm(best: Product | null): void {
    const text = this.store.snapshot().text.trim();
    this.store.do({ type: 'text', text: '' });
    this.queue.add(async () => {
      if (this.telling.asks()) return this.tellApart(text);
      if (this.weighing.asked() && !isGtin(text)) return this.weigh(text);
      if (text === '') return this.confirmEmpty();
      const multiplier = MULTIPLIER.exec(text);
      if (multiplier) this.key(multiplier[1] ?? '');
      const code = multiplier ? text.slice(multiplier[0].length) : text;
      if (code === '' || (await this.lookUp(code, 'search'))) return;
      const match = best ?? (await this.parts.bestMatch(code));
      if (match) this.choose(match);
      else {
        await this.unknown(code);
        this.giveBack(code, 'search');
      }
    });
  }

  /** `*` after digits: they are the quantity of what comes next. False when there are no such digits. */
  star(): boolean {
    const { text } = this.store.snapshot();
    if (this.telling.asks() || this.weighing.asked()) return false;
    const match = MULTIPLIER.exec(`${text}*`);
    if (!match || match[0].length !== text.length + 1) return false;
    this.store.do({ type: 'text', text: '' });
    this.queue.add(() => this.key(match[1] ?? ''));
    return true;
  }

  /** Says which lot or piece it is that the till asks about; nothing typed says nothing. */
  async tellApart(number: string): Promise<void> {
    if (number === '') this.parts.sounds.refused();
    else await this.telling.answer(number);
  }

  private weigh(text: string): void {
    if (this.weighing.takesTyped(text)) return;
    this.store.tell('not-a-weight');
    this.giveBack(text, 'search');
  }

  private confirmEmpty(): void {
    const { keyed, basket } = this.store.snapshot();
    if (keyed !== null && basket.selected !== null) {
      this.store.do({
        type: 'set-quantity',
        key: basket.selected,
        quantity: keyed,
        at: this.store.time(),
      });
      this.store.do({ type: 'keyed', quantity: null });
    } else this.paying.start();
  }

  private key(digits: string): void {
    const quantity = parseQuantity(parseTyped(digits, 3) ?? '');
    if (quantity !== null && quantity > 0n) this.store.do({ type: 'keyed', quantity });
  }

  /** Sells what a code stands for; one that cannot be sold is given back to the field it was typed into. */
  private async lookUp(code: string, typedInto: Field | null = null): Promise<boolean> {
    const found = await findByCode(this.parts.db, this.parts.device.store, code);
    if (found && 'product' in found) this.addInDate(found);
    else if (found) {
      this.unsold(code, found.fault);
      if (typedInto) this.giveBack(code, typedInto);
    }
    return found !== null || this.takeCoupon(code);
  }

  /** What may no longer be used is not sold by its code; a person can still sell it by its number. */
  private addInDate(goods: Scanned): void {
    const expiry = goods.batch?.expiry;
    if (expiry && expiry < this.store.minute().slice(0, 10))
      this.store.say({ kind: 'expired', name: goods.product.name, expiry, at: this.store.time() });
    else this.add(goods);
  }

  private takeCoupon(typed: string): boolean {
    const code = couponNamed(this.store.snapshot().latest, typed);
    if (code === null) return false;
    const { basket } = this.store.snapshot();
    this.store.do({ type: 'coupon', code, at: this.store.time() });
    if (this.store.snapshot().basket === basket) this.parts.sounds.refused();
    else {
      this.parts.sounds.added();
      void this.askWhetherUsedUp(code);
    }
    return true;
  }

  /** The sale goes on meanwhile; once it is being paid the coupon holds, and the server tells who gave it too often. */
  private async askWhetherUsedUp(code: string): Promise<void> {
    const { saleId } = this.store.snapshot();
    const left = await this.parts.couponLeft(code);
    const { saleId: now, pane } = this.store.snapshot();
    if (left !== 0 || now !== saleId || pane.name === 'paying' || pane.name === 'card') return;
    this.store.do({ type: 'uncoupon', code });
    this.store.say({ kind: 'coupon-used-up', code, at: this.store.time() });
  }

  /** While goods come back it may be the second code of one receipt. */
  private takeReceipt(code: string): void {
    const { name } = this.store.snapshot().pane;
    if (name === 'selling' || name === 'paid' || name === 'returning')
      this.store.do({ type: 'pane', pane: { name: 'returning', find: code } });
    else this.unsold(`${code.slice(0, 12)}…`, 'unknown-code');
  }

  private async unknown(code: string): Promise<void> {
    const { pane } = this.store.snapshot();
    // A customer hands over a receipt: something is to come back.
    if (isReceiptLabel(code) && (pane.name === 'selling' || pane.name === 'paid')) {
      this.store.do({ type: 'pane', pane: { name: 'returning', find: code } });
      return;
    }
    const { complete } = await priceBookState(this.parts.db, this.parts.device.store.id);
    this.unsold(code, isMisread(code) ? 'misread' : complete ? 'unknown-code' : 'goods-loading');
  }

  private unsold(code: string, kind: 'unknown-code' | 'goods-loading' | ScanFault): void {
    this.store.say({ kind, code, at: this.store.time() });
  }

  /** Puts back what was taken out of a field, before whatever was typed since. */
  private giveBack(text: string, field: Field): void {
    if (text === '') return;
    const { text: searched, pane } = this.store.snapshot();
    if (field === 'search') this.store.do({ type: 'text', text: text + searched });
    else if (pane.name === 'paying') this.store.do({ type: 'given', given: text + pane.given });
  }
}
