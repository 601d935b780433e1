import { minus, negated, ZERO, type Amount } from './decimal';
import type { PaidReceipt } from './refunding';
import type { SaleLine } from './sale';
import type { SalePricing } from './sale-pricing';

/** Why a deposit goes back. */
export const DEPOSIT_REASONS = ['CHANGED_MIND', 'NOT_AVAILABLE', 'NOT_COLLECTED', 'OTHER'] as const;
export type DepositReason = (typeof DEPOSIT_REASONS)[number];

/**
 * Money that a customer has with the store for goods that are set aside, as a sale document says it: taken and given back in a
 * document without lines, applied in the sale of the goods.
 */
export interface SaleDeposit {
  readonly layawayId: string;
  readonly kind: 'TAKEN' | 'APPLIED' | 'REFUNDED';
  /** More than zero where it is taken, less where it pays or goes back. */
  readonly amount: string;
  /** What the goods come to. */
  readonly agreedTotal: string;
  /** What is left of all deposits for them after this document, as far as its till knew. */
  readonly balance: string;
  readonly reason?: string;
  /** In the first document of a layaway. */
  readonly setAside?: SetAside;
}

/** Goods as they would have been sold when they were set aside: that is what they will be sold at. */
export interface SetAside {
  /** What the customer says they are called; one with a profile is named by it. */
  readonly name?: string;
  /** The last day on which they are kept. */
  readonly keptUntil?: string;
  readonly lines: readonly SaleLine[];
  readonly pricing?: SalePricing;
}

/** What the sale being rung up does with a deposit. */
export type Dealing =
  | {
      readonly kind: 'TAKEN';
      readonly layawayId: string;
      readonly amount: Amount;
      /** What was paid in before. */
      readonly before: Amount;
      /** Of goods in the basket that are set aside with it. */
      readonly goods?: Pick<SetAside, 'name' | 'keptUntil'>;
      /** Of goods that were set aside before. */
      readonly agreedTotal?: Amount;
    }
  | {
      readonly kind: 'APPLIED';
      readonly layawayId: string;
      readonly before: Amount;
      readonly agreedTotal: Amount;
    }
  | {
      readonly kind: 'REFUNDED';
      readonly layawayId: string;
      readonly amount: Amount;
      readonly before: Amount;
      readonly agreedTotal: Amount;
      readonly reason: DepositReason;
      /** What the deposits were paid with. */
      readonly receipts: readonly PaidReceipt[];
    };

/** Whether no goods change hands: the document has no lines. */
export const standsAlone = (deposit: Dealing | null | undefined): boolean =>
  !!deposit && deposit.kind !== 'APPLIED';

/** What the tenders hold for a deposit, with its sign; it never pays for more than the goods cost. */
export function dealtWith(deposit: Dealing | null | undefined, cost: Amount): Amount {
  switch (deposit?.kind) {
    case undefined:
      return ZERO;
    case 'TAKEN':
      return deposit.amount;
    case 'REFUNDED':
      return negated(deposit.amount);
    case 'APPLIED':
      return cost <= 0n ? ZERO : negated(deposit.before < cost ? deposit.before : cost);
  }
}

/** What is still to be paid for goods that are set aside. */
export const stillToPay = (agreedTotal: Amount, balance: Amount): Amount => minus(agreedTotal, balance);
