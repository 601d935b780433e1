import type { SaleDeposit, SetAside } from '@/domain/deposit';
import { balanceOf } from '@/domain/set-aside';
import { amountText, minorDigitsOf } from '@/domain/decimal';
import { paidWith } from '@/domain/paid-with';
import type { RefundableTender } from '@/domain/refunding';
import type { ConsoleDatabase, OutboxSale } from './database';

/** One document about deposits for goods that are set aside. */
export interface LayawayDeposit {
  readonly saleId: string;
  readonly kind: SaleDeposit['kind'];
  readonly amount: string;
  readonly tillId: string;
  readonly receiptNumber: number;
  readonly occurredAt: string;
  readonly by: string;
  readonly reason?: string;
}

/** Goods that are set aside, as the server tells it or as the documents on this device do. */
export interface Layaway {
  readonly id: string;
  readonly state: 'OPEN' | 'COLLECTED' | 'GIVEN_UP';
  readonly storeId: string;
  readonly saleId: string;
  readonly customerId: string | null;
  /** Where this device knows it. */
  readonly customerName?: string | null;
  readonly currency: string;
  readonly agreedTotal: string;
  /** What is left of all deposits. */
  readonly balance: string;
  readonly goods: SetAside;
  /** The oldest first. */
  readonly deposits: readonly LayawayDeposit[];
}

/** What the store's tills have set aside, behind the network. */
export interface LayawayBook {
  /** Those that a deposit is left of; with a name or receipt number those it names, whatever became of them. */
  list(storeId: string, search: string): Promise<readonly Layaway[]>;
  find(id: string): Promise<Layaway>;
  /** What paid for a document and has not gone back. */
  tenders(saleId: string): Promise<readonly RefundableTender[]>;
}

const INDEX = 'body.deposit.layawayId';

/** What was set aside on this device, whatever became of it. */
export async function layawaysHere(db: ConsoleDatabase): Promise<Layaway[]> {
  return fromDocuments(asSales(await db.outbox.where(INDEX).above('').toArray()));
}

/** The documents on this device that name one. */
export async function documentsOf(db: ConsoleDatabase, layawayId: string): Promise<OutboxSale[]> {
  return asSales(await db.outbox.where(INDEX).equals(layawayId).toArray());
}

/**
 * What the server told, with what this device did since; every document counts once, wherever it is known. Of what the server
 * did not tell only that stands which was set aside here.
 */
export function together(
  told: readonly Layaway[],
  here: readonly Layaway[],
  documents: readonly OutboxSale[],
): Layaway[] {
  const byId = new Map([...here, ...told].map((each) => [each.id, each]));
  return [...byId.values()].map((layaway) => {
    const known = new Set(layaway.deposits.map(({ saleId }) => saleId));
    const mine = documents.filter(({ id, body }) => body.deposit?.layawayId === layaway.id && !known.has(id));
    const local = here.find(({ id }) => id === layaway.id);
    const deposits = [...layaway.deposits, ...mine.flatMap(asDeposit)];
    return stateOf({
      ...layaway,
      customerName: local?.customerName ?? layaway.customerName ?? null,
      deposits,
    });
  });
}

/** One of them, as all that is known here and there makes it; null when nobody knows it. */
export async function knownLayaway(
  db: ConsoleDatabase,
  id: string,
  told: Layaway | null,
): Promise<Layaway | null> {
  const documents = await documentsOf(db, id);
  return together(told ? [told] : [], fromDocuments(documents), documents)[0] ?? null;
}

/** What paid for a document that was written on this device and has not gone back, as far as the device knows. */
export async function tendersHere(
  db: ConsoleDatabase,
  layawayId: string,
  saleId: string,
): Promise<readonly RefundableTender[]> {
  const documents = await documentsOf(db, layawayId);
  return paidWith(saleId, new Map(documents.map(({ id, body }) => [id, body])));
}

function fromDocuments(documents: readonly OutboxSale[]): Layaway[] {
  return documents.flatMap((first) => {
    const { deposit, storeId, customerId, currency } = first.body;
    if (!deposit?.setAside) return [];
    const { layawayId: id, agreedTotal, setAside: goods } = deposit;
    const own = documents.filter(({ body }) => body.deposit?.layawayId === id);
    const { id: saleId, customerName } = first;
    const deposits = own.flatMap(asDeposit);
    return stateOf({ id, storeId, saleId, customerId, customerName, currency, agreedTotal, goods, deposits });
  });
}

/** Goods are collected once, and given up when no deposit is left for them. */
function stateOf(known: Omit<Layaway, 'state' | 'balance'>): Layaway {
  const deposits = [...known.deposits].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  const left = balanceOf(deposits);
  const collected = deposits.some(({ kind }) => kind === 'APPLIED');
  return {
    ...known,
    deposits,
    balance: amountText(left, minorDigitsOf(known.currency)),
    state: collected ? 'COLLECTED' : left > 0n ? 'OPEN' : 'GIVEN_UP',
  };
}

function asDeposit({ id, body, cashierName }: OutboxSale): LayawayDeposit[] {
  const { deposit, tillId, receiptNumber, occurredAt } = body;
  if (!deposit) return [];
  const { kind, amount, reason } = deposit;
  const by = body.rungUpBy?.name ?? cashierName;
  return [{ saleId: id, kind, amount, tillId, receiptNumber, occurredAt, by, ...(reason && { reason }) }];
}

const asSales = (entries: readonly { kind: string }[]): OutboxSale[] =>
  entries.filter((entry): entry is OutboxSale => entry.kind === 'sale');
