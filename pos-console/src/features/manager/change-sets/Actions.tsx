import { useState } from 'react';
import { Problem } from '@/shared/http/problem';
import type { ChangePreview } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import { FormProblems, StaleNote } from '../forms/FormFrame';
import forms from '../forms/forms.module.css';
import type { DraftForm } from '../forms/use-draft-form';
import { usePlace } from '../place';
import { isPrice, type ChangeSetDraft } from './change-set-draft';

/** When it begins, what stands in the way, and the buttons that stay in view. */
export function Actions({
  form,
  summary,
  ready,
  saved,
  readAgain,
  lookAgain,
}: {
  form: DraftForm<ChangeSetDraft>;
  summary: ChangePreview['summary'] | undefined;
  /** What is shown is what the form says. */
  ready: boolean;
  saved: boolean;
  readAgain: () => void;
  lookAgain: () => void;
}) {
  const { t } = useWords();
  const [without, setWithout] = useState(false);
  const { draft } = form;
  const failing = summary?.failing ?? 0;
  const count = summary?.changes ?? 0;
  const verb = draft.later
    ? 'changeSets.schedule'
    : isPrice(draft.kind)
      ? 'changeSets.apply'
      : 'changeSets.applyFields';
  return (
    <>
      <Beginning form={form} />
      {failing > 0 && (
        <label className={forms.check}>
          <input type="checkbox" checked={without} onChange={(event) => setWithout(event.target.checked)} />
          {t('changeSets.without', { count: failing })}
        </label>
      )}
      <Trouble form={form} readAgain={readAgain} lookAgain={lookAgain} />
      {saved && (
        <Note tone="good" live>
          {t('changeSets.saved')}
        </Note>
      )}
      <div className={forms.send}>
        {/* first in the form, so that Enter saves and never applies */}
        <Button type="submit" disabled={form.busy || form.stale}>
          {t('changeSets.saveDraft')}
        </Button>
        <Button
          type="submit"
          look="primary"
          data-wish={failing > 0 ? 'APPLY_GOOD' : 'APPLY'}
          disabled={form.busy || form.stale || !ready || count === 0 || (failing > 0 && !without)}
        >
          {t(verb, { count })}
        </Button>
      </div>
    </>
  );
}

function Beginning({ form: { draft, change, errorAt } }: { form: DraftForm<ChangeSetDraft> }) {
  const { t } = useWords();
  const { store } = usePlace();
  return (
    <fieldset className={forms.group}>
      <legend>{t('changeSets.when')}</legend>
      <div className={forms.row}>
        {[false, true].map((later) => (
          <label key={String(later)} className={forms.check}>
            <input
              type="radio"
              name="when"
              checked={draft.later === later}
              onChange={() => change({ later })}
            />
            {t(later ? 'changeSets.later' : 'changeSets.now')}
          </label>
        ))}
      </div>
      {draft.later && (
        <Field
          label={t('changeSets.at')}
          hint={t('changeSets.atHint', { zone: store.timeZone })}
          type="datetime-local"
          value={draft.at}
          error={errorAt('/at')}
          onChange={(event) => change({ at: event.target.value })}
        />
      )}
    </fieldset>
  );
}

function Trouble({
  form,
  readAgain,
  lookAgain,
}: {
  form: DraftForm<ChangeSetDraft>;
  readAgain: () => void;
  lookAgain: () => void;
}) {
  const { t } = useWords();
  if (form.stale) return <StaleNote word={t('changeSets.stale')} readAgain={readAgain} />;
  if (form.failure instanceof Problem && form.failure.slug === 'preview-outdated')
    return (
      <Note tone="warn" live action={<Button onClick={lookAgain}>{t('changeSets.lookAgain')}</Button>}>
        {t('changeSets.outdated')}
      </Note>
    );
  // it names every product; the preview shows them better
  if (form.failure instanceof Problem && form.failure.slug === 'change-set-lines-fail')
    return (
      <Note tone="bad" live>
        {form.failure.message}
      </Note>
    );
  return <FormProblems form={form} />;
}
