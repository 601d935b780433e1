import { stillToPay, type DepositReason } from '@/domain/deposit';
import { agreedLine } from '@/domain/set-aside';
import { amount, ZERO, type Amount } from '@/domain/decimal';
import type { PaidReceipt } from '@/domain/refunding';
import { uuidV7 } from '@/domain/uuid';
import { documentsOf, knownLayaway, tendersHere, type Layaway, type LayawayBook } from '@/offline/layaways';
import { productsById } from '@/offline/price-book';
import type { Approving } from '../approving';
import type { Paying } from '../paying';
import { begun } from '../till-state';
import { pricedOf } from '../till-sums';
import type { DeskParts, TillStore } from '../till-store';

export interface ToSetAside {
  readonly amount: Amount;
  /** Null where the customer has a profile and that is attached. */
  readonly name: string | null;
  readonly keptUntil: string | null;
}

/** Sets goods aside for a deposit, takes more of it, sells what was set aside, or gives the deposit back. */
export class LayawayDesk {
  private readonly parts: DeskParts;
  private readonly store: TillStore;
  private readonly approving: Approving;
  private readonly paying: Paying;
  private readonly book: LayawayBook;
  private readonly later: (task: () => void) => void;

  /** @param later does it after everything that was asked for before */
  constructor(
    parts: DeskParts,
    store: TillStore,
    approving: Approving,
    paying: Paying,
    book: LayawayBook,
    later: (task: () => void) => void,
  ) {
    this.parts = parts;
    this.store = store;
    this.approving = approving;
    this.paying = paying;
    this.book = book;
    this.later = later;
  }

  /** The basket is not sold: a deposit for it is taken. */
  setAside({ amount: value, name, keptUntil }: ToSetAside): void {
    const state = this.store.snapshot();
    const sold = state.basket.lines.every((line) => line.kind === 'SALE' && line.fixed !== 'AGREED');
    if (
      state.basket.lines.length === 0 ||
      !sold ||
      state.tenders.length > 0 ||
      state.deposit?.kind === 'APPLIED'
    )
      return this.store.tell('nothing-to-set-aside');
    if (value <= 0n || value >= pricedOf(state).total) return this.store.tell('deposit-too-much');
    const goods = { ...(name && { name }), ...(keptUntil && { keptUntil }) };
    this.store.do({
      type: 'deposit',
      deposit: { kind: 'TAKEN', layawayId: uuidV7(), amount: value, before: ZERO, goods },
    });
    this.paying.start();
  }

  /** More is paid in for what was set aside. */
  async payIn(id: string, value: Amount): Promise<void> {
    const layaway = await this.openOne(id);
    if (!layaway) return;
    const [before, agreedTotal] = [amount(layaway.balance), amount(layaway.agreedTotal)];
    if (value <= 0n || value > stillToPay(agreedTotal, before)) {
      this.store.tell('deposit-too-much');
      return;
    }
    this.store.do({
      type: 'deposit',
      deposit: { kind: 'TAKEN', layawayId: id, amount: value, before, agreedTotal },
    });
    this.paying.start();
  }

  /** What was set aside goes into the basket, at the prices of then. */
  async collect(id: string): Promise<void> {
    const layaway = await this.openOne(id);
    if (!layaway) return;
    const { lines } = layaway.goods;
    const ids = lines.flatMap(({ productId }) => productId ?? []);
    const products = await productsById(this.parts.db, this.parts.device.store.id, ids);
    const byId = new Map(products.map((product) => [product.productId, product]));
    this.store.do({
      type: 'collect',
      lines: lines.map((line) => agreedLine(line, byId.get(line.productId ?? ''))),
      customer: await this.customerOf(layaway),
      deposit: {
        ...{ kind: 'APPLIED', layawayId: id },
        ...{ before: amount(layaway.balance), agreedTotal: amount(layaway.agreedTotal) },
      },
    });
  }

  /** What is left of the deposits goes back to what they were paid with. */
  async giveBack(id: string, reason: DepositReason): Promise<void> {
    const layaway = await this.openOne(id, true);
    if (!layaway) return;
    const value = amount(layaway.balance);
    const receipts = await this.receiptsOf(layaway);
    if (!receipts) {
      this.store.tell('layaway-unreachable');
      return;
    }
    const agreedTotal = amount(layaway.agreedTotal);
    this.approving.within({ action: 'RETURN', amount: value, of: value }, () =>
      this.later(() => {
        this.store.do({
          type: 'deposit',
          deposit: {
            ...{ kind: 'REFUNDED', layawayId: id, amount: value, before: value },
            ...{ agreedTotal, reason, receipts },
          },
        });
        this.paying.start();
      }),
    );
  }

  /** As the server knows it now, with what this device has not told it yet; null when there is nothing to be done with it. */
  private async openOne(id: string, alsoRest = false): Promise<Layaway | null> {
    if (begun(this.store.snapshot())) {
      this.store.tell('finish-first');
      return null;
    }
    // What was set aside here can go on without the network.
    const told = await this.book.find(id).catch(() => null);
    const layaway = await knownLayaway(this.parts.db, id, told);
    if (layaway && amount(layaway.balance) > 0n && (alsoRest || layaway.state === 'OPEN')) return layaway;
    if (layaway) this.store.say({ kind: 'layaway-closed', reason: closedBy(layaway), at: this.store.time() });
    else this.store.tell('layaway-unreachable');
    return null;
  }

  private async customerOf({ customerId }: Layaway) {
    return customerId ? this.parts.customerOf(customerId).catch(() => null) : null;
  }

  /** Null when nobody can say what paid: then nothing goes back. */
  private async receiptsOf(layaway: Layaway): Promise<PaidReceipt[] | null> {
    const here = await documentsOf(this.parts.db, layaway.id);
    const receipts: PaidReceipt[] = [];
    for (const { saleId } of layaway.deposits.filter(({ kind }) => kind === 'TAKEN')) {
      const own = here.find(({ id }) => id === saleId);
      const local = own && (await tendersHere(this.parts.db, layaway.id, saleId));
      const tenders =
        local && own.state !== 'accepted' ? local : await this.book.tenders(saleId).catch(() => local);
      if (!tenders) return null;
      receipts.push({ saleId, tenders });
    }
    return receipts;
  }
}

/** The document that ended it, by till and number. */
function closedBy({ deposits }: Layaway): string {
  const last = deposits.findLast(({ kind }) => kind !== 'TAKEN');
  return last ? `${last.tillId} · ${last.receiptNumber.toString()}` : '';
}
