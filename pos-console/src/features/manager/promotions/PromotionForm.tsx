import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { PromotionTerms, Store } from '@/shared/http/shapes';
import { Problem } from '@/shared/http/problem';
import { useWords } from '@/shared/i18n';
import { Button, Choice, Field } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import { usePlace } from '../place';
import { errorAt, errorsElsewhere, type PlacedError } from './placed-errors';
import { KINDS, NEEDS, termsOf, withKind, type PromotionDraft, type PromotionKind } from './promotion-draft';
import { PromotionGoods } from './PromotionGoods';
import { PromotionWhen } from './PromotionWhen';
import { PromotionWhere } from './PromotionWhere';
import styles from './promotions.module.css';

/** How one part of the form reads and changes the draft, and what is wrong with it. */
export interface DraftPart {
  readonly draft: PromotionDraft;
  readonly change: (values: Partial<PromotionDraft>) => void;
  readonly errorAt: (pointer: string) => string | undefined;
}

/** Writes or changes a promotion: only the fields that its kind needs, each with what is wrong beneath it. */
export function PromotionForm({
  initial,
  stores,
  nameOf,
  save,
  readAgain,
  cancel,
}: {
  initial: PromotionDraft;
  stores: readonly Store[];
  nameOf: (id: string) => string | undefined;
  save: (terms: PromotionTerms) => Promise<void>;
  readAgain: () => void;
  cancel: () => void;
}) {
  const { t } = useWords();
  const { store, minorDigits } = usePlace();
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<readonly PlacedError[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (values: Partial<PromotionDraft>) => {
    setDraft((before) => ({ ...before, ...values }));
    setErrors((before) => errorsElsewhere(before, Object.keys(values).flatMap(placesOfField)));
    setFailure((before: unknown) => (isStale(before) ? before : null));
  };
  const part: DraftPart = { draft, change, errorAt: (pointer) => errorAt(errors, pointer) };
  const stale = isStale(failure);
  const elsewhere = errorsElsewhere(errors, placesOf(draft));

  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setFailure(null);
    const written = termsOf(draft, store.currency, minorDigits);
    if ('faults' in written) {
      setErrors(written.faults.map(({ pointer, word }) => ({ pointer, detail: t(word) })));
      setRefusals(refusals + 1);
      return;
    }
    setErrors([]);
    setBusy(true);
    try {
      await save(written.terms);
    } catch (reason) {
      if (reason instanceof Problem) setErrors(reason.errors);
      setFailure(reason);
      setRefusals(refusals + 1);
      setBusy(false);
    }
  };

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label={t('promotions.name')}
        hint={t('promotions.nameHint')}
        maxLength={100}
        value={draft.name}
        error={part.errorAt('/name')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Choice
        label={t('promotions.kind')}
        value={draft.kind}
        options={KINDS.map((kind) => ({ value: kind, text: t(`promotions.kind.${kind}`) }))}
        onChange={(event) => {
          setDraft(withKind(draft, event.target.value as PromotionKind));
          setErrors([]);
        }}
      />
      <PromotionGoods {...part} nameOf={nameOf} />
      <PromotionWhen {...part} />
      <PromotionWhere {...part} stores={stores} />
      {stale ? (
        <Note tone="warn" live action={<Button onClick={readAgain}>{t('promotions.readAgain')}</Button>}>
          {t('promotions.stale')}
        </Note>
      ) : elsewhere.length > 0 ? (
        <Note tone="bad" live>
          {elsewhere.map(({ detail }) => detail).join(' ')}
        </Note>
      ) : errors.length > 0 ? (
        <Note tone="bad" live>
          {t('promotions.lookAbove', { count: errors.length })}
        </Note>
      ) : (
        failure !== null && <FailureState failure={failure} />
      )}
      <div className={styles.send}>
        <Button type="submit" look="primary" disabled={busy || stale}>
          {t('promotions.save')}
        </Button>
        <Button onClick={cancel}>{t('promotions.cancel')}</Button>
      </div>
    </form>
  );
}

const isStale = (failure: unknown) => failure instanceof Problem && failure.status === 412;

/** Where the terms hold a field of the draft: what was wrong there is forgotten when it is corrected. */
const placesOfField = (name: string) => [`/${name}`, `/window/${name}`];

/** The places in the terms that have a field on the screen now. */
function placesOf(draft: PromotionDraft): string[] {
  const { value, parts } = NEEDS[draft.kind];
  return [
    '/name',
    `/${value}`,
    ...(parts.length === 0 ? ['/target', '/minimumAmount', '/minimumQuantity'] : ['/parts', '/maximumUses']),
    ...['from', 'until', 'weekdays', 'startsAt', 'endsAt'].map((name) => `/window/${name}`),
    '/stores',
    '/coupon',
    '/priority',
  ];
}
