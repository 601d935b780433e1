import { ageToCheck, bornBy } from '@/domain/age';
import type { Basket, BasketLine } from '@/domain/basket';
import { storeTime } from '@/domain/business-date';
import type { Quantity } from '@/domain/decimal';
import type { ForeignRate } from '@/domain/foreign-cash';
import type { OpenItem } from '@/domain/open-item';
import type { Product } from '@/domain/product';
import type { PaidReceipt } from '@/domain/refunding';
import { plainly } from '@/domain/scanned';
import { uuidV7 } from '@/domain/uuid';
import { policyOf } from '@/offline/approval-policy';
import { pricedWith, productsById } from '@/offline/price-book';
import { takeDown, takeUpSale, type ShelvedSale, type TakingUp } from '@/offline/parked-sales';
import type { Customer } from '@/shared/http/shapes';
import type { Deed } from '@/domain/approval/approval';
import { Approving, type Approval, type Approver } from './approving';
import { AtTheTill } from './at-the-till';
import { CodeEntry, type Field } from './code-entry';
import type { LayawayDesk } from './layaway/layaway-desk';
import { Paying } from './paying';
import { TaskQueue } from './task-queue';
import { begun, freshState, type Method, resumedState, type TillAction, type TillState } from './till-state';
import { TillStore, type DeskParts } from './till-store';

/** Digits that can only be a code, from a scanner slower than the detector expects. */
const SLOW_CODE = /^\d{8,}$/;

/** Where a cashier works: does one thing after another in the order it was asked for. */
export class TillDesk {
  readonly minorDigits: number;
  readonly snapshot: () => TillState;
  readonly subscribe: (listener: () => void) => () => void;
  private readonly parts: DeskParts;
  private readonly store: TillStore;
  /** Who stands at the till, and whether it is locked. */
  readonly people: AtTheTill;
  private readonly approving: Approving;
  private readonly queue = new TaskQueue();
  private readonly paying: Paying;
  private readonly entry: CodeEntry;

  private constructor(parts: DeskParts, state: TillState, people: AtTheTill) {
    this.parts = parts;
    this.minorDigits = state.minorDigits;
    this.store = new TillStore(parts, state);
    this.people = people;
    this.approving = new Approving(parts, this.store, people);
    this.paying = new Paying(parts, this.store, people, this.approving, (task) => this.queue.add(task));
    this.paying.voidGoesOn = async () => (await this.voiding()).goOn();
    this.entry = new CodeEntry(parts, this.store, this.queue, this.paying);
    this.snapshot = this.store.snapshot;
    this.subscribe = this.store.subscribe;
  }

  /** Opens the desk with the sale that was being rung up when this device last stopped. */
  static async open(parts: DeskParts, minorDigits: number): Promise<TillDesk> {
    const { db, device, signedIn } = parts;
    const { store, till } = device;
    const basket = async () => {
      const draft = await db.drafts.get(till.id);
      return { draft, offers: await pricedWith(db, store, goodsIn(draft?.basket)) };
    };
    const [{ draft, offers }, people, policy] = await Promise.all([
      basket(),
      AtTheTill.open(db, { tillId: till.id, storeId: store.id }, signedIn),
      policyOf(db, store.id),
    ]);
    const at = storeTime(parts.now(), store.timeZone);
    const latest = { ...offers, store: store.id, timeZone: store.timeZone, at };
    const desk = new TillDesk(
      parts,
      draft ? resumedState(draft, minorDigits, latest) : freshState(uuidV7(), minorDigits, latest),
      people,
    );
    desk.approving.rules = policy.rules;
    const pending = draft?.pendingPayment;
    if (pending) desk.queue.add(() => desk.paying.resume(pending));
    return desk;
  }

  /** Resolves when everything that was asked for is done and kept. */
  async settled(): Promise<void> {
    for (;;) {
      const [queued, saved] = [this.queue.end, this.store.saved()];
      await queued;
      await saved;
      if (queued === this.queue.end && saved === this.store.saved()) return;
    }
  }

  /**
   * Does what was asked for, after everything asked for before it; what the person at the till may not do to a basket
   * alone waits until somebody has approved it.
   */
  act(action: TillAction): void {
    this.queue.add(() => this.approving.do(action));
  }

  /**
   * Goes on with something that is no part of a basket, at once or when it was approved. The approvals belong into the
   * document that says it was done; refused or left, nothing happens.
   */
  needsApproval(deed: Deed, subject: string | null, then: (approvals: readonly Approval[]) => void): void {
    this.queue.add(() => this.approving.only(deed, subject, then));
  }

  /** Whether the person at the till needs somebody else for it. */
  needsSomebodyFor(deed: Deed): boolean {
    return this.approving.neededFor(deed) !== null;
  }

  /** Somebody approved what waits; see {@link Approving.approve}. */
  approve(approver: Approver): boolean {
    return this.approving.approve(approver);
  }

