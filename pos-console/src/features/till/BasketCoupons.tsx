import { TicketPercent, X } from 'lucide-react';
import { ZERO } from '@/domain/decimal';
import type { CouponResult } from '@/domain/pricing/price-basket';
import { sentenceOf } from '@/domain/pricing/sentences';
import { useWords } from '@/shared/i18n';
import { IconButton } from '@/shared/ui/controls';
import { focusSearch, useTill } from './till-context';
import styles from './till.module.css';
import { useSentences } from './use-sentences';

/** The coupons that were shown, each with what it took off or why it took off nothing. */
export function BasketCoupons({ coupons, currency }: { coupons: readonly CouponResult[]; currency: string }) {
  const { t } = useWords();
  return (
    <ul className={styles.coupons} aria-label={t('basket.coupons')}>
      {coupons.map((coupon) => (
        <Coupon key={coupon.code} coupon={coupon} currency={currency} />
      ))}
    </ul>
  );
}

function Coupon({ coupon: { code, amount, reason }, currency }: { coupon: CouponResult; currency: string }) {
  const { desk, state } = useTill();
  const { t, format } = useWords();
  const sentences = useSentences();
  const takesOff = amount !== ZERO;
  const empty = state.basket.lines.length === 0;
  return (
    <li className={styles.coupon}>
      <TicketPercent size={20} aria-hidden="true" />
      <span className={styles.lineName}>
        {t('basket.coupon', { code })}
        <span className={styles.lineDetail} role="status">
          {takesOff && `−${format.money(amount, currency)}`}
          {!takesOff && empty && t('basket.couponWaits')}
          {!takesOff &&
            !empty &&
            reason &&
            sentences &&
            !('failure' in sentences) &&
            sentenceOf(reason, sentences)}
        </span>
      </span>
      {!['paying', 'card'].includes(state.pane.name) && (
        <IconButton
          label={t('basket.couponRemove', { code })}
          onClick={() => {
            desk.act({ type: 'uncoupon', code });
            focusSearch();
          }}
        >
          <X size={18} aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}
