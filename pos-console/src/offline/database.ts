import Dexie, { type EntityTable, type Table, type Transaction } from 'dexie';
import type { Reach } from '@/domain/approval/approval';
import type { Basket, BasketLine } from '@/domain/basket';
import type { CashMovement } from '@/domain/cash-movement';
import type { Amount } from '@/domain/decimal';
import type { Dealing } from '@/domain/deposit';
import type { Denomination } from '@/domain/denominations';
import type { ForeignCount } from '@/domain/foreign-cash';
import type { Offering } from '@/domain/offers';
import type { PaidReceipt, TenderRef } from '@/domain/refunding';
import type { GivenApproval, RungUpBy, SaleDocument, Tender } from '@/domain/sale';
import type { TaxExemption } from '@/domain/tax-exemption';
import { takenBackBy } from './taken-back';
import type { VoidedBasket } from './voids';
import type { ClosingAnswer, Customer, PriceBookItem, ReceiptMailRequest } from '@/shared/http/shapes';

/** A price book entry of one store, findable by any code that scans or types it. */
export interface StoredProduct extends Omit<PriceBookItem, 'prices' | 'brand'> {
  /** Entries that were kept before the book told brands have none. */
  readonly brand?: string | null;
  /** Entries that were kept before prices had lists and periods know only `price`. */
  readonly prices?: PriceBookItem['prices'];
  readonly storeId: string;
  /** `store|code` for every barcode and the SKU. */
  readonly scanCodes: readonly string[];
  readonly categoryKey: string;
  /** `store|family` of a variant. */
  readonly familyKey?: string;
}

export type OutboxState = 'queued' | 'sending' | 'accepted' | 'rejected';

interface OutboxFields {
  seq: number;
  /** Id of what is sent: a sale or a till session. */
  id: string;
  /** The resource that is put; unique, so that nothing is queued twice. */
  path: string;
  tillId: string;
  tillSessionId: string | null;
  state: OutboxState;
  attempts: number;
  /** Milliseconds since the epoch before which it is not tried again. */
  notBefore: number;
  queuedAt: string;
  acceptedAt: string | null;
  problem: { readonly title: string; readonly detail: string; readonly status: number } | null;
  /** How often the server failed at it while it took others; entries of older versions do not count. */
  faults?: number;
  /** Since when others are sent past it; only while it waits. */
  stuckSince?: string | null;
}

export interface OutboxSale extends OutboxFields {
  kind: 'sale';
  receiptNumber: number;
  body: SaleDocument;
  /** Shown on the receipt; the server knows the cashier from the token. */
  cashierName: string;
  customerName: string | null;
  /** What an exempt customer proved that they pay no tax with; only the device and the customer's profile know it. */
  taxExemption?: TaxExemption | null;
  cardDetails: string | null;
  /** The sales whose goods or money go back with it; none where it only sells. */
  takesBack?: readonly string[];
}

export interface OpeningBody {
  readonly tillId: string;
  readonly storeId: string;
  readonly openingFloat: string;
  readonly currency: string;
  readonly businessDate: string;
  readonly openedAt: string;
  readonly drawer?: number;
  readonly floatCount?: readonly Denomination[];
}

export interface ClosingBody {
  readonly countedCash: string;
  readonly closedAt: string;
  readonly count?: readonly Denomination[];
  readonly reason?: string;
  readonly approvals?: readonly GivenApproval[];
  readonly doneBy?: RungUpBy;
  readonly foreign?: readonly ForeignCount[];
}

export interface HandOverBody {
  readonly countedCash: string;
  readonly count?: readonly Denomination[];
  readonly takenOverBy: string;
  readonly handedOverAt: string;
}

export interface OutboxOpening extends OutboxFields {
  kind: 'till-session';
  body: OpeningBody;
}

export interface OutboxClosing extends OutboxFields {
  kind: 'closing';
  body: ClosingBody;
  answer: ClosingAnswer | null;
}