  /** The store's policy or its people changed on this device. */
  async reloadApprovals(): Promise<void> {
    await Promise.all([this.approving.reload(), this.people.reload()]);
  }

  /** The till waits for a PIN; the basket stays. */
  lock(): void {
    this.queue.add(() => (this.people.mayLock() ? this.people.lock() : this.store.tell('nobody-has-a-pin')));
  }

  /** What goods are priced with changed on this device. */
  async reloadOffers(): Promise<void> {
    const { db, device } = this.parts;
    const goods = goodsIn(this.store.snapshot().basket);
    this.store.do({ type: 'offers', offers: await pricedWith(db, device.store, goods) });
  }

  /** A minute has turned: prices and promotions begin and end. */
  minuteTurned(): void {
    this.store.do({ type: 'minute', at: this.store.minute() });
  }

  /** The search field and the amount given follow the keys at once. */
  typed(action: Extract<TillAction, { type: 'text' | 'given' }>): void {
    this.store.do(action);
  }

  /** A product that was found by looking for it; of a family the till asks for the variant. */
  choose(product: Product): void {
    this.queue.add(() => this.entry.choose(product));
  }

  sell(product: Product): void {
    this.queue.add(() => this.entry.add(plainly(product)));
  }

  /** Keys in a scanner's rhythm, ended by its terminator; see {@link CodeEntry.burst}. */
  burst(text: string, field: Field, before = ''): void {
    this.entry.burst(text, field, before);
  }

  /** Enter in the search field; `best` is the result that was highlighted. */
  confirmSearch(best: Product | null): void {
    this.entry.confirm(best);
  }

  /** `*` after digits: they are the quantity of what comes next. False when there are no such digits. */
  star(): boolean {
    return this.entry.star();
  }

  /** In cash, or back as it was paid, unless asked otherwise. */
  pay(method?: Method): void {
    this.queue.add(() => this.paying.start(method));
  }

  /** Cash of another currency, or of the store's own. Not queued: digits typed after it are already of that currency. */
  payIn(foreign: ForeignRate | undefined): void {
    this.paying.payIn(foreign);
  }

  nextCurrency(): void {
    this.paying.nextCurrency();
  }

  /** Asks what the customer gives on top. */
  askForTip(): void {
    this.queue.add(() => this.paying.askForTip());
  }

  /** Enter in the paying pane. */
  confirmTender(): void {
    const { pane } = this.store.snapshot();
    if (pane.name === 'paying' && SLOW_CODE.test(pane.given)) {
      this.store.do({ type: 'given', given: '' });
      this.burst(pane.given, 'given');
    } else this.queue.add(() => this.paying.confirm());
  }

  /** The card payment is asked about at once. Not queued: what is waited for stands in the queue's way. */
  askNow(): void {
    this.paying.askNow();
  }

  /** The sale is set aside with its card payment, whatever became of that; the till is free for the next customer. */
  leaveCard(): void {
    this.paying.leave();
  }

  /** Sets the basket aside for the next customer; any till of the store can go on with it. */
  park(): void {
    this.queue.add(async () => {
      const { basket, pane } = this.store.snapshot();
      if (pane.name === 'card') return;
      if (basket.lines.length === 0) return this.store.tell('nothing-to-park');
      await this.paying.park('parked');
    });
  }

  /** Gives the whole basket up; what was taken for it goes back. */
  voidBasket(): void {
    this.queue.add(async () => (await this.voiding()).start(() => this.queue.add(this.paying.voidGoesOn)));
  }

  /** Sets goods aside for a deposit, and everything that becomes of them; seldom needed: loaded when it is. */
  layaways(task: (desk: LayawayDesk) => Promise<void> | void): void {
    this.queue.add(async () => {
      const { LayawayDesk } = await import('./layaway/layaway-desk');
      const book = await this.parts.layaways();
      await task(
        new LayawayDesk(this.parts, this.store, this.approving, this.paying, book, (later) =>
          this.queue.add(later),
        ),
      );
    });
  }

  /** Seldom needed: loaded when it is. */
  private async voiding() {
    const { Voiding } = await import('./voiding');
    return new Voiding(this.parts, this.store, this.people, this.approving, this.paying);
  }

  /** Goes on with a sale that was parked here, as soon as the desk is free for it. */
  takeUp(saleId: string): void {
    const { db, device, shelf } = this.parts;
    this.goOnWith(() => takeUpSale(db, saleId, device.till.id, shelf));
  }

  /** Goes on with a sale that was parked on another till. */
  takeDown(sale: Pick<ShelvedSale, 'id' | 'parkedAt' | 'total'>): void {
    const { db, device, shelf, customerOf } = this.parts;
    this.goOnWith(() => takeDown(db, sale, device.till.id, shelf, customerOf));
  }

