import { codesInBurst } from '@/domain/barcode';
import { scannedQuantity, type BasketLine } from '@/domain/basket';
import { businessDate } from '@/domain/business-date';
import {
  amount,
  amountText,
  negated,
  ONE,
  parseAmount,
  parseQuantity,
  parseTyped,
  type Amount,
  type Quantity,
} from '@/domain/decimal';
import type { Product } from '@/domain/product';
import { changeFor, fixSale } from '@/domain/sale';
import { uuidV7 } from '@/domain/uuid';
import type { CardPayment, ConsoleDatabase, StoredTillSession } from '@/offline/database';
import { findByCode } from '@/offline/price-book';
import { keepSale } from '@/offline/sale-journal';
import type { Device } from '@/offline/till-device';
import type { Customer } from '@/shared/http/shapes';
import { moveOnce, type CardMovement, type CardTerminal } from './card-payment';
import type { Sounds } from './sounds';
import {
  dueOf,
  freshState,
  pricedOf,
  resumedState,
  tillReducer,
  type Method,
  type Notice,
  type TillAction,
  type TillState,
} from './till-state';

export interface DeskParts {
  readonly db: ConsoleDatabase;
  readonly device: Device;
  readonly session: StoredTillSession;
  readonly cashierName: string;
  readonly terminal: CardTerminal;
  readonly sounds: Sounds;
  /** The first product that a search for these words finds. */
  readonly bestMatch: (text: string) => Promise<Product | null>;
  readonly online: () => boolean;
  readonly now: () => Date;
}

/** Where keys go: to the search field, or while paying to the amount given. */
export type Field = 'search' | 'given';

/** `3*`, also glued to what follows by a fast hand. */
const MULTIPLIER = /^(\d{1,4}(?:[.,]\d{1,3})?)\*/;
/** A burst this long in the amount field is a code; shorter digits are an amount unless the code is known. */
const SURELY_A_CODE = 8;
const AMOUNT = /^[\d.,]+$/;
/** Digits that can only be a code, from a scanner slower than the detector expects. */
const SLOW_CODE = /^\d{8,}$/;

/**
 * Where a cashier works: keeps the sale being rung up, does one thing after another in the order it was asked for, and
 * keeps every step on the device.
 */
export class TillDesk {
  readonly minorDigits: number;
  private readonly parts: DeskParts;
  private state: TillState;
  private readonly listeners = new Set<() => void>();
  private queue: Promise<unknown> = Promise.resolve();
  private saving: Promise<unknown> = Promise.resolve();

  private constructor(parts: DeskParts, state: TillState) {
    this.parts = parts;
    this.minorDigits = state.minorDigits;
    this.state = state;
  }

  /** Opens the desk with the sale that was being rung up when this device last stopped. */
  static async open(parts: DeskParts, minorDigits: number): Promise<TillDesk> {
    const draft = await parts.db.drafts.get(parts.device.till.id);
    const desk = new TillDesk(
      parts,
      draft ? resumedState(draft, minorDigits) : freshState(uuidV7(), minorDigits),
    );
    const pending = draft?.pendingPayment;
    if (pending) desk.enqueue(() => desk.move(pending, true));
    return desk;
  }

  readonly snapshot = (): TillState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Resolves when everything that was asked for is done and kept. */
  async settled(): Promise<void> {
    let queue: Promise<unknown>;
    let saving: Promise<unknown>;
    do {
      ({ queue, saving } = this);
      await queue;
      await saving;
    } while (queue !== this.queue || saving !== this.saving);
  }

  /** Does what was asked for, after everything asked for before it. */
  act(action: TillAction): void {
    this.enqueue(() => this.do(action));
  }

  /** The search field and the amount given follow the keys at once. */
  typed(action: Extract<TillAction, { type: 'text' | 'given' }>): void {
    this.do(action);
  }

  /** Puts goods in the basket; after a paid sale that starts the next one by itself. */
  sell(product: Product, by: Quantity = ONE): void {
    this.enqueue(() => this.add(product, by));
  }

  private do(action: TillAction): void {
    const before = this.state;
    this.state = tillReducer(before, action);
    if (this.state === before) return;
    if (
      before.basket !== this.state.basket ||
      before.tenders !== this.state.tenders ||
      before.customer !== this.state.customer ||
      (before.pane.name === 'card') !== (this.state.pane.name === 'card')
    ) {
      this.keepDraft();
    }
    for (const listener of this.listeners) listener();
  }

  private add(product: Product, by: Quantity = ONE): void {
    this.do({ type: 'add', product, quantity: scannedQuantity(by, this.state.keyed), at: this.time() });
    this.parts.sounds.added();
  }

