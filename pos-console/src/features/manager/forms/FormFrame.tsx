import type { ReactNode } from 'react';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import styles from './forms.module.css';
import type { DraftForm } from './use-draft-form';

/** The fields of a form, what is wrong with them as a whole, and the buttons that stay in view. */
export function FormFrame<D>({
  form,
  save,
  stale,
  cancel,
  beside,
  note,
  children,
}: {
  form: DraftForm<D>;
  /** What the button says. */
  save: string;
  /** What is told when somebody else has saved first; `readAgain` begins anew with theirs. */
  stale?: { readonly word: string; readonly readAgain: () => void };
  cancel: () => void;
  /** What stands beside the fields where there is room, beneath them where there is not. */
  beside?: ReactNode;
  /** What stands with the buttons. */
  note?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <form className={styles.form} noValidate onSubmit={form.submit}>
      {beside ? (
        <div className={styles.beside}>
          <div className={styles.form}>{children}</div>
          {beside}
        </div>
      ) : (
        children
      )}
      {stale && form.stale ? <StaleNote {...stale} /> : <FormProblems form={form} />}
      <div className={styles.send}>
        <Button type="submit" look="primary" disabled={form.busy || (stale !== undefined && form.stale)}>
          {save}
        </Button>
        <Button onClick={cancel}>{t('promotions.cancel')}</Button>
        {note}
      </div>
    </form>
  );
}

export function StaleNote({ word, readAgain }: { word: string; readAgain: () => void }) {
  const { t } = useWords();
  return (
    <Note tone="warn" live action={<Button onClick={readAgain}>{t('promotions.readAgain')}</Button>}>
      {word}
    </Note>
  );
}

/** What was refused: in its own words where no field shows it, else where to look. */
export function FormProblems<D>({ form: { errors, elsewhere, failure } }: { form: DraftForm<D> }) {
  const { t } = useWords();
  if (elsewhere.length > 0)
    return (
      <Note tone="bad" live>
        {elsewhere.map(({ detail }) => detail).join(' ')}
      </Note>
    );
  if (errors.length > 0)
    return (
      <Note tone="bad" live>
        {t('promotions.lookAbove', { count: errors.length })}
      </Note>
    );
  return failure === null ? null : <FailureState failure={failure} />;
}