export interface OutboxMovement extends OutboxFields {
  kind: 'cash-movement';
  body: CashMovement;
  /** Shown in the till's own report. */
  cashierName: string;
}

export interface OutboxHandOver extends OutboxFields {
  kind: 'hand-over';
  body: HandOverBody;
  cashierName: string;
}

export interface OutboxVoid extends OutboxFields {
  kind: 'void';
  body: VoidedBasket;
  cashierName: string;
  /** Milliseconds since the epoch until which it may be taken back; none as soon as it stands. */
  undoableUntil?: number;
}

export type OutboxEntry =
  OutboxSale | OutboxOpening | OutboxClosing | OutboxMovement | OutboxHandOver | OutboxVoid;

type WithoutSeq<T> = T extends unknown ? Omit<T, 'seq'> : never;

/** An entry before the device has put it in line. */
export type NewOutboxEntry = WithoutSeq<OutboxEntry>;

export interface StoredTillSession {
  id: string;
  tillId: string;
  storeId: string;
  openingFloat: string;
  businessDate: string;
  openedAt: string;
  closedAt: string | null;
  /** Which of the till's drawers; sessions of older versions are of the first. */
  drawer?: number;
  openedByName?: string;
}

/** Money on its way from a card, or back to one. */
export interface CardPayment {
  /** Id of the payment, or of the refund. */
  readonly id: string;
  /** The payment that a refund gives back; null for a payment. */
  readonly refundOf: string | null;
  /** The tender of an earlier sale that the refund gives back. */
  readonly to?: TenderRef;
  /** It gives back what was taken for the very basket, which is being given up. */
  readonly voids?: true;
  /** Decimal string in the store's currency, never negative. */
  readonly amount: string;
  /** When it was last asked for, in milliseconds since the epoch. */
  readonly sentAt: number;
}

/** That somebody approved something in a basket. */
export interface KeptApproval extends Reach {
  readonly approverId: string;
  readonly approverName: string;
  readonly how: 'PIN' | 'REMOTE';
  readonly at: string;
  readonly requestId?: string;
}

/** The sale being rung up, kept so that a reload or a crash loses nothing of it. */
export interface Draft {
  tillId: string;
  saleId: string;
  basket: Basket;
  tenders: Tender[];
  customer: Customer | null;
  /** What goods that come back were paid with; drafts of an older console do not say it. */
  paidWith?: readonly PaidReceipt[];
  /** What was approved of it; drafts of an older console have none. */
  approvals?: readonly KeptApproval[];
  /** What the customer gives on top. */
  tip?: Amount;
  /** What happens with a deposit. */
  deposit?: Dealing;
  /** A card payment or refund whose answer is not known yet. */
  pendingPayment: CardPayment | null;
  /** What was offered when that payment was asked for: the price it pays must not change until it has answered. */
  offering: Offering | null;
}

/** A sale set aside until somebody goes on with it; its card payment may still wait for an answer. */
export interface ParkedSale extends Draft {
  parkedAt: string;
  /** What it came to when it was parked; decimal string. */
  total?: string;
  /** Whether the store's other tills can go on with it. */
  shelved?: boolean;
  /** This till has asked the shelf for it: what the shelf no longer has may be on its way here. */
  asked?: boolean;
}

/** What a printer says of itself, or that the bridge to it does not answer. */
export type PrinterState = 'READY' | 'OUT_OF_PAPER' | 'COVER_OPEN' | 'GONE' | 'NO_BRIDGE';

/** A document for this device's printer, kept until it is on paper. */
export interface PrintJob {
  /** That of the sale for the first receipt, so that it prints once; copies have ids of their own. */
  id: string;
  saleId: string;
  kind: 'original' | 'copy' | 'gift' | 'test';
  /** ESC/POS; gone as soon as it is printed. */
  document: Uint8Array<ArrayBuffer> | null;
  /** `sending`: to a printer that knows no ids. `handed-over`: the bridge has it and prints it. */
  state: 'waiting' | 'sending' | 'handed-over' | 'printed' | 'uncertain';
  /** Why it still waits. */
  held: PrinterState | null;
  /** Milliseconds since the epoch. */
  queuedAt: number;
}