  /**
   * A burst of keys ended by a terminator: one scan, several, or after all something typed into `field`. `before` stood in
   * the field already: typed by hand, or the beginning of the same code when the device was too busy to keep the rhythm.
   */
  burst(text: string, field: Field, before = ''): void {
    if (this.state.pane.name === 'card') this.say({ kind: 'card-running', at: this.time() }, false);
    this.enqueue(async () => {
      const multiplier = field === 'search' ? MULTIPLIER.exec(text) : null;
      if (multiplier) this.key(multiplier[1] ?? '');
      const read = multiplier ? text.slice(multiplier[0].length) : text;
      const unknown: string[] = [];
      for (const code of codesInBurst(read)) if (!(await this.lookUp(code))) unknown.push(code);
      if (unknown.length === 0) return this.giveBack(before, field);
      const whole = before + read;
      if (before !== '' && (await this.lookUp(whole))) return;
      const typed =
        field === 'given' ? AMOUNT.test(whole) && whole.length < SURELY_A_CODE : !/\d/.test(whole);
      if (!typed) return unknown.forEach((code) => this.unknown(before + code));
      this.giveBack(whole, field);
      if (field === 'given') this.confirmTender();
      else this.confirmSearch(null);
    });
  }

  /**
   * What was typed into the search field, by hand, and confirmed. `best` is the result that was highlighted. The text is
   * taken at once, so that what is typed next never mixes with it, and given back when nothing is found.
   */
  confirmSearch(best: Product | null): void {
    const text = this.state.text.trim();
    this.do({ type: 'text', text: '' });
    this.enqueue(async () => {
      if (text === '') return this.confirmEmpty();
      const multiplier = MULTIPLIER.exec(text);
      if (multiplier) this.key(multiplier[1] ?? '');
      const code = multiplier ? text.slice(multiplier[0].length) : text;
      if (code === '' || (await this.lookUp(code))) return;
      const match = best ?? (await this.parts.bestMatch(code));
      if (match) this.add(match);
      else {
        this.unknown(code);
        this.giveBack(code, 'search');
      }
    });
  }

  private confirmEmpty(): void {
    const { keyed, basket } = this.state;
    if (keyed !== null && basket.selected !== null) {
      this.do({ type: 'set-quantity', key: basket.selected, quantity: keyed });
      this.do({ type: 'keyed', quantity: null });
    } else this.startPaying('CASH');
  }

  /** `*` after digits: they are the quantity of what comes next. False when there are no such digits. */
  star(): boolean {
    const match = MULTIPLIER.exec(`${this.state.text}*`);
    if (!match || match[0].length !== this.state.text.length + 1) return false;
    this.do({ type: 'text', text: '' });
    this.enqueue(() => this.key(match[1] ?? ''));
    return true;
  }

  pay(method: Method = 'CASH'): void {
    this.enqueue(() => this.startPaying(method));
  }

  /** Enter in the paying pane: takes the amount given and completes the sale when it is settled. */
  confirmTender(): void {
    const { pane: now } = this.state;
    if (now.name === 'paying' && SLOW_CODE.test(now.given)) {
      this.do({ type: 'given', given: '' });
      this.burst(now.given, 'given');
      return;
    }
    this.enqueue(async () => {
      const { pane } = this.state;
      if (pane.name !== 'paying') return;
      const due = dueOf(this.state);
      const given = pane.given.trim() === '' ? due : this.typedAmount(pane.given);
      if (given === null || (given <= 0n && due > 0n))
        return this.say({ kind: 'not-an-amount', at: this.time() }, true);
      if (due < 0n && given !== due) return this.say({ kind: 'not-an-amount', at: this.time() }, true);
      if (pane.method === 'CARD' && due !== 0n) return this.payByCard(given, due);
      if (due !== 0n) this.do({ type: 'tender', tender: { type: 'CASH', amount: given, paymentId: null } });
      await this.completeIfSettled();
    });
  }

  attach(customer: Customer | null): void {
    this.act({ type: 'customer', customer });
  }

  /** Goods come back; `boughtWith` is the card payment they were paid with, if one was. */
  takeBack(lines: readonly Omit<BasketLine, 'key'>[], boughtWith: string | null): void {
    this.act({ type: 'take-back', lines, boughtWith });
  }

  /** Escape: one step back, losing nothing. */
  back(): void {
    const { pane, text, keyed, notice } = this.state;
    if (pane.name === 'card') return;
    if (pane.name !== 'selling') this.act({ type: 'pane', pane: { name: 'selling' } });
    else if (text !== '') this.do({ type: 'text', text: '' });
    else if (keyed !== null) this.do({ type: 'keyed', quantity: null });
    else if (notice) this.do({ type: 'notice', notice: null });
  }

  private enqueue(task: () => void | Promise<void>): void {
    this.queue = this.queue.then(task, task);
  }

  private key(digits: string): void {
    const quantity = parseQuantity(parseTyped(digits, 3) ?? '');
    if (quantity !== null && quantity > 0n) this.do({ type: 'keyed', quantity });
  }

  private async lookUp(code: string): Promise<boolean> {
    const found = await findByCode(this.parts.db, this.parts.device.store.id, code);
    if (found) this.add(found.product, found.quantity);
    return found !== null;
  }

  private unknown(code: string): void {
    this.say({ kind: 'unknown-code', code, at: this.time() }, true);
  }

  /** Puts back what was taken out of a field, before whatever was typed since. */
  private giveBack(text: string, field: Field): void {
    if (text === '') return;
    if (field === 'search') this.do({ type: 'text', text: text + this.state.text });
    else if (this.state.pane.name === 'paying')
      this.do({ type: 'given', given: text + this.state.pane.given });
  }

