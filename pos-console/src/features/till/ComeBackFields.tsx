import { RETURN_CONDITIONS, RETURN_REASONS, type ComeBack } from '@/domain/basket';
import { useWords } from '@/shared/i18n';
import { Choice } from '@/shared/ui/controls';
import styles from './till.module.css';

export const USUALLY: ComeBack = { reason: 'CHANGED_MIND', condition: 'SELLABLE' };

/** Why goods come back, and whether they go back to stock. */
export function ComeBackFields({ value, change }: { value: ComeBack; change: (to: ComeBack) => void }) {
  const { t } = useWords();
  return (
    <div className={styles.comeBack}>
      <Choice
        label={t('comeBack.reason')}
        value={value.reason}
        onChange={(event) =>
          change({ ...value, reason: RETURN_REASONS.find((each) => each === event.target.value) ?? 'OTHER' })
        }
        options={RETURN_REASONS.map((each) => ({ value: each, text: t(`comeBack.reason.${each}`) }))}
      />
      <Choice
        label={t('comeBack.condition')}
        value={value.condition}
        onChange={(event) =>
          change({
            ...value,
            condition: RETURN_CONDITIONS.find((each) => each === event.target.value) ?? 'DAMAGED',
          })
        }
        options={RETURN_CONDITIONS.map((each) => ({ value: each, text: t(`comeBack.condition.${each}`) }))}
      />
    </div>
  );
}
