import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { Problem } from '@/shared/http/problem';
import type { PriceListTerms, Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import { usePlace } from '../place';
import { errorAt, errorsElsewhere, type PlacedError } from '../promotions/placed-errors';
import styles from '../promotions/promotions.module.css';
import { StoresChoice } from '../promotions/StoresChoice';
import { termsOf, type PriceListDraft } from './price-list-draft';

const PLACES = ['/name', '/priority', '/stores', '/customerGroups', '/window/from', '/window/until'];
const PLACE_OF: Partial<Record<keyof PriceListDraft, string>> = {
  name: '/name',
  priority: '/priority',
  stores: '/stores',
  groups: '/customerGroups',
  from: '/window/from',
  until: '/window/until',
};

/** Writes or changes a price list, each field with what is wrong beneath it. */
export function PriceListForm({
  initial,
  currency,
  stores,
  save,
  readAgain,
  cancel,
}: {
  initial: PriceListDraft;
  currency: string;
  stores: readonly Store[];
  save: (terms: PriceListTerms) => Promise<void>;
  readAgain: () => void;
  cancel: () => void;
}) {
  const { t } = useWords();
  const { store } = usePlace();
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<readonly PlacedError[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const stale = failure instanceof Problem && failure.status === 412;
  const elsewhere = errorsElsewhere(errors, PLACES);
  const wrong = (place: string) => errorAt(errors, place);
  const change = (values: Partial<PriceListDraft>) => {
    const mended = (Object.keys(values) as (keyof PriceListDraft)[]).flatMap((name) => PLACE_OF[name] ?? []);
    setDraft((before) => ({ ...before, ...values }));
    setErrors((before) => errorsElsewhere(before, mended));
    if (!stale) setFailure(null);
  };

  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setFailure(null);
    const written = termsOf(draft, currency);
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
        hint={t('priceLists.nameHint', { currency })}
        maxLength={100}
        value={draft.name}
        error={wrong('/name')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Field
        label={t('promotions.groups')}
        hint={t('priceLists.groupsHint')}
        autoComplete="off"
        autoCapitalize="characters"
        value={draft.groups}
        error={wrong('/customerGroups')}
        onChange={(event) => change({ groups: event.target.value })}
      />
      <StoresChoice
        stores={stores}
        chosen={draft.stores}
        error={wrong('/stores')}
        change={(chosen) => change({ stores: chosen })}
      />
      <fieldset className={styles.group}>
        <legend>{t('promotions.when')}</legend>
        <p>{t('promotions.whenHint', { zone: store.timeZone })}</p>
        <div className={styles.pair}>
          {(['from', 'until'] as const).map((name) => (
            <Field
              key={name}
              label={t(`promotions.field.${name}`)}
              type="datetime-local"
              value={draft[name]}
              error={wrong(`/window/${name}`)}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          ))}
        </div>
      </fieldset>
      <Field
        label={t('promotions.priority')}
        hint={t('priceLists.priorityHint')}
        inputMode="numeric"
        autoComplete="off"
        value={draft.priority}
        error={wrong('/priority')}
        onChange={(event) => change({ priority: event.target.value })}
      />
      {stale ? (
        <Note tone="warn" live action={<Button onClick={readAgain}>{t('promotions.readAgain')}</Button>}>
          {t('priceLists.stale')}
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
          {t('priceLists.save')}
        </Button>
        <Button onClick={cancel}>{t('promotions.cancel')}</Button>
      </div>
    </form>
  );
}
