import { useWords } from '@/shared/i18n';
import { Field } from '@/shared/ui/controls';
import type { DraftPart } from '../forms/use-draft-form';
import type { PromotionDraft } from './promotion-draft';
import styles from '../forms/forms.module.css';
import { GroupsChoice } from '../terms/GroupsChoice';
import { StoresChoice } from '../terms/StoresChoice';

/** Where and for whom it holds, and how it goes along with other promotions. */
export function PromotionWhere({ draft, change, errorAt }: DraftPart<PromotionDraft>) {
  const { t } = useWords();
  return (
    <>
      <GroupsChoice
        chosen={draft.customerGroups}
        error={errorAt('/customerGroups')}
        change={(customerGroups) => change({ customerGroups })}
      />
      <StoresChoice
        chosen={draft.stores}
        error={errorAt('/stores')}
        change={(chosen) => change({ stores: chosen })}
      />
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
      {draft.coupon.trim() !== '' && (
        <Field
          label={t('promotions.couponLimit')}
          hint={t('promotions.couponLimitHint')}
          inputMode="numeric"
          autoComplete="off"
          value={draft.couponLimit}
          error={errorAt('/couponLimit')}
          onChange={(event) => change({ couponLimit: event.target.value })}
        />
      )}
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