  private startPaying(method: Method): void {
    if (this.state.basket.lines.length === 0 || this.state.pane.name === 'card') return;
    if (this.state.pane.name === 'paying' && this.state.pane.method === method) return;
    this.do({ type: 'pane', pane: { name: 'paying', method, given: '' } });
  }

  private typedAmount(text: string): Amount | null {
    const typed = parseTyped(text, this.minorDigits);
    return typed === null ? null : parseAmount(typed);
  }

  private async payByCard(given: Amount, due: Amount): Promise<void> {
    const refundOf = due < 0n ? this.state.boughtWith : null;
    if (due > 0n && given > due) {
      this.say({ kind: 'card-too-much', at: this.time() }, true);
      return;
    }
    if (due < 0n && refundOf === null) {
      this.say({ kind: 'card-not-theirs', at: this.time() }, true);
      return;
    }
    if (!this.parts.online()) {
      this.say({ kind: 'card-needs-network', at: this.time() }, true);
      return;
    }
    const value = amountText(due < 0n ? negated(given) : given, this.minorDigits);
    const payment = { id: uuidV7(), refundOf, amount: value };
    this.do({ type: 'pane', pane: { name: 'card', payment, asking: false } });
    // The id is on the device before the request leaves it: a crash in between is resolved by asking.
    await this.saving;
    await this.move(payment, false);
  }

  private async move(payment: CardPayment, askFirst: boolean): Promise<void> {
    const outcome = await moveOnce(this.movementOf(payment), {
      askFirst,
      onAsking: () => this.do({ type: 'pane', pane: { name: 'card', payment, asking: true } }),
    });
    if (outcome.settled) {
      const value = amount(payment.amount);
      const tender = payment.refundOf
        ? { type: 'CARD' as const, amount: negated(value), paymentId: payment.refundOf }
        : { type: 'CARD' as const, amount: value, paymentId: payment.id };
      this.do({ type: 'tender', tender });
      this.do({ type: 'pane', pane: { name: 'paying', method: 'CASH', given: '' } });
      await this.completeIfSettled(outcome.maskedCard);
    } else {
      this.do({ type: 'pane', pane: { name: 'paying', method: 'CARD', given: '' } });
      this.say({ kind: 'declined', reason: outcome.reason, at: this.time() }, true);
    }
  }

  private movementOf({ id, refundOf, amount: value }: CardPayment): CardMovement {
    const { terminal, device } = this.parts;
    const request = {
      amount: { amount: value, currency: device.store.currency },
      storeId: device.store.id,
      tillId: device.till.id,
      saleId: this.state.saleId,
    };
    return refundOf
      ? { put: () => terminal.refund(refundOf, id, request), ask: () => terminal.askRefund(refundOf, id) }
      : { put: () => terminal.charge(id, request), ask: () => terminal.askPayment(id) };
  }

  private async completeIfSettled(cardDetails: string | null = null): Promise<void> {
    const priced = pricedOf(this.state);
    const due = dueOf(this.state);
    if (due > 0n) {
      this.do({ type: 'given', given: '' });
      return;
    }
    if (changeFor(priced.total, this.state.tenders) === null) {
      this.say({ kind: 'overpaid', at: this.time() }, true);
      return;
    }
    const { store, till } = this.parts.device;
    const now = this.parts.now();
    // Drafts still on their way must not be written behind the sale they became.
    await this.saving;
    try {
      const sale = await keepSale(this.parts.db, {
        id: this.state.saleId,
        cashierName: this.parts.cashierName,
        customerName: this.state.customer?.name ?? null,
        cardDetails,
        document: fixSale(priced, this.state.tenders, {
          storeId: store.id,
          tillId: till.id,
          tillSessionId: this.parts.session.id,
          currency: store.currency,
          minorDigits: this.minorDigits,
          customerId: this.state.customer?.id ?? null,
          occurredAt: now.toISOString(),
          businessDate: businessDate(now, store.timeZone, store.businessDayStartsAt),
        }),
      });
      this.do({ type: 'sold', sale, nextSaleId: uuidV7() });
    } catch {
      this.say({ kind: 'not-kept', at: this.time() }, true);
    }
  }

  private keepDraft(): void {
    const { saleId, basket, tenders, customer, boughtWith, pane } = this.state;
    const tillId = this.parts.device.till.id;
    const pendingPayment = pane.name === 'card' ? pane.payment : null;
    const empty = basket.lines.length === 0 && tenders.length === 0 && customer === null;
    const write = async () => {
      if (empty) await this.parts.db.drafts.delete(tillId);
      else
        await this.parts.db.drafts.put({
          tillId,
          saleId,
          basket,
          tenders: [...tenders],
          customer,
          boughtWith,
          pendingPayment,
        });
    };
    this.saving = this.saving.then(write, write);
  }

  private say(notice: Notice, refused: boolean): void {
    this.do({ type: 'notice', notice });
    if (refused) this.parts.sounds.refused();
  }

  private time(): number {
    return this.parts.now().getTime();
  }
}
