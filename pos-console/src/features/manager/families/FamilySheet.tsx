import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { madeAt } from '@/domain/uuid';
import { get, put } from '@/shared/http/api';
import { useWords } from '@/shared/i18n';
import { mayPromoteIn, useSession } from '@/shared/session/session';
import { Button, Choice, Field, FieldError } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { Note } from '@/shared/ui/states';
import { FormFrame } from '../forms/FormFrame';
import styles from '../forms/forms.module.css';
import { isStale, useDraftForm } from '../forms/use-draft-form';
import { usePlace } from '../place';
import { useCategories } from '../promotions/goods';
import { MOST_OPTIONS, NEW_FAMILY, rowsOf, workOf } from './family-draft';
import { makeFamily, type FamilyWork, type Made } from './family-work';
import { forgetUnfinished, Ids, keepUnfinished, unfinished } from './unfinished';
import { VariantRows } from './VariantRows';

/** A new family with all its variants: made in one go, and gone on with where it stopped. */
export function FamilySheet({ close }: { close: () => void }) {
  const { t } = useWords();
  const { user } = useSession();
  const { store, minorDigits } = usePlace();
  const queries = useQueryClient();
  const categories = useCategories();
  const [before] = useState(() => unfinished(localStorage));
  const [ids] = useState(() => new Ids(before?.ids));
  const [made, setMade] = useState<ReadonlyMap<string, Made>>(
    new Map((before?.done ?? []).map((key) => [key, 'done' as const])),
  );
  const [finished, setFinished] = useState<number | null>(null);

  const save = async (work: FamilyWork) => {
    const outcome = new Map([...made].filter(([, each]) => each === 'done'));
    const done = () => [...outcome].filter(([, each]) => each === 'done').map(([key]) => key);
    const keep = () => keepUnfinished(localStorage, { draft: form.draft, ids: ids.all, done: done() });
    keep();
    try {
      await makeFamily(work, new Set(done()), send, (key, each) => {
        outcome.set(key, each);
        setMade(new Map(outcome));
        keep();
      });
    } finally {
      void queries.invalidateQueries({ queryKey: ['products'] });
      void queries.invalidateQueries({ queryKey: ['product-families'] });
    }
    if (work.variants.some(({ key }) => outcome.get(key) !== 'done')) return;
    forgetUnfinished(localStorage);
    setFinished(work.variants.length);
  };

  const form = useDraftForm({
    initial: before?.draft ?? NEW_FAMILY,
    places: () => ['/name', '/options', '/variants', '/rows', '/price'],
    read: (draft) =>
      workOf(draft, {
        ...{ store, minorDigits, madeAt, idOf: ids.of },
        everywhere: mayPromoteIn(user, []),
      }),
    save,
  });
  const { draft, change, errorAt } = form;
  const rows = rowsOf(draft);
  const left = rows.filter(({ key, own }) => !own.leftOut && made.get(key) !== 'done').length;
  const failed = rows.filter(({ key }) => typeof made.get(key) === 'object').length;
  const text = (name: 'name' | 'brand' | 'taxCategory', label: string, hint?: string) => (
    <Field
      label={label}
      hint={hint}
      maxLength={name === 'name' ? 160 : 100}
      value={draft[name]}
      error={errorAt(`/${name}`)}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );

  if (finished !== null)
    return (
      <Dialog title={draft.name} side="wide" onClose={close}>
        <Note tone="good" live action={<Button onClick={close}>{t('close')}</Button>}>
          {t('family.finished', { count: finished, name: draft.name.trim() })}
        </Note>
      </Dialog>
    );
  return (
    <Dialog title={t('family.new')} side="wide" onClose={close}>
      <FormFrame
        form={form}
        save={t('family.make', { count: left })}
        cancel={() => {
          forgetUnfinished(localStorage);
          close();
        }}
        note={
          <p role="status">
            {failed > 0
              ? t('family.failed', { count: failed })
              : form.busy
                ? t('family.making', { count: left })
                : ''}
          </p>
        }
      >
        {before && <Note tone="info">{t('family.goesOn', { count: before.done.length })}</Note>}
        <div className={styles.pair}>
          {text('name', t('product.name'), t('family.nameHint'))}
          <Choice
            label={t('products.category')}
            value={draft.categoryId}
            options={[
              { value: '', text: t('product.noCategory') },
              ...(categories.data ?? []).map(({ id, path }) => ({ value: id, text: path })),
            ]}
            onChange={(event) => change({ categoryId: event.target.value })}
          />
          {text('brand', t('product.brand'))}
          {text('taxCategory', t('product.taxCategory'))}
        </div>
        <fieldset className={styles.group}>
          <legend>{t('family.options')}</legend>
          {draft.options.map((option, at) => (
            <div key={at} className={styles.pair}>
              <Field
                label={t('family.option', { number: at + 1 })}
                hint={t('family.optionHint')}
                maxLength={40}
                value={option.name}
                error={errorAt(`/options/${at}/name`)}
                onChange={(event) =>
                  change({ options: draft.options.with(at, { ...option, name: event.target.value }) })
                }
              />
              <Field
                label={t('family.values', { number: at + 1 })}
                hint={t('family.valuesHint')}
                value={option.values}
                error={errorAt(`/options/${at}/values`)}
                onChange={(event) =>
                  change({ options: draft.options.with(at, { ...option, values: event.target.value }) })
                }
              />
            </div>
          ))}
          <div className={styles.row}>
            {draft.options.length < MOST_OPTIONS && (
              <Button onClick={() => change({ options: [...draft.options, { name: '', values: '' }] })}>
                {t('family.addOption')}
              </Button>
            )}
            {draft.options.length > 1 && (
              <Button look="quiet" onClick={() => change({ options: draft.options.slice(0, -1) })}>
                {t('family.removeOption')}
              </Button>
            )}
          </div>
        </fieldset>
        <div className={styles.pair}>
          <Field
            label={t('family.skuPattern')}
            hint={t('family.skuPatternHint')}
            autoComplete="off"
            value={draft.skuPattern}
            onChange={(event) => change({ skuPattern: event.target.value })}
          />
          <Field
            label={t('products.price', { currency: store.currency })}
            hint={t('family.priceHint')}
            inputMode="decimal"
            autoComplete="off"
            value={draft.price}
            onChange={(event) => change({ price: event.target.value })}
          />
        </div>
        <VariantRows
          rows={rows}
          made={made}
          price={draft.price}
          errorAt={errorAt}
          change={(key, values) => {
            change({ variants: { ...draft.variants, [key]: { ...draft.variants[key], ...values } } });
            setMade(new Map([...made].filter(([other]) => other !== key)));
          }}
        />
        {errorAt('/rows') && <FieldError>{errorAt('/rows')}</FieldError>}
      </FormFrame>
    </Dialog>
  );
}

/** Stores it, also over what an earlier attempt stored whose answer was lost. */
async function send(path: string, body: unknown) {
  try {
    return await put(path, body);
  } catch (reason) {
    if (!isStale(reason)) throw reason;
    const { version } = await get<{ version: number }>(path);
    return put(path, body, { ifMatch: version });
  }
}
