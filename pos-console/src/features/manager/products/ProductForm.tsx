import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { get } from '@/shared/http/api';
import { Problem } from '@/shared/http/problem';
import type { CatalogProduct, ProductFacts } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, Choice, Field } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import { usePlace } from '../place';
import { useCategories } from '../promotions/goods';
import { errorAt, errorsElsewhere, type PlacedError } from '../promotions/placed-errors';
import styles from '../promotions/promotions.module.css';
import { ClashNote } from './ClashNote';
import { ProductCodes } from './ProductCodes';
import { ProductComponents } from './ProductComponents';
import { ProductOptions } from './ProductOptions';
import { draftOf, factsOf, merged, NEW_PRODUCT, type Clash, type ProductDraft } from './product-draft';

/** How one part of the form reads and changes the draft, and what is wrong with it. */
export interface DraftPart {
  readonly draft: ProductDraft;
  readonly change: (values: Partial<ProductDraft>) => void;
  readonly errorAt: (pointer: string) => string | undefined;
}

const UNITS = ['PIECE', 'KG', 'LITRE', 'METRE'] as const;
const TRACKINGS = ['NONE', 'LOT', 'SERIAL'] as const;
const STATUSES = ['ACTIVE', 'INACTIVE'] as const;

/**
 * Writes or changes a product, each field with what is wrong beneath it. When somebody else has changed it meanwhile, their
 * changes are taken into the form; where both changed the same, both are shown and a person decides.
 */
export function ProductForm({
  product,
  save,
  cancel,
}: {
  product: CatalogProduct | null;
  save: (facts: ProductFacts, version: number | null) => Promise<void>;
  cancel: () => void;
}) {
  const { t } = useWords();
  const { store, minorDigits } = usePlace();
  const categories = useCategories();
  const [read, setRead] = useState(product);
  const [draft, setDraft] = useState(product ? draftOf(product) : NEW_PRODUCT);
  const [clashes, setClashes] = useState<readonly Clash[] | null>(null);
  const [errors, setErrors] = useState<readonly PlacedError[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  const change = (values: Partial<ProductDraft>) => {
    setDraft((before) => ({ ...before, ...values }));
    const places = Object.keys(values).map((name) => `/${name}`);
    setErrors((before) => errorsElsewhere(before, places));
    setClashes((before) => before?.filter((clash) => !(clash in values)) ?? null);
    setFailure(null);
  };
  const part: DraftPart = { draft, change, errorAt: (pointer) => errorAt(errors, pointer) };
  const elsewhere = errorsElsewhere(
    errors,
    Object.keys(draft).map((name) => `/${name}`),
  );

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setFailure(null);
    const written = factsOf(draft, store.currency, minorDigits);
    if ('faults' in written) {
      setErrors(written.faults.map(({ pointer, word }) => ({ pointer, detail: t(word) })));
      setRefusals(refusals + 1);
      return;
    }
    setErrors([]);
    setBusy(true);
    try {
      await save(written.facts, read?.version ?? null);
    } catch (reason) {
      await refused(reason).catch(setFailure);
      setBusy(false);
    }
  };

  const refused = async (reason: unknown) => {
    if (reason instanceof Problem && reason.status === 412 && read) {
      const theirs = await get<CatalogProduct>(`/api/products/${read.id}`);
      const both = merged(draftOf(read), draft, draftOf(theirs));
      setRead(theirs);
      setDraft(both.draft);
      setClashes(both.clashes);
      return;
    }
    if (reason instanceof Problem) setErrors(reason.errors);
    setFailure(reason);
    setRefusals(refusals + 1);
  };

  const text = (
    name: 'name' | 'sku' | 'brand' | 'description' | 'taxCategory' | 'ageLimit',
    most: number,
  ) => (
    <Field
      label={t(`product.${name}`)}
      maxLength={most}
      value={draft[name]}
      error={part.errorAt(`/${name}`)}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      {text('name', 200)}
      <div className={styles.pair}>
        {text('sku', 60)}
        {text('brand', 100)}
      </div>
      {text('description', 4000)}
      <Choice
        label={t('products.category')}
        value={draft.categoryId}
        options={[
          { value: '', text: t('product.noCategory') },
          ...(categories.data ?? []).map(({ id, path }) => ({ value: id, text: path })),
        ]}
        onChange={(event) => change({ categoryId: event.target.value })}
      />
      <div className={styles.pair}>
        <Choice
          label={t('product.unit')}
          value={draft.unit}
          options={UNITS.map((unit) => ({ value: unit, text: t(`product.unit.${unit}`) }))}
          onChange={(event) => change({ unit: event.target.value as ProductDraft['unit'] })}
        />
        {text('taxCategory', 30)}
        {text('ageLimit', 2)}
        <Choice
          label={t('product.tracking')}
          value={draft.tracking}
          options={TRACKINGS.map((each) => ({ value: each, text: t(`product.tracking.${each}`) }))}
          onChange={(event) => change({ tracking: event.target.value as ProductDraft['tracking'] })}
        />
        <Choice
          label={t('products.status')}
          value={draft.status}
          options={STATUSES.map((each) => ({ value: each, text: t(`products.status.${each}`) }))}
          onChange={(event) => change({ status: event.target.value as ProductDraft['status'] })}
        />
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.stockTracked}
          onChange={(event) => change({ stockTracked: event.target.checked })}
        />
        {t('product.stockTracked')}
      </label>
      <ProductCodes {...part} />
      <ProductOptions {...part} />
      <ProductComponents {...part} own={product?.id ?? null} />
      {clashes && read && (
        <ClashNote
          clashes={clashes}
          mine={draft}
          theirs={draftOf(read)}
          take={(field, theirs) => change({ [field]: theirs })}
        />
      )}
      {elsewhere.length > 0 ? (
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
        <Button type="submit" look="primary" disabled={busy}>
          {t('product.save')}
        </Button>
        <Button onClick={cancel}>{t('promotions.cancel')}</Button>
      </div>
    </form>
  );
}
