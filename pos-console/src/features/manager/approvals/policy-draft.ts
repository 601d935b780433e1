import { APPROVAL_ACTIONS, type ApprovalAction } from '@/domain/approval/approval';
import { parseAmount, parseTyped } from '@/domain/decimal';
import type { ApprovalTerms } from '@/shared/http/shapes';
import type { Fault, Faulty } from '../forms/use-draft-form';

export type Unit = 'always' | 'percent' | 'amount';

/** Who does without an approval, or gives it: this role and those above. */
export const LEVELS = ['CASHIER', 'SHIFT_LEAD', 'STORE_MANAGER'] as const;
export type Level = (typeof LEVELS)[number];

/** A rule while it is being written; `key` tells rows apart. */
export interface RuleDraft {
  readonly key: number;
  readonly action: ApprovalAction;
  readonly unit: Unit;
  readonly above: string;
  /** From which role on nobody else is needed; `nobody`: for everybody. */
  readonly alone: Level | 'nobody';
  readonly approver: Level;
}

export interface PolicyDraft {
  readonly name: string;
  readonly active: boolean;
  readonly lockAfterMinutes: string;
  readonly rules: readonly RuleDraft[];
}

/** What a shop would begin with. */
export const usualDraft = (name: string): PolicyDraft => ({
  name,
  active: true,
  lockAfterMinutes: '10',
  rules: [
    rule(1, 'LINE_DISCOUNT', 'percent', '10', 'SHIFT_LEAD', 'SHIFT_LEAD'),
    rule(2, 'BASKET_DISCOUNT', 'percent', '10', 'SHIFT_LEAD', 'SHIFT_LEAD'),
    rule(3, 'PRICE_OVERRIDE', 'percent', '10', 'SHIFT_LEAD', 'SHIFT_LEAD'),
    rule(4, 'RETURN', 'amount', '50', 'SHIFT_LEAD', 'SHIFT_LEAD'),
    rule(5, 'RETURN_WITHOUT_RECEIPT', 'always', '', 'SHIFT_LEAD', 'SHIFT_LEAD'),
    rule(6, 'REFUND_IN_CASH', 'always', '', 'SHIFT_LEAD', 'SHIFT_LEAD'),
  ],
});

const rule = (
  key: number,
  action: ApprovalAction,
  unit: Unit,
  above: string,
  alone: RuleDraft['alone'],
  approver: Level,
): RuleDraft => ({ key, action, unit, above, alone, approver });

/** Goods and money have an amount; only what is taken off a price has a share, and opening the drawer has neither. */
export const unitsOf = (action: ApprovalAction): readonly Unit[] => {
  if (action === 'NO_SALE') return ['always'];
  return action === 'LINE_DISCOUNT' || action === 'BASKET_DISCOUNT' || action === 'PRICE_OVERRIDE'
    ? ['percent', 'amount', 'always']
    : ['amount', 'always'];
};

/** A new row: the first thing there is no rule for yet. */
export function withNewRule({ rules }: Pick<PolicyDraft, 'rules'>): readonly RuleDraft[] {
  const action =
    APPROVAL_ACTIONS.find((each) => rules.every((known) => known.action !== each)) ?? 'LINE_DISCOUNT';
  const key = Math.max(0, ...rules.map((known) => known.key)) + 1;
  return [...rules, rule(key, action, unitsOf(action)[0] ?? 'always', '', 'SHIFT_LEAD', 'SHIFT_LEAD')];
}

export const draftOf = (terms: ApprovalTerms): PolicyDraft => ({
  name: terms.name,
  active: terms.active,
  lockAfterMinutes: terms.lockAfterMinutes === null ? '' : String(terms.lockAfterMinutes),
  rules: terms.rules.map((known, at) =>
    rule(
      at + 1,
      known.action,
      !known.above ? 'always' : known.above.percent ? 'percent' : 'amount',
      known.above?.percent ?? known.above?.amount ?? '',
      LEVELS.find((level) => known.alone.includes(level)) ?? 'nobody',
      LEVELS.find((level) => known.approvers.includes(level)) ?? 'STORE_MANAGER',
    ),
  ),
});

/** What is sent, or everything that is wrong. */
export function termsOf(
  draft: PolicyDraft,
  storeId: string | null,
  minorDigits: number,
): { readonly terms: ApprovalTerms } | Faulty {
  const faults: Fault[] = [];
  if (draft.name.trim() === '') faults.push({ pointer: '/name', word: 'approvals.fault.name' });
  const minutes = draft.lockAfterMinutes.trim();
  if (minutes !== '' && !(/^\d{1,3}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= 240))
    faults.push({ pointer: '/lockAfterMinutes', word: 'approvals.fault.minutes' });
  const rules = draft.rules.map((each, at): ApprovalTerms['rules'][number] => {
    const size = sizeOf(each, minorDigits);
    if (size === undefined) faults.push({ pointer: `/rules/${at}/above`, word: 'approvals.fault.above' });
    return {
      action: each.action,
      above: each.unit === 'always' ? null : { [each.unit]: size ?? '0' },
      alone: each.alone === 'nobody' ? [] : [...upFrom(each.alone)],
      approvers: [...upFrom(each.approver)],
    };
  });
  if (faults.length > 0) return { faults };
  return {
    terms: {
      storeId,
      name: draft.name.trim(),
      active: draft.active,
      lockAfterMinutes: minutes === '' ? null : Number(minutes),
      rules,
    },
  };
}

const upFrom = (level: Level): readonly Level[] => LEVELS.slice(LEVELS.indexOf(level));

/** As it is sent; undefined when it is none. */
function sizeOf({ unit, above }: RuleDraft, minorDigits: number): string | null | undefined {
  if (unit === 'always') return null;
  const typed = parseTyped(above, unit === 'percent' ? 2 : minorDigits);
  const value = typed === null ? null : parseAmount(typed);
  if (typed === null || value === null || value < 0n || (unit === 'percent' && value > 1_000_000n))
    return undefined;
  return typed;
}
