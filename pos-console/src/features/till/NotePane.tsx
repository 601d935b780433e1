import { useState, type SubmitEvent } from 'react';
import { LONGEST_NOTE } from '@/domain/basket';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { usePaneActions } from './use-pane-actions';
import { PaneHead } from './PaneHead';
import { useTill } from './till-context';
import { useTillKeys } from './till-keys';
import styles from './till.module.css';

/** A word on a line: what is engraved, who it is for. It stands on the receipt. */
export function NotePane({ of }: { of: number }) {
  const { desk, state } = useTill();
  const { t } = useWords();
  const line = state.basket.lines.find(({ key }) => key === of);
  const [note, setNote] = useState(line?.note ?? '');
  useTillKeys(desk, usePaneActions());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    desk.act({ type: 'note-line', key: of, note });
  };
  return (
    <form className={styles.sidePane} onSubmit={submit}>
      <PaneHead title={t('note.title', { name: line?.name ?? '' })} />
      <Field
        label={t('note.field')}
        hint={t('note.hint')}
        maxLength={LONGEST_NOTE}
        autoFocus
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="submit" look="primary" big aria-keyshortcuts="Enter">
        {t('note.keep')}
      </Button>
    </form>
  );
}
