import { useWords } from '@/shared/i18n';
import { Choice, Field, FieldError } from '@/shared/ui/controls';
import forms from '../forms/forms.module.css';
import type { DraftPart } from '../forms/use-draft-form';
import { ROUNDINGS, TOWARDS, type ChangeSetDraft } from './change-set-draft';

const WORDS = {
  NEAREST: 'changeSets.towards.NEAREST',
  UP: 'changeSets.towards.TO_UP',
  DOWN: 'changeSets.towards.TO_DOWN',
} as const;

/** Which prices the shop likes. */
export function RoundingFields({ draft, change, errorAt }: DraftPart<ChangeSetDraft>) {
  const { t } = useWords();
  const error = errorAt('/edit/rounding');
  return (
    <>
      <div className={forms.pair}>
        <Choice
          label={t('changeSets.rounding')}
          value={draft.rounding}
          aria-invalid={error && draft.rounding === 'NONE' ? true : undefined}
          options={ROUNDINGS.map((one) => ({ value: one, text: t(`changeSets.rounding.${one}`) }))}
          onChange={(event) => {
            const rounding = ROUNDINGS.find((known) => known === event.target.value);
            if (rounding) change({ rounding });
          }}
        />
        {draft.rounding === 'OWN' && (
          <Field
            label={t('changeSets.ending')}
            hint={t('changeSets.endingHint')}
            inputMode="decimal"
            autoComplete="off"
            value={draft.ending}
            error={error}
            onChange={(event) => change({ ending: event.target.value })}
          />
        )}
        {draft.rounding !== 'NONE' && (
          <Choice
            label={t('changeSets.towards')}
            value={draft.towards}
            options={TOWARDS.map((one) => ({ value: one, text: t(WORDS[one]) }))}
            onChange={(event) => {
              const towards = TOWARDS.find((known) => known === event.target.value);
              if (towards) change({ towards });
            }}
          />
        )}
      </div>
      {error && draft.rounding === 'NONE' && <FieldError>{error}</FieldError>}
    </>
  );
}
