import { storeTime } from '@/domain/business-date';
import type { Product } from '@/domain/product';
import type { ConsoleDatabase, Draft, OutboxSale, StoredTillSession } from '@/offline/database';
import type { LayawayBook } from '@/offline/layaways';
import type { Shelf } from '@/offline/parked-sales';
import { isStorageFull } from '@/offline/storage';
import { releaseVoid, withdrawVoid } from '@/offline/voids';
import type { Device } from '@/offline/till-device';
import type { Customer } from '@/shared/http/shapes';
import type { Person } from './at-the-till';
import type { CardTerminal } from './card-payment';
import type { Sounds } from './sounds';
import type { Notice, PlainNotice } from './till-notices';
import { tillReducer } from './till-reducer';
import { begun, type TillAction, type TillState } from './till-state';

/** What a desk works with. */
export interface DeskParts {
  readonly db: ConsoleDatabase;
  readonly device: Device;
  readonly session: StoredTillSession;
  readonly signedIn: Person;
  readonly terminal: CardTerminal;
  readonly sounds: Sounds;
  /** The first product that a search for these words finds. */
  readonly bestMatch: (text: string) => Promise<Product | null>;
  /** In how many more sales a coupon holds; null when there is no limit, or nobody to ask. */
  readonly couponLeft: (code: string) => Promise<number | null>;
  /** Where all tills of the store park their sales. */
  readonly shelf: Shelf;
  /** What the store's tills have set aside; loaded when it is asked for. */
  readonly layaways: () => Promise<LayawayBook>;
  readonly customerOf: (id: string) => Promise<Customer | null>;
  /** A sale is settled and kept: the drawer opens, the receipt prints. Nobody waits for it. */
  readonly sold: (sale: OutboxSale) => void;
  readonly online: () => boolean;
  readonly now: () => Date;
}

/** The sale being rung up: changed by actions alone, and every step of it kept on the device. */
export class TillStore {
  private readonly parts: DeskParts;
  private state: TillState;
  private readonly listeners = new Set<() => void>();
  private saving: Promise<unknown> = Promise.resolve();

  constructor(parts: DeskParts, state: TillState) {
    this.parts = parts;
    this.state = state;
  }

  readonly snapshot = (): TillState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  do(action: TillAction): void {
    const before = this.state;
    // Whatever is done is done at this minute's prices, also on a device that has just woken up.
    this.state = tillReducer(tillReducer(before, { type: 'minute', at: this.minute() }), action);
    if (this.state === before) return;
    if (
      before.basket !== this.state.basket ||
      before.tenders !== this.state.tenders ||
      before.customer !== this.state.customer ||
      before.approvals !== this.state.approvals ||
      before.tip !== this.state.tip ||
      before.deposit !== this.state.deposit ||
      pendingIn(before) !== pendingIn(this.state)
    ) {
      this.keepDraft();
    }
    if (before.voided && !this.state.voided) this.settleVoid(before.voided.id, action.type === 'undo');
    for (const listener of this.listeners) listener();
  }

  say(notice: Notice, refused = true): void {
    this.do({ type: 'notice', notice });
    if (refused) this.parts.sounds.refused();
  }

  tell(kind: PlainNotice): void {
    this.say({ kind, at: this.time() });
  }

  time(): number {
    return this.parts.now().getTime();
  }

  /** The minute on the store's clock. */
  minute(): string {
    return storeTime(this.parts.now(), this.parts.device.store.timeZone);
  }

  /** Resolves when every step so far is on the device. */
  saved(): Promise<unknown> {
    return this.saving;
  }

  draft(): Draft {
    const { saleId, basket, tenders, customer, paidWith, approvals, tip, deposit } = this.state;
    return {
      tillId: this.parts.device.till.id,
      saleId,
      basket,
      tenders: [...tenders],
      customer,
      paidWith,
      approvals,
      tip,
      ...(deposit && { deposit }),
      pendingPayment: pendingIn(this.state),
      offering: pendingIn(this.state) && this.state.offering,
    };
  }

  private settleVoid(id: string, undone: boolean): void {
    const { db } = this.parts;
    const settle = () => (undone ? withdrawVoid(db, id) : releaseVoid(db, id));
    this.saving = this.saving.then(settle, settle);
  }

  private keepDraft(): void {
    const { db } = this.parts;
    const draft = this.draft();
    const kept = begun(this.state);
    const write = async () => {
      await (kept ? db.drafts.put(draft) : db.drafts.delete(draft.tillId));
    };
    this.saving = this.saving.then(write, write);
    this.saving.catch((failure: unknown) => this.tell(notKept(failure)));
  }
}

/** What the cashier is told when the device could not write. */
export const notKept = (failure: unknown): PlainNotice =>
  isStorageFull(failure) ? 'storage-full' : 'not-kept';

const pendingIn = ({ pane }: TillState) => (pane.name === 'card' ? pane.payment : null);
