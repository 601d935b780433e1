import { amountText, negated, type Amount } from '@/domain/decimal';
import type { Discount } from '@/domain/discount';
import { useWords } from '@/shared/i18n';

/** `Discount 10 % −1.29`; of goods that come back, what is taken back with them. */
export function useDiscountWords(currency: string): (rule: Discount | null, off: Amount) => string {
  const { t, format } = useWords();
  return (rule, off) => {
    if (off < 0n) return t('basket.discountBack', { amount: format.money(negated(off), currency) });
    const amount = format.money(off, currency);
    return rule && 'percent' in rule
      ? t('basket.discountPercent', { percent: format.quantity(amountText(rule.percent)), amount })
      : t('basket.discount', { amount });
  };
}
