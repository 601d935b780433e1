import { highestAge } from '@/domain/age';
import { businessDate } from '@/domain/business-date';
import {
  amount,
  amountText,
  minorDigitsOf,
  negated,
  parseAmount,
  parseTyped,
  ZERO,
  type Amount,
} from '@/domain/decimal';
import { neededAt, worthAt, type ForeignRate } from '@/domain/foreign-cash';
import { standsAlone } from '@/domain/deposit';
import { cashForOthers, goesToCard, type RefundPart } from '@/domain/refunding';
import { changeFor, fixSale, type Tender } from '@/domain/sale';
import { uuidV7 } from '@/domain/uuid';
import type { CardPayment } from '@/offline/database';
import { parkSale } from '@/offline/parked-sales';
import { keepSale } from '@/offline/sale-journal';
import type { Payment, Refund } from '@/shared/http/shapes';
import { approvalsAsWritten, type Approving } from './approving';
import type { AtTheTill } from './at-the-till';
import { CardWatch, moveOnce, type CardKnowledge, type CardMovement } from './card-payment';
import { notKept, type DeskParts, type TillStore } from './till-store';
import { paneFor } from './ringing-up';
import type { Method, Pane } from './till-state';
import { dueOf, owedOf, pricedOf, refundPlanOf, termsOf, tipOf } from './till-sums';

/** Takes money for the basket, gives it back for returns, and completes the sale when it is settled. */
export class Paying {
  private readonly parts: DeskParts;
  private readonly store: TillStore;
  private readonly people: AtTheTill;
  private readonly approving: Approving;
  private readonly later: (task: () => Promise<void>) => void;
  private watch = new CardWatch();
  /** What to do when money for a basket that is given up has gone back. */
  voidGoesOn: () => Promise<void> = () => Promise.resolve();
  /** The sale for which the terminal has given nothing back. */
  private refusedFor: string | null = null;

  /** @param later does it after everything that was asked for before */
  constructor(
    parts: DeskParts,
    store: TillStore,
    people: AtTheTill,
    approving: Approving,
    later: (task: () => Promise<void>) => void,
  ) {
    this.parts = parts;
    this.store = store;
    this.people = people;
    this.approving = approving;
    this.later = later;
  }

  /** In cash, or back as it was paid, unless asked otherwise. */
  start(asked?: Method): void {
    const state = this.store.snapshot();
    const { basket, pane } = state;
    if ((basket.lines.length === 0 && !state.deposit) || pane.name === 'card') return;
    const method = dueOf(state) < 0n ? (asked === 'CASH' ? 'CASH' : 'AS_PAID') : (asked ?? 'CASH');
    if (pane.name === 'paying' && pane.method === method) return;
    this.approving.settled(() => {
      // Which piece it is and how old they are is asked when the goods leave.
      const { basket: now, deposit } = this.store.snapshot();
      const question: Pane = standsAlone(deposit) ? { name: 'selling' } : paneFor(now);
      const open = question.name !== 'selling';
      if (open) this.parts.sounds.refused();
      this.store.do({ type: 'pane', pane: open ? question : { name: 'paying', method, given: '' } });
    });
  }

  /** What the customer gives on top, where the store asks for it; nothing for what comes back. */
  askForTip(): void {
    const state = this.store.snapshot();
    const { pane } = state;
    if (!this.parts.device.store.asksForTips || pane.name !== 'paying' || dueOf(state) <= 0n) return;
    if (standsAlone(state.deposit)) return;
    this.store.do({ type: 'pane', pane: { name: 'tip', from: { ...pane, given: '' } } });
  }

  /** The next currency in which the store takes cash, its own after the last; none where it takes no other. */
  nextCurrency(): void {
    const { pane } = this.store.snapshot();
    const taken = this.parts.device.store.foreignCash ?? [];
    if (pane.name !== 'paying' || pane.method !== 'CASH' || taken.length === 0) return;
    this.payIn(taken[taken.findIndex(({ currency }) => currency === pane.foreign?.currency) + 1]);
  }

  /** Cash is given in that currency, or in the store's own. */
  payIn(foreign: ForeignRate | undefined): void {
    const state = this.store.snapshot();
    if (state.pane.name !== 'paying' || dueOf(state) <= 0n) return;
    this.store.do({
      type: 'pane',
      pane: { name: 'paying', method: 'CASH', given: '', ...(foreign && { foreign }) },
    });
  }

  /** Takes the amount given and completes the sale when it is settled. */
  async confirm(): Promise<void> {
    const state = this.store.snapshot();
    const { pane } = state;
    if (pane.name !== 'paying') return;
    const due = dueOf(state);
    if (due < 0n) return this.giveBack(pane.method === 'CASH');
    if (due > 0n && pane.foreign) return this.takeForeign(pane.foreign, pane.given, due);
    const given = pane.given.trim() === '' ? due : this.typedAmount(pane.given);
    if (due === 0n) await this.completeIfSettled();
    else if (given === null || given <= 0n) this.store.tell('not-an-amount');
    else if (pane.method === 'CARD') await this.payByCard(given, due);
    else {
      this.store.do({ type: 'tender', tender: { type: 'CASH', amount: given, paymentId: null } });
      await this.completeIfSettled();
    }
  }