/** A receipt on its way to a customer's mailbox. */
export interface ReceiptMail {
  id: string;
  saleId: string;
  /** To whom, with most of it left out: enough to tell two apart. */
  to: string;
  /** What the server is asked for; gone as soon as it has it. */
  body: ReceiptMailRequest | null;
  /** `handed-over`: the server has it and sends it. */
  state: 'waiting' | 'handed-over' | 'sent' | 'failed';
  /** Why it failed, in the server's words. */
  problem: string | null;
  attempts: number;
  /** Milliseconds since the epoch before which nobody is asked about it again. */
  notBefore: number;
  queuedAt: number;
}

export interface Setting {
  key: string;
  value: unknown;
}

/** How much of a till waits to be sent or was refused: to count it anew at every question would take longer every day. */
export interface Tally {
  readonly tillId: string;
  /** Also voids that may still be taken back. */
  readonly waiting: number;
  readonly rejected: number;
}

/** What this device signed of what happened here, in order and without a gap. */
export interface JournalEntry {
  readonly deviceId: string;
  readonly number: number;
  /** Id of what it is about. */
  readonly subject: string;
  /** Canonical JSON (RFC 8785): hash and signature are over its UTF-8 bytes. */
  readonly payload: string;
  readonly hash: string;
  /** Hash of the entry before. */
  readonly previous: string;
  readonly signature: string;
  /** `odd`: the server has it and wrote down what does not fit. */
  readonly state: 'queued' | 'accepted' | 'odd';
}

/**
 * Everything the console keeps on the device. Schema versions only ever add: an update of the app must not touch sales
 * that were not sent yet.
 */
export class ConsoleDatabase extends Dexie {
  declare settings: EntityTable<Setting, 'key'>;
  declare products: Table<StoredProduct, [string, string]>;
  declare outbox: Table<OutboxEntry, number, NewOutboxEntry>;
  declare counters: EntityTable<{ tillId: string; next: number }, 'tillId'>;
  declare tillSessions: EntityTable<StoredTillSession, 'id'>;
  declare drafts: EntityTable<Draft, 'tillId'>;
  declare parkedSales: EntityTable<ParkedSale, 'saleId'>;
  declare printJobs: EntityTable<PrintJob, 'id'>;
  declare receiptMails: EntityTable<ReceiptMail, 'id'>;
  declare journal: Table<JournalEntry, [string, number]>;
  declare tallies: EntityTable<Tally, 'tillId'>;

  constructor(name = 'tillstream') {
    // Strict: a transaction is reported done only after the browser has flushed it to disk.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      settings: '&key',
      products: '[storeId+productId], *scanCodes, categoryKey, storeId',
      outbox: '++seq, &path, id, tillId, state, tillSessionId, &[tillId+receiptNumber]',
      counters: '&tillId',
      tillSessions: '&id, tillId',
      drafts: '&tillId',
    });
    this.version(2)
      .stores({ parkedSales: '&saleId, tillId' })
      .upgrade((upgrade) => upgrade.table<Draft>('drafts').toCollection().modify(sinceDiscountsAreRules));
    this.version(3)
      .stores({})
      .upgrade(async (upgrade) => {
        for (const table of ['drafts', 'parkedSales'])
          await upgrade.table<Draft>(table).toCollection().modify(sincePromotionsApply);
      });
    this.version(4)
      .stores({})
      .upgrade(async (upgrade) => {
        for (const table of ['drafts', 'parkedSales'])
          await upgrade.table<Draft>(table).toCollection().modify(sinceListsDecide);
        await upgrade.table<Setting>('settings').toCollection().modify(readBookAgain);
      });
    this.version(5).stores({
      products: '[storeId+productId], *scanCodes, categoryKey, storeId, familyKey',
    });
    // Products are found by their brand as well, which the book did not tell.
    this.version(6)
      .stores({})
      .upgrade((upgrade) => upgrade.table<Setting>('settings').toCollection().modify(readBookAgain));
    this.version(7).stores({ printJobs: '&id, saleId, state, queuedAt' });
    this.version(8).stores({ receiptMails: '&id, saleId, state' });
    this.version(9).stores({ journal: '[deviceId+number], state' });
    // Whatever is asked at every sale is answered by an index, however much waits.
    this.version(10)
      .stores({
        outbox:
          '++seq, &path, id, tillSessionId, &[tillId+receiptNumber], [state+tillId+seq], [tillId+kind+seq], undoableUntil, *takesBack',
        tallies: '&tillId',
      })
      .upgrade(countWhatWaits);
    // What is set aside is found by the documents that name it; most name nothing and are not in the index.
    this.version(11).stores({
      outbox:
        '++seq, &path, id, tillSessionId, &[tillId+receiptNumber], [state+tillId+seq], [tillId+kind+seq], undoableUntil, *takesBack, body.deposit.layawayId',
    });
  }

  async setting<T>(key: string): Promise<T | undefined> {
    return (await this.settings.get(key))?.value as T | undefined;
  }

  async keep(key: string, value: unknown): Promise<void> {
    await this.settings.put({ key, value });
  }
}