  /** Goes on with a sale that waits somewhere, as soon as the desk is free for it. */
  goOnWith(taking: () => Promise<TakingUp>): void {
    this.queue.add(async () => {
      if (begun(this.store.snapshot())) return this.store.tell('finish-first');
      await this.store.saved();
      const taken = await taking();
      switch (taken.done) {
        case 'gone':
          return this.store.tell('parked-gone');
        case 'unreachable':
          return this.store.tell('shelf-unreachable');
        case 'elsewhere':
          return this.store.say({ kind: 'parked-elsewhere', reason: taken.why, at: this.store.time() });
        case 'nearby':
          return this.store.say({ kind: 'parked-nearby', reason: taken.till, at: this.store.time() });
        case 'taken':
          this.store.do({ type: 'taken-up', draft: taken.draft });
          await this.reloadOffers();
          if (taken.draft.pendingPayment) await this.paying.resume(taken.draft.pendingPayment);
      }
    });
  }

  /** Something off the selected line, or off the whole basket when asked again or when no line can have it. */
  discount(): void {
    this.queue.add(() => {
      const { basket, pane } = this.store.snapshot();
      if (pane.name === 'card' || pane.name === 'paying') return;
      if (!basket.lines.some((line) => line.kind === 'SALE')) return this.store.tell('nothing-to-discount');
      const line = basket.lines.find(({ key }) => key === basket.selected);
      const again = pane.name === 'discount' && pane.of === 'line';
      const of = again || line?.kind !== 'SALE' || line.fixed === 'AGREED' ? 'basket' : 'line';
      this.store.do({ type: 'pane', pane: { name: 'discount', of } });
    });
  }

  /** Why the selected line costs what it does, or the whole basket when asked again. */
  why(): void {
    this.queue.add(() => {
      const { basket, pane } = this.store.snapshot();
      if (pane.name === 'card' || pane.name === 'paying' || basket.lines.length === 0) return;
      const again = pane.name === 'why' && pane.of === 'line';
      const of = again || basket.selected === null ? 'basket' : 'line';
      this.store.do({ type: 'pane', pane: { name: 'why', of } });
    });
  }

  /** Sells goods that the catalog does not have. */
  openItem(item: OpenItem): void {
    this.queue.add(() => {
      this.approving.do({ type: 'open-item', item, at: this.store.time() });
      if (this.store.snapshot().pane.name !== 'approval') this.parts.sounds.added();
    });
  }

  attach(customer: Customer | null): void {
    this.act({ type: 'customer', customer });
  }

  /** Goods come back; `receipt` says what they were paid with. */
  takeBack(lines: readonly Omit<BasketLine, 'key'>[], receipt: PaidReceipt | null): void {
    this.queue.add(async () => {
      const { db, device } = this.parts;
      const goods = await productsById(
        db,
        device.store.id,
        lines.flatMap(({ productId }) => productId ?? []),
      );
      const tracked = new Map(goods.map(({ productId, tracking }) => [productId, tracking]));
      const told = lines.map((line) => {
        const tracking = line.pack ? undefined : tracked.get(line.productId ?? '');
        return tracking ? { ...line, tracking } : line;
      });
      this.approving.do({ type: 'take-back', lines: told, receipt });
    });
  }

  /** Which lot or piece it is that the till asks about. */
  tellApart(number: string): void {
    this.queue.add(() => this.entry.tellApart(number));
  }

  /** What goods weigh that the till asks about. */
  weigh(weight: Quantity): void {
    this.queue.add(() => this.entry.weighing.take(weight));
  }

  /** The customer is old enough for everything in the basket: somebody looked. */
  oldEnough(): void {
    this.queue.add(() => {
      const age = ageToCheck(this.store.snapshot().basket);
      if (age === null) return;
      const { id, name } = this.people.snapshot().person;
      const check = {
        ...{ age, bornBy: bornBy(this.store.minute().slice(0, 10), age) },
        ...{ answeredAt: this.parts.now().toISOString(), answeredBy: { id, name } },
      };
      this.store.do({ type: 'old-enough', check });
    });
  }

  /** The customer is not: what they may not buy is taken off again. */
  tooYoung(): void {
    this.act({ type: 'too-young', at: this.store.time() });
  }

  /** Escape: one step back, losing nothing. */
  back(): void {
    const { pane, text, keyed, notice } = this.store.snapshot();
    if (pane.name === 'card') return;
    if (pane.name === 'approval') this.act({ type: 'pane', pane: pane.before });
    else if (pane.name === 'tip') this.act({ type: 'pane', pane: pane.from });
    else if (pane.name !== 'selling') this.act({ type: 'pane', pane: { name: 'selling' } });
    else if (text !== '') this.store.do({ type: 'text', text: '' });
    else if (keyed !== null) this.store.do({ type: 'keyed', quantity: null });
    else if (notice) this.store.do({ type: 'notice', notice: null });
  }
}

const goodsIn = (basket: Basket | undefined): string[] =>
  (basket?.lines ?? []).flatMap(({ kind, productId }) =>
    kind === 'SALE' && productId !== null ? [productId] : [],
  );
