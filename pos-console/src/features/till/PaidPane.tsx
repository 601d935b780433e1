import { Check } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { amount, negated, sum } from '@/domain/decimal';
import { cashKept } from '@/domain/sale';
import { receiptLabel } from '@/domain/receipt-number';
import type { OutboxSale } from '@/offline/database';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { useTill } from './till-context';
import styles from './till.module.css';

const ReceiptTools = lazy(() => import('./ReceiptTools'));

/** The change, in the largest type there is, until the next scan. */
export function PaidPane({ sale }: { sale: OutboxSale }) {
  const { device } = useTill();
  const { t, format } = useWords();
  const { body } = sale;
  const refund = amount(body.total) < 0n || body.deposit?.kind === 'REFUNDED';
  const given = sum(body.tenders.map((tender) => amount(tender.amount)));
  // What went back to a card is done; what lies in the drawer is still to be handed over.
  const cash = negated(cashKept(body));
  const toHand = cash === 0n ? negated(given) : cash;
  return (
    <div className={styles.paid}>
      <p className={styles.paidLine}>
        <Check size={22} aria-hidden="true" />
        {t(refund ? 'paid.refunded' : 'paid.paid', {
          amount: format.money(refund ? negated(given) : given, body.currency),
          receipt: receiptLabel(device.till.receiptPrefix, body.receiptNumber),
        })}
      </p>
      <div role="status" className={styles.change}>
        <span>{t(refund ? (cash === 0n ? 'paid.toCard' : 'paid.giveBack') : 'paid.change')}</span>
        <Amount value={refund ? toHand : body.change} currency={body.currency} className={styles.giant} />
      </div>
      <p className={styles.nextHint}>{t('paid.next')}</p>
      <Suspense fallback={<div className={styles.paidActions} />}>
        <ReceiptTools key={sale.id} sale={sale} />
      </Suspense>
    </div>
  );
}
