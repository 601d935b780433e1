import { CreditCard } from 'lucide-react';
import { useMemo } from 'react';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { useTill } from './till-context';
import { useTillKeys } from './till-keys';
import styles from './till.module.css';

/** The terminal is at work. Nothing here can charge again; an overdue answer is asked for. */
export function CardPane({ amount, asking }: { amount: string; asking: boolean }) {
  const { desk, device } = useTill();
  const { t } = useWords();
  const actions = useMemo(
    () => ({
      showKeys: () => undefined,
      confirmSearch: () => undefined,
      walkResults: () => true,
      leavePane: () => true,
    }),
    [],
  );
  useTillKeys(desk, actions);
  return (
    <div className={styles.cardPane} role="status">
      <CreditCard size={56} aria-hidden="true" className={styles.pulse} />
      <Amount value={amount} currency={device.store.currency} withCurrency className={styles.due} />
      <h2>{asking ? t('card.asking') : t('card.running')}</h2>
      <p>{asking ? t('card.askingHelp') : t('card.runningHelp')}</p>
    </div>
  );
}
