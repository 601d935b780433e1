import { useWords } from '@/shared/i18n';
import { ageToCheck, bornBy } from '@/domain/age';
import { Button } from '@/shared/ui/controls';
import { PaneHead } from './PaneHead';
import { focusSearch, useTill } from './till-context';
import styles from './till.module.css';

/**
 * Whether the customer is old enough, asked once for the highest age in the basket. Enter does not answer it: a hand that goes
 * on scanning must not.
 */
export function AgePane() {
  const { desk, state } = useTill();
  const { t, format } = useWords();
  const age = ageToCheck(state.basket);
  if (age === null) return null;
  const confirmed = state.basket.ageCheck?.age ?? 0;
  const goods = state.basket.lines.filter(
    ({ kind, ageLimit }) => kind === 'SALE' && (ageLimit ?? 0) > confirmed,
  );
  const answer = (yes: boolean) => {
    if (yes) desk.oldEnough();
    else desk.tooYoung();
    focusSearch();
  };
  return (
    <div className={styles.sidePane}>
      <PaneHead title={t('age.title', { age })} />
      <div role="status" className={styles.ageQuestion}>
        <p>{t('age.born')}</p>
        <p className={styles.bornBy}>{format.date(bornBy(state.latest.at.slice(0, 10), age))}</p>
        <p className={styles.lineDetail}>{goods.map(({ name }) => name).join(', ')}</p>
      </div>
      <div className={styles.ageAnswers}>
        <Button look="primary" big shortcut="+" onClick={() => answer(true)}>
          {t('age.yes')}
        </Button>
        <Button big shortcut="-" onClick={() => answer(false)}>
          {t('age.no')}
        </Button>
      </div>
    </div>
  );
}
