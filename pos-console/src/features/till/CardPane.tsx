import { CreditCard } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CardPayment } from '@/offline/database';
import { useWords } from '@/shared/i18n';
import { Amount, Button } from '@/shared/ui/controls';
import type { CardKnowledge } from './card-payment';
import { useTill } from './till-context';
import { useTillKeys } from './till-keys';
import styles from './till.module.css';

/** A person with a card in hand needs this long; a network that lost an answer looks the same until then. */
const LONG_MS = 10_000;

/**
 * The terminal is at work. Nothing here can charge again: an overdue answer is asked for, and the sale can be left with
 * its payment open. Another tender is offered only once it is certain that the card was not charged.
 */
export function CardPane({ payment, known }: { payment: CardPayment; known: CardKnowledge }) {
  const { desk, device } = useTill();
  const { t } = useWords();
  const long = useAfter(LONG_MS);
  const overdue = known !== 'running' || long;
  const ask = useRef<HTMLButtonElement>(null);
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
  useEffect(() => {
    if (overdue) ask.current?.focus();
  }, [overdue]);
  return (
    <div className={styles.cardPane}>
      <CreditCard size={56} aria-hidden="true" className={styles.pulse} />
      <Amount value={payment.amount} currency={device.store.currency} withCurrency className={styles.due} />
      <div role="status" className={styles.cardWords}>
        <h2>{known === 'running' ? t('card.running') : t('card.asking')}</h2>
        <p>{t(`card.known.${known}`)}</p>
        {overdue && <p>{t('card.overdueHelp')}</p>}
      </div>
      {overdue && (
        <div className={styles.paidActions}>
          <Button ref={ask} onClick={() => desk.askNow()}>
            {t('card.askAgain')}
          </Button>
          <Button onClick={() => desk.leaveCard()}>{t('card.leave')}</Button>
        </div>
      )}
    </div>
  );
}

function useAfter(ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
}
