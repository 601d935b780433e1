import { useWords } from '@/shared/i18n';
import { mayPromoteIn, mayServe, useSession } from '@/shared/session/session';
import { FieldError } from '@/shared/ui/controls';
import { useStores } from '../place';
import styles from '../forms/forms.module.css';

/** In which stores something holds; none chosen: in all, for those who may say so. */
export function StoresChoice({
  chosen,
  error,
  change,
}: {
  chosen: readonly string[];
  error: string | undefined;
  change: (chosen: readonly string[]) => void;
}) {
  const { t } = useWords();
  const { user } = useSession();
  const { data: stores } = useStores();
  const ours = (stores ?? []).filter(({ id }) => mayServe(user, id) || mayPromoteIn(user, []));
  return (
    <fieldset className={styles.group}>
      <legend>{t('promotions.where')}</legend>
      <div className={styles.row}>
        {ours.map((store) => (
          <label key={store.id} className={styles.check}>
            <input
              type="checkbox"
              checked={chosen.includes(store.id)}
              onChange={(event) =>
                change(
                  event.target.checked ? [...chosen, store.id] : chosen.filter((other) => other !== store.id),
                )
              }
            />
            {store.name}
          </label>
        ))}
      </div>
      {chosen.length === 0 && (
        <p>{t(mayPromoteIn(user, []) ? 'promotions.everywhereHint' : 'promotions.chooseStore')}</p>
      )}
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}
