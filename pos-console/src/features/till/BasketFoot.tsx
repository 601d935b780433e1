import { ChevronDown, ChevronUp } from 'lucide-react';
import { itemCount, type BasketLine } from '@/domain/basket';
import { amountText, minus, negated, sum, ZERO, type Amount as AmountValue } from '@/domain/decimal';
import type { PricedBasket } from '@/domain/pricing/price-basket';
import { cashRoundingOf } from '@/domain/sale';
import { useWords } from '@/shared/i18n';
import { Amount, Button } from '@/shared/ui/controls';
import { useTill } from './till-context';
import { depositOf, dueOf, termsOf, tipOf } from './till-sums';
import styles from './till.module.css';

/** Count, tax and total, always in view, and the one button that takes the money. */
export function BasketFoot({
  priced,
  open,
  toggle,
}: {
  priced: PricedBasket<BasketLine>;
  open: boolean;
  toggle: () => void;
}) {
  const { state, desk, device } = useTill();
  const { t, format } = useWords();
  const { currency } = device.store;
  const count = itemCount(state.basket);
  const due = dueOf(state);
  const rounding = cashRoundingOf(priced);
  const tip = tipOf(state);
  const deposit = depositOf(state);
  const empty = priced.lines.length === 0 && deposit === ZERO;
  const { taxExempt } = termsOf(state);
  const spared = sum(
    priced.lines.map(({ line, amount, gross }) => (line.kind === 'SALE' ? minus(amount, gross) : ZERO)),
  );
  const onTop = priced.lines.some((line) => line.gross !== line.amount);
  // Panes with a primary action of their own leave no second one to hit by mistake.
  const selling = !['paying', 'tip', 'card', 'discount', 'approval', 'age', 'batch', 'set-aside'].includes(
    state.pane.name,
  );
  const last = state.basket.lines.find((line) => line.key === state.basket.selected)?.name ?? '';
  return (
    <footer className={styles.foot}>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={toggle}>
        {open ? <ChevronDown size={20} aria-hidden="true" /> : <ChevronUp size={20} aria-hidden="true" />}
        {t('basket.items', { count })}
      </button>
      <dl className={styles.sums}>
        {priced.discount !== ZERO && <BasketDiscount off={priced.discount} />}
        {rounding !== ZERO && (
          <div className={styles.discountRow}>
            <dt>{t('receipt.rounding')}</dt>
            <dd className={styles.onTop}>{format.money(rounding, currency)}</dd>
          </div>
        )}
        {tip !== ZERO && (
          <div className={styles.discountRow}>
            <dt>{t('pay.tip')}</dt>
            <dd className={styles.onTop}>{format.money(tip, currency)}</dd>
          </div>
        )}
        {deposit !== ZERO && (
          <div className={styles.discountRow}>
            <dt>{t(deposit > 0n ? 'layaway.deposit' : 'layaway.before')}</dt>
            <dd className={styles.onTop}>{format.money(deposit, currency)}</dd>
          </div>
        )}
        <dt className={styles.countLabel}>{t('basket.items', { count })}</dt>
        <dd className={styles.tax}>
          {taxExempt
            ? t('exempt.spared', { amount: format.money(spared, currency) })
            : t(onTop ? 'basket.taxOnTop' : 'basket.tax', {
                net: format.money(minus(priced.total, priced.tax), currency),
                amount: format.money(priced.tax, currency),
              })}
        </dd>
        <dt className={styles.totalLabel}>{t('basket.total')}</dt>
        <dd className={styles.total}>
          <Amount value={priced.total} currency={currency} withCurrency />
        </dd>
      </dl>
      <p className="visually-hidden" role="status">
        {count > 0 && t('basket.spoken', { last, total: format.money(priced.total, currency, true) })}
      </p>
      {selling && (
        <Button
          look="primary"
          big
          className={styles.pay ?? ''}
          disabled={empty}
          onClick={() => desk.pay()}
          aria-keyshortcuts="Enter"
        >
          <PayWords due={due} currency={currency} empty={empty} />
        </Button>
      )}
    </footer>
  );
}

function BasketDiscount({ off }: { off: AmountValue }) {
  const { state, desk, device } = useTill();
  const { t, format } = useWords();
  const rule = state.basket.discount;
  const percent = rule && 'percent' in rule ? `${format.quantity(amountText(rule.percent))} %` : '';
  return (
    <div className={styles.discountRow}>
      <dt>
        <button
          type="button"
          className={styles.basketDiscount}
          onClick={() => desk.act({ type: 'pane', pane: { name: 'discount', of: 'basket' } })}
        >
          {t('basket.wholeDiscount', { percent })}
        </button>
      </dt>
      <dd className={styles.off}>−{format.money(off, device.store.currency)}</dd>
    </div>
  );
}

function PayWords({ due, currency, empty }: { due: AmountValue; currency: string; empty: boolean }) {
  const { t, format } = useWords();
  if (empty) return <>{t('basket.payNothing')}</>;
  if (due < 0n) return <>{t('basket.refund', { amount: format.money(negated(due), currency) })}</>;
  return <>{t('basket.pay', { amount: format.money(due, currency) })}</>;
}
