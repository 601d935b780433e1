import { useWords } from '@/shared/i18n';
import { Field, FieldError } from '@/shared/ui/controls';
import { usePlace } from '../place';
import type { DraftPart } from '../forms/use-draft-form';
import type { PromotionDraft } from './promotion-draft';
import styles from '../forms/forms.module.css';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** When it holds: a period, days of the week, hours of the day; all in the store's time. */
export function PromotionWhen({ draft, change, errorAt }: DraftPart<PromotionDraft>) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const wrongDays = errorAt('/window/weekdays');
  const time = (name: 'from' | 'until' | 'startsAt' | 'endsAt', type: 'datetime-local' | 'time') => (
    <Field
      label={t(`promotions.field.${name}`)}
      type={type}
      value={draft[name]}
      error={errorAt(`/window/${name}`)}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
  return (
    <fieldset className={styles.group}>
      <legend>{t('promotions.when')}</legend>
      <p>{t('promotions.whenHint', { zone: store.timeZone })}</p>
      <div className={styles.pair}>
        {time('from', 'datetime-local')}
        {time('until', 'datetime-local')}
      </div>
      <div className={styles.row} role="group" aria-label={t('promotions.weekdays')}>
        {WEEK.map((day) => (
          <label key={day} className={styles.check}>
            <input
              type="checkbox"
              checked={draft.weekdays.includes(day)}
              onChange={(event) =>
                change({
                  weekdays: event.target.checked
                    ? [...draft.weekdays, day]
                    : draft.weekdays.filter((other) => other !== day),
                })
              }
            />
            {format.weekday(day)}
          </label>
        ))}
      </div>
      {wrongDays && <FieldError>{wrongDays}</FieldError>}
      <div className={styles.pair}>
        {time('startsAt', 'time')}
        {time('endsAt', 'time')}
      </div>
    </fieldset>
  );
}