type LineOfVersion1 = Omit<BasketLine, 'discount'> & { discount: Amount };

/** A line's discount was an amount; it became a rule, and the basket can have one as well. */
function sinceDiscountsAreRules(draft: Draft): void {
  const lines = draft.basket.lines as unknown as readonly LineOfVersion1[];
  draft.basket = {
    ...draft.basket,
    lines: lines.map((line) => ({
      ...line,
      discount: line.discount === 0n ? null : { amount: line.discount },
    })),
    discount: null,
  };
  if (draft.pendingPayment) draft.pendingPayment = { ...draft.pendingPayment, sentAt: Date.now() };
}

const NOTHING_OFFERED = {
  version: null,
  store: '',
  at: '2000-01-01T00:00',
  promotions: [],
  lineages: new Map(),
};

/** Baskets hold coupons, lines know the category of their goods. */
function sincePromotionsApply(draft: Draft): void {
  draft.basket = {
    ...draft.basket,
    coupons: [],
    lines: draft.basket.lines.map((line) => ({ ...line, categoryId: null })),
  };
  draft.offering = draft.pendingPayment && (NOTHING_OFFERED as unknown as Offering);
}

/** What is being paid for keeps its prices: its lines have none of lists. */
function sinceListsDecide(draft: Draft): void {
  draft.offering &&= {
    ...draft.offering,
    ...{ priceLists: [], taxRates: [], version: null, timeZone: 'UTC', goods: new Map() },
  };
}

/** The whole price book comes once more, with its lists; until then goods are sold at the price that is known. */
function readBookAgain(setting: Setting): void {
  if (setting.key.startsWith('price-book:')) setting.value = { ...(setting.value as object), version: 0 };
}

/** Sales learn what they take back, and each till what it has to send. */
async function countWhatWaits(upgrade: Transaction): Promise<void> {
  const outbox = upgrade.table<OutboxEntry, number>('outbox');
  const tallies = new Map<string, Tally>();
  const takingBack: OutboxSale[] = [];
  await outbox.each((entry) => {
    const { tillId, state } = entry;
    const before = tallies.get(tillId) ?? { tillId, waiting: 0, rejected: 0 };
    tallies.set(tillId, {
      tillId,
      waiting: before.waiting + (state === 'queued' || state === 'sending' ? 1 : 0),
      rejected: before.rejected + (state === 'rejected' ? 1 : 0),
    });
    if (entry.kind !== 'sale') return;
    const takesBack = takenBackBy(entry.body);
    if (takesBack) takingBack.push({ ...entry, takesBack });
  });
  await outbox.bulkPut(takingBack);
  await upgrade.table<Tally>('tallies').bulkPut([...tallies.values()]);
}

export const database = new ConsoleDatabase();
