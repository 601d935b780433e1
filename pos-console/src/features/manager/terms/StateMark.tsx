import { CalendarCheck, CalendarClock, CirclePlay, CircleStop } from 'lucide-react';
import { storeTime } from '@/domain/business-date';
import { useWords } from '@/shared/i18n';
import { usePlace } from '../place';
import { stateOf, type Timed } from './state';
import styles from './terms.module.css';

const ICONS = { RUNNING: CirclePlay, SCHEDULED: CalendarClock, OVER: CalendarCheck, ENDED: CircleStop };

/** Where a promotion or a price list stands now, on the store's clock. */
export function StateMark({ terms }: { terms: Timed }) {
  const { t } = useWords();
  const { store } = usePlace();
  const state = stateOf(terms, storeTime(new Date(), store.timeZone));
  const Icon = ICONS[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={16} aria-hidden="true" /> {t(`promotions.state.${state}`)}
    </span>
  );
}