  /** Goes on with a card payment whose answer this device never saw. */
  resume(payment: CardPayment): Promise<void> {
    return this.move(payment, true);
  }

  askNow(): void {
    this.watch.askNow();
  }

  /** Sets the sale aside with its open card payment; the next customer need not wait for the answer. */
  leave(): void {
    this.watch.leave();
  }

  private async takeForeign(foreign: ForeignRate, text: string, due: Amount): Promise<void> {
    const { minorDigits } = this.store.snapshot();
    const given =
      text.trim() === '' ? neededAt(due, foreign) : this.typedAmount(text, minorDigitsOf(foreign.currency));
    const value = given === null ? ZERO : worthAt(given, foreign.rate, minorDigits);
    if (given === null || value <= 0n) {
      this.store.tell('not-an-amount');
      return;
    }
    const { currency, rate } = foreign;
    const tender: Tender = { type: 'CASH', amount: value, paymentId: null };
    this.store.do({ type: 'tender', tender: { ...tender, foreign: { currency, rate, amount: given } } });
    await this.completeIfSettled();
  }

  private typedAmount(text: string, digits = this.store.snapshot().minorDigits): Amount | null {
    const typed = parseTyped(text, digits);
    return typed === null ? null : parseAmount(typed);
  }

  private async payByCard(given: Amount, due: Amount): Promise<void> {
    const { minorDigits } = this.store.snapshot();
    if (given > due) this.store.tell('card-too-much');
    else if (!this.parts.online()) this.store.tell('card-needs-network');
    else {
      const value = amountText(given, minorDigits);
      await this.move({ id: uuidV7(), refundOf: null, amount: value, sentAt: this.store.time() }, false);
    }
  }

  /** Gives money back to what had paid, one tender after the other; all of it in cash only where that may be. */
  private async giveBack(allInCash: boolean): Promise<void> {
    const { parts, tooMuch } = refundPlanOf(this.store.snapshot());
    const toCard = allInCash ? undefined : parts.find(goesToCard);
    const inCash = cashForOthers(parts.filter((part) => allInCash || !goesToCard(part)));
    if (tooMuch > 0n) this.store.tell('refund-too-much');
    else if (inCash > 0n && !this.mayGiveCash()) this.store.tell('refund-to-card');
    else if (toCard && !this.parts.online()) this.store.tell('card-needs-network');
    else if (inCash > 0n)
      this.approving.within({ action: 'REFUND_IN_CASH', amount: inCash, of: inCash }, () =>
        this.later(() => this.handOut(parts, toCard)),
      );
    else await this.handOut(parts, toCard);
  }

  /** Where the policy says nothing, the cashier may choose cash only when the card cannot be reached. */
  private mayGiveCash(): boolean {
    return (
      this.approving.speaksOf('REFUND_IN_CASH') ||
      !this.parts.online() ||
      this.refusedFor === this.store.snapshot().saleId
    );
  }

  /** The cards first, so that what is refused can still be given in another way. */
  private async handOut(parts: readonly RefundPart[], toCard: RefundPart | undefined): Promise<void> {
    const { minorDigits } = this.store.snapshot();
    if (toCard?.to) {
      const { saleId, tenderNo, paymentId } = toCard.to;
      const value = amountText(toCard.amount, minorDigits);
      const to = { saleId, tenderNo };
      return this.move(
        { id: uuidV7(), refundOf: paymentId, to, amount: value, sentAt: this.store.time() },
        false,
      );
    }
    for (const { to, amount: value } of parts) {
      const refund = to ? { refundOf: { saleId: to.saleId, tenderNo: to.tenderNo } } : {};
      const tender: Tender = { type: 'CASH', amount: negated(value), paymentId: null, ...refund };
      this.store.do({ type: 'tender', tender });
    }
    await this.completeIfSettled();
  }

  private async move(payment: CardPayment, resumed: boolean): Promise<void> {
    const watch = (this.watch = new CardWatch());
    let now = payment;
    const show = (known: CardKnowledge) =>
      this.store.do({ type: 'pane', pane: { name: 'card', payment: now, known } });
    show(resumed ? 'no-answer' : 'running');
    const outcome = await moveOnce(
      this.movementOf(payment, async () => {
        now = { ...payment, sentAt: this.store.time() };
        show('running');
        // The id is on the device before the request leaves it: a crash in between is resolved by asking.
        await this.store.saved();
      }),
      { resumed, sentAt: payment.sentAt, watch, onKnown: show, now: () => this.store.time() },
    );
    switch (outcome.ended) {
      case 'settled':
        this.store.do({ type: 'tender', tender: tenderOf(payment) });
        if (payment.voids) this.later(this.voidGoesOn);
        else if (dueOf(this.store.snapshot()) < 0n) await this.giveBack(false);
        else await this.completeIfSettled(outcome.maskedCard);
        break;
      case 'left':
        await this.park('card-left');
        break;
      case 'refused':
        this.stopped(payment);
        this.store.say({ kind: 'declined', reason: outcome.reason, at: this.store.time() });
        break;
      case 'never-arrived':
        this.stopped(payment);
        this.store.tell('card-never-arrived');
    }
  }

