import type { Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayPromoteIn, useSession } from '@/shared/session/session';
import { Field, FieldError } from '@/shared/ui/controls';
import type { DraftPart } from './PromotionForm';
import styles from './promotions.module.css';

/** Where and for whom it holds, and how it goes along with other promotions. */
export function PromotionWhere({ draft, change, errorAt, stores }: DraftPart & { stores: readonly Store[] }) {
  const { t } = useWords();
  const { user } = useSession();
  const wrongStores = errorAt('/stores');
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{t('promotions.where')}</legend>
        <div className={styles.row}>
          {stores.map((store) => (
            <label key={store.id} className={styles.check}>
              <input
                type="checkbox"
                checked={draft.stores.includes(store.id)}
                onChange={(event) =>
                  change({
                    stores: event.target.checked
                      ? [...draft.stores, store.id]
                      : draft.stores.filter((other) => other !== store.id),
                  })
                }
              />
              {store.name}
            </label>
          ))}
        </div>
        {draft.stores.length === 0 && (
          <p>{t(mayPromoteIn(user, []) ? 'promotions.everywhereHint' : 'promotions.chooseStore')}</p>
        )}
        {wrongStores && <FieldError>{wrongStores}</FieldError>}
      </fieldset>
      <Field
        label={t('promotions.coupon')}
        hint={t('promotions.couponHint')}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={40}
        value={draft.coupon}
        error={errorAt('/coupon')}
        onChange={(event) => change({ coupon: event.target.value })}
      />
      <Field
        label={t('promotions.priority')}
        hint={t('promotions.priorityHint')}
        inputMode="numeric"
        autoComplete="off"
        value={draft.priority}
        error={errorAt('/priority')}
        onChange={(event) => change({ priority: event.target.value })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.exclusive}
          onChange={(event) => change({ exclusive: event.target.checked })}
        />
        {t('promotions.exclusive')}
      </label>
    </>
  );
}
