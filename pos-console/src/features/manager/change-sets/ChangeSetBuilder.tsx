import { useRef, useState, type SubmitEvent } from 'react';
import { put } from '@/shared/http/api';
import type { ChangeSet, ChangeSetTerms } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Field } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import forms from '../forms/forms.module.css';
import { useDraftForm } from '../forms/use-draft-form';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import { Actions } from './Actions';
import { draftOf, termsOf, type ChangeSetDraft } from './change-set-draft';
import styles from './change-sets.module.css';
import { EditFields } from './EditFields';
import { PreviewPane } from './PreviewPane';
import { SelectionFields } from './SelectionFields';
import { usePreview, useSettled, type Show } from './use-change-sets';

const APPLY_MS = 90_000;
const PLACES = [
  ...['/name', '/selection', '/edit/value', '/edit/rounding', '/edit/categoryId'],
  ...['/edit/taxCategory', '/edit/ageLimit', '/at'],
];

/** What the person wants done with the draft. */
export type Wish = 'SAVE' | 'APPLY' | 'APPLY_GOOD';

/** Writes a draft beside what it would do; what is applied is what is shown there, or nothing. */
export function ChangeSetBuilder({
  id,
  stored,
  initial,
  done,
  readAgain,
}: {
  id: string;
  stored: ChangeSet | null;
  initial: ChangeSetDraft;
  done: (set: ChangeSet) => void;
  readAgain: () => void;
}) {
  const { t } = useWords();
  const { store, minorDigits } = usePlace();
  const currency = stored?.terms.edit.currency ?? store.currency;
  const setting = { store: { id: store.id, currency }, minorDigits };
  const [show, setShow] = useState<Show>('ALL');
  // a draft that was kept on the way to an application that then failed
  const [kept, setKept] = useState(stored);
  const wish = useRef<Wish>('SAVE');
  const form = useDraftForm({
    initial,
    places: () => PLACES,
    read: (draft) => written(draft, wish.current),
    save: async ({ terms }) => {
      const draft = await put<ChangeSet>(
        `/api/change-sets/${id}`,
        terms,
        kept ? { ifMatch: kept.version } : {},
      );
      setKept(draft);
      done(wish.current === 'SAVE' ? draft : await apply(draft));
    },
  });
  const { draft } = form;
  const terms = JSON.stringify(previewed(termsOf({ ...draft, name: '…' }, setting)));
  const settled = useSettled(terms);
  const preview = usePreview(
    JSON.parse(settled) as ChangeSetTerms | null,
    { at: useSettled(draft.later && draft.at ? draft.at : null), storeId: store.id },
    show,
  );
  const summary = preview.data?.pages[0]?.summary;

  function written(one: ChangeSetDraft, wanted: Wish) {
    const found = termsOf(one, setting);
    return wanted !== 'SAVE' && one.later && !one.at
      ? {
          faults: [
            ...('faults' in found ? found.faults : []),
            { pointer: '/at', word: 'changeSets.fault.at' as const },
          ],
        }
      : found;
  }
  const apply = ({ version }: ChangeSet) =>
    put<ChangeSet>(
      `/api/change-sets/${id}/application`,
      {
        at: draft.later ? draft.at : null,
        storeId: store.id,
        acceptGood: wish.current === 'APPLY_GOOD',
        preview: summary?.fingerprint ?? null,
      },
      { ifMatch: version, timeoutMs: APPLY_MS },
    );
  const send = (event: SubmitEvent) => {
    const wanted = (event.nativeEvent as SubmitEvent['nativeEvent'] & { submitter?: HTMLElement | null })
      .submitter?.dataset['wish'];
    wish.current = wanted === 'APPLY' || wanted === 'APPLY_GOOD' ? wanted : 'SAVE';
    form.submit(event);
  };

  return (
    <form className={`${styles.builder} ${styles.parts}`} noValidate onSubmit={send}>
      <div className={`${manager.panel} ${forms.form}`}>
        {stored?.problem && <Note tone="warn">{t('changeSets.problem', { problem: stored.problem })}</Note>}
        <Field
          label={t('changeSets.name')}
          hint={t('changeSets.nameHint')}
          maxLength={100}
          value={draft.name}
          error={form.errorAt('/name')}
          onChange={(event) => form.change({ name: event.target.value })}
        />
        <SelectionFields {...form} />
        <EditFields {...form} currency={currency} />
      </div>
      <PreviewPane
        preview={preview}
        asked={settled !== 'null'}
        kind={draft.kind}
        currency={currency}
        show={show}
        setShow={setShow}
      />
      <div className={`${manager.panel} ${forms.form}`}>
        <Actions
          form={form}
          summary={summary}
          ready={settled === terms && !preview.isFetching && !preview.isPlaceholderData}
          saved={kept !== null && same(termsOf(draft, setting), termsOf(draftOf(kept.terms), setting))}
          readAgain={readAgain}
          lookAgain={() => void preview.refetch()}
        />
      </div>
    </form>
  );
}

type Written = ReturnType<typeof termsOf>;
const previewed = (written: Written) => ('terms' in written ? written.terms : null);
const same = (one: Written, other: Written) =>
  'terms' in one && 'terms' in other && JSON.stringify(one.terms) === JSON.stringify(other.terms);