  /** Gives back what a card had paid for the very basket; true when there is nothing of it left. */
  async returnCard(): Promise<boolean> {
    const { saleId, tenders, minorDigits } = this.store.snapshot();
    const back = new Set(tenders.map(({ refundOf }) => refundOf?.saleId === saleId && refundOf.tenderNo));
    const at = tenders.findIndex(
      ({ type, amount: value }, index) => type === 'CARD' && value > 0n && !back.has(index + 1),
    );
    const tender = tenders[at];
    if (!tender) return true;
    if (!this.parts.online()) {
      this.store.tell('card-needs-network');
      return false;
    }
    const to = { saleId, tenderNo: at + 1 };
    const value = amountText(tender.amount, minorDigits);
    const sentAt = this.store.time();
    await this.move(
      { id: uuidV7(), refundOf: tender.paymentId, to, voids: true, amount: value, sentAt },
      false,
    );
    return false;
  }

  private stopped({ refundOf, voids }: CardPayment): void {
    const payment = refundOf !== null && !voids;
    if (payment) this.refusedFor = this.store.snapshot().saleId;
    this.store.do({
      type: 'pane',
      pane: { name: 'paying', method: payment ? 'AS_PAID' : 'CARD', given: '' },
    });
  }

  /** Sets the sale aside with all that was taken for it. */
  async park(why: 'parked' | 'card-left'): Promise<void> {
    const state = this.store.snapshot();
    const draft = this.store.draft();
    await this.store.saved();
    const total = amountText(pricedOf(state).total, state.minorDigits);
    await parkSale(this.parts.db, draft, this.parts.now().toISOString(), total);
    this.store.do({ type: 'parked', nextSaleId: uuidV7(), why, at: this.store.time() });
  }

  private movementOf(payment: CardPayment, beforePut: () => Promise<void>): CardMovement {
    const { terminal, device } = this.parts;
    const { id, refundOf } = payment;
    const request = {
      amount: { amount: payment.amount, currency: device.store.currency },
      storeId: device.store.id,
      tillId: device.till.id,
      saleId: this.store.snapshot().saleId,
    };
    const put = (): Promise<Payment | Refund> =>
      refundOf ? terminal.refund(refundOf, id, request) : terminal.charge(id, request);
    return {
      put: () => beforePut().then(put),
      ask: () => (refundOf ? terminal.askRefund(refundOf, id) : terminal.askPayment(id)),
    };
  }

  private async completeIfSettled(cardDetails: string | null = null): Promise<void> {
    const state = this.store.snapshot();
    const priced = pricedOf(state);
    if (dueOf(state) > 0n) {
      this.store.do({ type: 'given', given: '' });
      return;
    }
    if (changeFor(owedOf(state), state.tenders) === null) {
      this.store.tell('overpaid');
      return;
    }
    const { deposit } = state;
    const alone = standsAlone(deposit);
    if (deposit?.kind === 'TAKEN' && deposit.goods && deposit.amount >= priced.total) {
      this.store.tell('deposit-too-much');
      return;
    }
    const { store, till } = this.parts.device;
    const { person } = this.people.snapshot();
    const recipient = { id: person.id, name: person.name };
    const tip = tipOf(state);
    const now = this.parts.now();
    // Drafts still on their way must not be written behind the sale they became.
    await this.store.saved().catch(() => undefined);
    try {
      const sale = await keepSale(this.parts.db, {
        id: state.saleId,
        cashierName: person.name,
        customerName: state.customer?.name ?? null,
        taxExemption: state.customer?.taxExemption ?? null,
        cardDetails,
        document: fixSale(priced, state.tenders, {
          storeId: store.id,
          tillId: till.id,
          tillSessionId: this.parts.session.id,
          currency: store.currency,
          minorDigits: state.minorDigits,
          customerId: state.customer?.id ?? null,
          occurredAt: now.toISOString(),
          businessDate: businessDate(now, store.timeZone, store.businessDayStartsAt),
          terms: termsOf(state),
          rungUpBy: recipient,
          ...(tip > 0n && { tip: { amount: tip, recipient } }),
          ...(deposit && { deposit }),
          ...(!alone &&
            highestAge(state.basket) !== null &&
            state.basket.ageCheck && { ageCheck: state.basket.ageCheck }),
          approvals: approvalsAsWritten(state.approvals, state.minorDigits, (key) => {
            const at = priced.lines.findIndex(({ line }) => line.key === key);
            return at < 0 ? null : at + 1;
          }),
        }),
      });
      this.store.do({ type: 'sold', sale, nextSaleId: uuidV7() });
      this.parts.sold(sale);
    } catch (failure) {
      this.store.tell(notKept(failure));
    }
  }
}

function tenderOf({ id, refundOf: payment, to, amount: text }: CardPayment): Tender {
  const value = amount(text);
  return payment
    ? { type: 'CARD', amount: negated(value), paymentId: payment, ...(to && { refundOf: to }) }
    : { type: 'CARD', amount: value, paymentId: id };
}
