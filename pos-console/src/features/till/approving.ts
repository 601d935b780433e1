import {
  deedsIn,
  neededFor,
  stillNeeded,
  type ApprovalAction,
  type ApprovalRule,
  type Deed,
  type DoneLine,
  type Needed,
} from '@/domain/approval/approval';
import { amountText } from '@/domain/decimal';
import type { GivenApproval } from '@/domain/sale';
import { policyOf } from '@/offline/approval-policy';
import type { KeptApproval } from '@/offline/database';
import type { AtTheTill } from './at-the-till';
import { tillReducer } from './till-reducer';
import type { Pane, TillAction, TillState } from './till-state';
import { pricedOf } from './till-sums';
import type { DeskParts, TillStore } from './till-store';

/** Something that waits for an approval, and what it is about in words: the goods of a line, a reason. */
export interface Wish extends Needed {
  readonly subject: string | null;
}

/** That somebody approved it; kept with the basket, and told in its document. */
export type Approval = KeptApproval;

export interface Approver {
  readonly id: string;
  readonly name: string;
  /** The request that was answered from elsewhere; none: by PIN here. */
  readonly requestId?: string;
}

interface Waiting {
  readonly pane: Pane;
  readonly then: (approvals: readonly Approval[]) => void;
}

/** Lets through what the person at the till may do alone, and asks for somebody else before the rest. */
export class Approving {
  rules: readonly ApprovalRule[] = [];
  private readonly parts: DeskParts;
  private readonly store: TillStore;
  private readonly people: AtTheTill;
  private waiting: Waiting | null = null;

  constructor(parts: DeskParts, store: TillStore, people: AtTheTill) {
    this.parts = parts;
    this.store = store;
    this.people = people;
  }

  async reload(): Promise<void> {
    this.rules = (await policyOf(this.parts.db, this.parts.device.store.id)).rules;
  }

  /** Does it, at once or when what it adds to the basket was approved. */
  do(action: TillAction): void {
    const before = this.store.snapshot();
    const after = this.rules.length === 0 ? before : tillReducer(before, action);
    if (after.basket === before.basket) return this.store.do(action);
    const already = this.missingIn(before);
    const more = this.missingIn(after).filter(
      ({ deed }) =>
        !already.some((known) => known.deed.action === deed.action && known.deed.line === deed.line),
    );
    this.ask(more, (approvals) => {
      this.store.do({ type: 'approved', approvals });
      this.store.do(action);
    });
  }

  /** Goes on when nothing in the basket lacks an approval, at once or as soon as that is so. */
  settled(then: () => void): void {
    const missing = this.rules.length === 0 ? [] : this.missingIn(this.store.snapshot());
    this.ask(missing, (approvals) => {
      this.store.do({ type: 'approved', approvals });
      then();
    });
  }

  /** Whether the store's policy says anything about it. */
  speaksOf(action: ApprovalAction): boolean {
    return this.rules.some((rule) => rule.action === action);
  }

  /** Goes on with what was approved of this sale before, or when somebody approves it now; it belongs into the sale. */
  within(deed: Deed, then: () => void): void {
    const { person } = this.people.snapshot();
    const needed = stillNeeded([deed], this.rules, person.roles, this.store.snapshot().approvals);
    this.ask(
      needed.map((each) => ({ ...each, subject: null })),
      (approvals) => {
        this.store.do({ type: 'approved', approvals });
        then();
      },
    );
  }

  /** For what is no part of a basket: `then` gets the approvals that belong into its own document. */
  only(deed: Deed, subject: string | null, then: (approvals: readonly Approval[]) => void): void {
    const needed = this.neededFor(deed);
    this.ask(needed ? [{ ...needed, subject }] : [], then);
  }

  /** Null when the person at the till may do it alone. */
  neededFor(deed: Deed): Needed | null {
    return neededFor(deed, this.rules, this.people.snapshot().person.roles);
  }

  /** Somebody approved what waits. False when it waits no longer, or when it is their own doing. */
  approve({ id, name, requestId }: Approver): boolean {
    const { pane } = this.store.snapshot();
    const { waiting } = this;
    if (pane.name !== 'approval' || waiting?.pane !== pane || id === this.people.snapshot().person.id)
      return false;
    const at = this.parts.now().toISOString();
    this.waiting = null;
    this.store.do({ type: 'pane', pane: pane.before });
    waiting.then(
      pane.wishes.map(({ deed }): Approval => ({
        action: deed.action,
        ...(deed.line !== undefined && { line: deed.line }),
        difference: deed.amount,
        ...(deed.percent !== undefined && { percent: deed.percent }),
        ...{ approverId: id, approverName: name, at },
        ...(requestId === undefined ? { how: 'PIN' } : { how: 'REMOTE', requestId }),
      })),
    );
    return true;
  }

  private ask(wishes: readonly Wish[], then: Waiting['then']): void {
    if (wishes.length === 0) return then([]);
    const { pane: now } = this.store.snapshot();
    const pane: Pane = { name: 'approval', wishes, before: now.name === 'approval' ? now.before : now };
    this.waiting = { pane, then };
    this.store.do({ type: 'pane', pane });
  }

  private missingIn(state: TillState): Wish[] {
    const { basket, approvals } = state;
    const deeds = deedsIn(doneIn(state), basket.discount);
    return stillNeeded(deeds, this.rules, this.people.snapshot().person.roles, approvals).map((needed) => ({
      ...needed,
      subject: basket.lines.find(({ key }) => key === needed.deed.line)?.name ?? null,
    }));
  }
}

function doneIn(state: TillState): DoneLine[] {
  return pricedOf(state).lines.map(({ line, gross }): DoneLine => ({
    line: line.key,
    kind: line.kind,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    amount: gross,
    // What was agreed on was approved when the goods were set aside.
    discount: line.fixed === 'AGREED' ? null : line.discount,
    price: line.fixed === 'CODE' || line.fixed === 'AGREED' ? undefined : line.fixed,
    listPrice: line.instead?.unitPrice,
    withReceipt: line.returnOf !== null,
  }));
}

/** Approvals as documents say them; `lineNoOf` names the line that a basket's line became. */
export function approvalsAsWritten(
  approvals: readonly Approval[],
  minorDigits: number,
  lineNoOf: (line: number) => number | null = () => null,
): GivenApproval[] {
  return approvals.flatMap(({ line, difference, percent, ...approval }): GivenApproval[] => {
    const lineNo = line === undefined ? undefined : lineNoOf(line);
    // What was approved and then taken out of the basket again is no part of the sale.
    if (lineNo === null) return [];
    return [
      {
        ...approval,
        ...(lineNo !== undefined && { lineNo }),
        difference: amountText(difference, minorDigits),
        ...(percent !== undefined && { percent: amountText(percent, 0) }),
      },
    ];
  });
}
