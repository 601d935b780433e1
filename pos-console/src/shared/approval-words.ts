import type { ApprovalAction } from '@/domain/approval/approval';
import type { Amount } from '@/domain/decimal';
import type { Formats } from './format';
import type { Say } from './i18n';

/** What somebody would like to do, in one line: `20 % (3.98) off Espresso`. */
export function wishWords(
  wish: {
    readonly action: ApprovalAction;
    readonly amount: Amount | string;
    /** Decimal string. */
    readonly percent?: string | null | undefined;
    readonly subject?: string | null | undefined;
  },
  currency: string,
  t: Say,
  format: Formats,
): string {
  const amount = format.money(wish.amount, currency);
  const size = wish.percent
    ? t('approval.share', { percent: format.quantity(wish.percent), amount })
    : amount;
  const words = t(`approval.wish.${wish.action}`, { size, subject: wish.subject ?? t('approval.something') });
  return wish.subject && ABOUT_THE_DRAWER.has(wish.action) ? `${words}: ${wish.subject}` : words;
}

/** What they are about is a reason, which stands behind. */
const ABOUT_THE_DRAWER: ReadonlySet<ApprovalAction> = new Set(['NO_SALE', 'PAY_OUT', 'CASH_DIFFERENCE']);

/** `Shift lead or store manager`. */
export const approverWords = (roles: readonly string[], t: Say, format: Formats): string =>
  format.either(
    roles
      .filter((role) => role === 'CASHIER' || role === 'SHIFT_LEAD' || role === 'STORE_MANAGER')
      .map((role) => t(`approval.role.${role}`)),
  );
