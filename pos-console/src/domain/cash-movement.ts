import { amount, minus, plus, ZERO, type Amount } from './decimal';
import type { GivenApproval, RungUpBy } from './sale';

export type MovementKind = 'PAY_IN' | 'PAY_OUT' | 'SKIM' | 'NO_SALE';

/** Cash put in or taken out for another reason than a sale, as `PUT …/cash-movements/{id}` takes it. */
export interface CashMovement {
  readonly kind: MovementKind;
  /** Never negative; zero when the drawer is only opened. */
  readonly amount: string;
  /** A word of {@link REASONS}; `OTHER` comes with a note. */
  readonly reason: string;
  readonly note: string | null;
  readonly movedAt: string;
  /** Who stood behind it, where the store's policy asks for somebody. */
  readonly approvals?: readonly GivenApproval[];
  /** Who stood at the till; an older till does not say it. */
  readonly doneBy?: RungUpBy;
}

export const REASONS = {
  PAY_IN: ['CHANGE_MONEY', 'FOUND', 'OTHER'],
  PAY_OUT: ['SUPPLIES', 'CLEANING', 'POSTAGE', 'DELIVERY', 'TIPS', 'OTHER'],
  SKIM: ['TO_SAFE', 'TO_BANK', 'OTHER'],
  NO_SALE: ['CHANGE_NOTES', 'CHECK_DRAWER', 'OTHER'],
} as const satisfies Record<MovementKind, readonly string[]>;

export type MovementReason = (typeof REASONS)[MovementKind][number];

export const MOVEMENT_KINDS = Object.keys(REASONS) as readonly MovementKind[];

/** What all of them left in the drawer: put in less taken out. */
export function cashMoved(movements: readonly Pick<CashMovement, 'kind' | 'amount'>[]): Amount {
  return movements.reduce(
    (total: Amount, { kind, amount: text }) =>
      kind === 'PAY_IN' ? plus(total, amount(text)) : minus(total, amount(text)),
    ZERO,
  );
}
