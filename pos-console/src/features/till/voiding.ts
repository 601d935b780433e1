import { amountText, quantityText, sum, ZERO, type Amount } from '@/domain/decimal';
import type { Tender } from '@/domain/sale';
import { uuidV7 } from '@/domain/uuid';
import { keepVoid } from '@/offline/voids';
import { approvalsAsWritten, type Approving } from './approving';
import type { AtTheTill } from './at-the-till';
import type { Paying } from './paying';
import { pricedOf } from './till-sums';
import type { DeskParts, TillStore } from './till-store';

const taken = (tenders: readonly Tender[]): Tender[] => tenders.filter(({ amount }) => amount > 0n);
const worth = (tenders: readonly Tender[]): Amount => sum(tenders.map(({ amount }) => amount));

/** Gives a whole basket up: what was taken for it goes back, and that it was is written down. */
export class Voiding {
  private readonly parts: DeskParts;
  private readonly store: TillStore;
  private readonly people: AtTheTill;
  private readonly approving: Approving;
  private readonly paying: Paying;

  constructor(parts: DeskParts, store: TillStore, people: AtTheTill, approving: Approving, paying: Paying) {
    this.parts = parts;
    this.store = store;
    this.people = people;
    this.approving = approving;
    this.paying = paying;
  }

  /** @param goOn when nothing, or somebody else, stands against it */
  start(goOn: () => void): void {
    const { saleId, basket, pane, tenders } = this.store.snapshot();
    if (pane.name === 'card') return;
    const refunded = tenders.some(({ amount, refundOf }) => amount < 0n && refundOf?.saleId !== saleId);
    const money = worth(taken(tenders));
    if (basket.lines.length === 0) this.store.tell('nothing-to-void');
    else if (refunded) this.store.tell('void-refunded');
    else if (money === ZERO) goOn();
    else this.approving.within({ action: 'VOID_AFTER_TENDER', amount: money, of: money }, goOn);
  }

  /** One card after the other; when all have their money back the basket is gone. */
  async goOn(): Promise<void> {
    if (!(await this.paying.returnCard())) return;
    await this.store.saved();
    const state = this.store.snapshot();
    const { person } = this.people.snapshot();
    const priced = pricedOf(state);
    const text = (value: Amount) => amountText(value, state.minorDigits);
    const money = taken(state.tenders);
    const approvals = approvalsAsWritten(
      state.approvals.filter(({ action }) => action === 'VOID_AFTER_TENDER'),
      state.minorDigits,
    );
    const id = uuidV7();
    await keepVoid(
      this.parts.db,
      this.parts.session,
      id,
      {
        saleId: state.saleId,
        voidedAt: this.parts.now().toISOString(),
        lines: priced.lines.map(({ line, gross }) => ({
          sku: line.sku,
          name: line.name,
          quantity: quantityText(line.quantity),
          unitPrice: text(line.unitPrice),
          amount: text(gross),
        })),
        total: text(priced.total),
        tenders: money.map(({ type, amount, paymentId }) => ({ type, amount: text(amount), paymentId })),
        ...(approvals.length > 0 && { approvals }),
        doneBy: { id: person.id, name: person.name },
      },
      money.length === 0,
    );
    const cash = money.filter(({ type }) => type === 'CASH');
    this.store.do({ type: 'voided', id, nextSaleId: uuidV7(), cash, at: this.store.time() });
  }
}
