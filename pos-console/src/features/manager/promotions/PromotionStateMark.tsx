import { CalendarCheck, CalendarClock, CirclePlay, CircleStop } from 'lucide-react';
import { useWords } from '@/shared/i18n';
import type { PromotionState } from './promotion-state';
import styles from './promotions.module.css';

const ICONS = { RUNNING: CirclePlay, SCHEDULED: CalendarClock, OVER: CalendarCheck, ENDED: CircleStop };

export function PromotionStateMark({ state }: { state: PromotionState }) {
  const { t } = useWords();
  const Icon = ICONS[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={16} aria-hidden="true" /> {t(`promotions.state.${state}`)}
    </span>
  );
}
