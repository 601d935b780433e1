import {
  amount,
  divideHalfUp,
  negated,
  percent,
  plus,
  sum,
  ZERO,
  type Amount,
  type Quantity,
} from '../decimal';
import type { Discount } from '../discount';

/** What a person does at a till that a policy may want somebody else to approve. */
export const APPROVAL_ACTIONS = [
  'LINE_DISCOUNT',
  'BASKET_DISCOUNT',
  'PRICE_OVERRIDE',
  'OPEN_ITEM',
  'VOID_AFTER_TENDER',
  'RETURN',
  'RETURN_WITHOUT_RECEIPT',
  'REFUND_IN_CASH',
  'NO_SALE',
  'PAY_OUT',
  'CASH_DIFFERENCE',
] as const;
export type ApprovalAction = (typeof APPROVAL_ACTIONS)[number];

/** Beyond this size, whoever has none of the roles in `alone` needs somebody who has one of those in `approvers`. */
export interface ApprovalRule {
  readonly action: ApprovalAction;
  /** One of both as decimal strings; null: always. */
  readonly above: { readonly percent?: string | null; readonly amount?: string | null } | null;
  readonly alone: readonly string[];
  readonly approvers: readonly string[];
}

/** Something done at a till that a policy may speak about, and how large it is. */
export interface Deed {
  readonly action: ApprovalAction;
  /** Of what stands in one line. */
  readonly line?: number;
  readonly amount: Amount;
  /** What a share is measured against. */
  readonly of: Amount;
  /** The share that was given as such: what it comes to may be rounded, and must not be held against it. */
  readonly percent?: Amount;
}

/** What needs an approval that the person at the till does not have. */
export interface Needed {
  readonly deed: Deed;
  /** Who has one of these roles may give it. */
  readonly approvers: readonly string[];
  /** Whether one of the rules it breaks counts money. */
  readonly byAmount: boolean;
}

/** How far an approval reaches. */
export interface Reach {
  readonly action: ApprovalAction;
  readonly line?: number;
  readonly difference: Amount;
  readonly percent?: Amount;
}

/** A line of a basket or of a sale, as far as a policy may speak about it. */
export interface DoneLine {
  readonly line: number;
  readonly kind: 'SALE' | 'RETURN';
  readonly quantity: Quantity;
  readonly unitPrice: Amount;
  /** What it comes to in the end. */
  readonly amount: Amount;
  readonly discount: Discount | null;
  readonly price?: 'OVERRIDE' | 'OPEN' | undefined;
  /** What one would have cost had nobody set another price. */
  readonly listPrice?: Amount | undefined;
  readonly withReceipt: boolean;
}

const HUNDRED_PERCENT = 1_000_000n;

/**
 * What of a basket or a sale a policy may speak about, in the order of its lines and then of the whole. The server's twin
 * reads stored sales; both are held together by contracts/approval.
 */
export function deedsIn(lines: readonly DoneLine[], basketDiscount: Discount | null): Deed[] {
  const listed = sum(lines.filter(({ kind }) => kind === 'SALE').map(listedOf));
  return [
    ...lines.flatMap(deedsOfLine),
    ...deedOfDiscount('BASKET_DISCOUNT', undefined, basketDiscount, listed),
    ...deedOfReturns('RETURN', lines, true),
    ...deedOfReturns('RETURN_WITHOUT_RECEIPT', lines, false),
  ];
}

/** What needs an approval and has none that reaches so far. */
export function stillNeeded(
  deeds: readonly Deed[],
  rules: readonly ApprovalRule[],
  roles: readonly string[],
  approvals: readonly Reach[],
): Needed[] {
  return deeds
    .map((deed) => neededFor(deed, rules, roles))
    .filter((needed) => needed !== null)
    .filter((needed) => !approvals.some((approval) => reaches(approval, needed)));
}

/** Null when the person may do it alone. An approver must satisfy every rule that is broken. */
export function neededFor(
  deed: Deed,
  rules: readonly ApprovalRule[],
  roles: readonly string[],
): Needed | null {
  const broken = rules.filter(
    (rule) =>
      rule.action === deed.action && exceeds(deed, rule) && !rule.alone.some((role) => roles.includes(role)),
  );
  const [first, ...others] = broken;
  if (!first) return null;
  return {
    deed,
    approvers: first.approvers.filter((role) => others.every(({ approvers }) => approvers.includes(role))),
    byAmount: broken.some(({ above }) => typeof above?.amount === 'string'),
  };
}

/** Whether somebody with these roles may approve it. */
export const mayApprove = (needed: Pick<Needed, 'approvers'>, roles: readonly string[]): boolean =>
  needed.approvers.some((role) => roles.includes(role));

function exceeds(deed: Deed, { above }: ApprovalRule): boolean {
  if (above === null) return true;
  if (typeof above.amount === 'string') return deed.amount > amount(above.amount);
  const most = percent(above.percent ?? '0');
  return deed.percent === undefined ? deed.amount * HUNDRED_PERCENT > most * deed.of : deed.percent > most;
}

function reaches(approval: Reach, { deed, byAmount }: Needed): boolean {
  if (approval.action !== deed.action) return false;
  if (approval.line !== undefined && approval.line !== deed.line) return false;
  const asShare =
    !byAmount &&
    deed.percent !== undefined &&
    approval.percent !== undefined &&
    deed.percent <= approval.percent;
  return asShare || deed.amount <= approval.difference;
}

function deedsOfLine(line: DoneLine): Deed[] {
  if (line.kind !== 'SALE') return [];
  const listed = listedOf(line);
  const before = line.listPrice === undefined ? listed : worth(line.listPrice, line.quantity);
  const less = before > listed ? ((before - listed) as Amount) : ZERO;
  const at = { line: line.line };
  return [
    ...(line.price === 'OVERRIDE'
      ? [{ action: 'PRICE_OVERRIDE' as const, ...at, amount: less, of: before }]
      : []),
    ...(line.price === 'OPEN' ? [{ action: 'OPEN_ITEM' as const, ...at, amount: listed, of: listed }] : []),
    ...deedOfDiscount('LINE_DISCOUNT', line.line, line.discount, listed),
  ];
}

function deedOfDiscount(
  action: ApprovalAction,
  line: number | undefined,
  discount: Discount | null,
  listed: Amount,
): Deed[] {
  if (discount === null) return [];
  const share = 'percent' in discount ? discount.percent : undefined;
  const off =
    'percent' in discount
      ? (divideHalfUp(listed * discount.percent, HUNDRED_PERCENT) as Amount)
      : discount.amount;
  if (off <= 0n) return [];
  return [
    {
      action,
      ...(line !== undefined && { line }),
      amount: off,
      of: listed,
      ...(share !== undefined && { percent: share }),
    },
  ];
}

function deedOfReturns(action: ApprovalAction, lines: readonly DoneLine[], withReceipt: boolean): Deed[] {
  const back = lines.filter((line) => line.kind === 'RETURN' && line.withReceipt === withReceipt);
  if (back.length === 0) return [];
  const all = negated(back.map((line) => line.amount).reduce((a, b) => plus(a, b), ZERO));
  return [{ action, amount: all, of: all }];
}

const listedOf = ({ unitPrice, quantity }: DoneLine): Amount => worth(unitPrice, quantity);

/** A unit price for so many, before anything is taken off. */
const worth = (unitPrice: Amount, quantity: Quantity): Amount =>
  divideHalfUp(unitPrice * quantity, 1000n) as Amount;
