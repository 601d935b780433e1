import { CreditCard } from 'lucide-react';
import { itemCount } from '@/domain/basket';
import type { ParkedSale } from '@/offline/database';
import { useWords } from '@/shared/i18n';
import { Amount, Button } from '@/shared/ui/controls';
import { EmptyState, Note } from '@/shared/ui/states';
import { usePaneActions } from './CustomerPane';
import { PaneHead } from './PaneHead';
import { useParkedSales, useTill } from './till-context';
import { useTillKeys } from './till-keys';
import { begun } from './till-state';
import { pricedOf } from './till-state';
import styles from './till.module.css';

/** Sales that were left because their card payment had no answer. Going on with one asks what became of it. */
export function ParkedPane() {
  const { desk, state } = useTill();
  const { t } = useWords();
  const parked = useParkedSales();
  useTillKeys(desk, usePaneActions());
  const busy = begun(state);
  return (
    <div className={styles.sidePane}>
      <PaneHead title={t('parked.title')} />
      {parked.length === 0 ? (
        <EmptyState icon={<CreditCard size={32} aria-hidden="true" />} title={t('parked.none')} />
      ) : (
        <>
          <p>{t('parked.help')}</p>
          {busy && <Note tone="info">{t('notice.finish-first')}</Note>}
          <ul className={styles.tenders}>
            {parked.map((sale) => (
              <Parked key={sale.saleId} sale={sale} busy={busy} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Parked({ sale, busy }: { sale: ParkedSale; busy: boolean }) {
  const { desk, device, state } = useTill();
  const { t, format } = useWords();
  const { currency, timeZone } = device.store;
  const { minorDigits } = desk;
  const { total } = pricedOf({ ...sale, offering: sale.offering ?? state.latest, minorDigits });
  return (
    <li>
      <span className={styles.lineName}>
        {t('parked.sale', {
          time: format.time(sale.parkedAt, timeZone),
          items: t('basket.items', { count: itemCount(sale.basket) }),
        })}
        <span className={styles.lineDetail}>
          {[
            sale.customer?.name,
            sale.pendingPayment &&
              t('parked.open', { amount: format.money(sale.pendingPayment.amount, currency) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <Amount value={total} currency={currency} className={styles.lineAmount} />
      <Button disabled={busy} onClick={() => desk.takeUp(sale.saleId)}>
        {t('parked.goOn')}
      </Button>
    </li>
  );
}
