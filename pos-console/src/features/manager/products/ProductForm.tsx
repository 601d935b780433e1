import { useState } from 'react';
import { get } from '@/shared/http/api';
import type { CatalogProduct, ProductFacts } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Choice, Field } from '@/shared/ui/controls';
import { FormFrame } from '../forms/FormFrame';
import { usePlace } from '../place';
import { useCategories } from '../promotions/goods';
import styles from '../forms/forms.module.css';
import { isStale, useDraftForm } from '../forms/use-draft-form';
import { ClashNote } from './ClashNote';
import { ProductCodes } from './ProductCodes';
import { ProductComponents } from './ProductComponents';
import { ProductOptions } from './ProductOptions';
import { draftOf, factsOf, merged, NEW_PRODUCT, type Clash, type ProductDraft } from './product-draft';

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
  const [clashes, setClashes] = useState<readonly Clash[] | null>(null);
  const form = useDraftForm({
    initial: product ? draftOf(product) : NEW_PRODUCT,
    places: (draft) => Object.keys(draft).map((name) => `/${name}`),
    read: (draft) => factsOf(draft, store.currency, minorDigits),
    save: async ({ facts }) => {
      try {
        await save(facts, read?.version ?? null);
      } catch (reason) {
        if (!isStale(reason) || !read) throw reason;
        const theirs = await get<CatalogProduct>(`/api/products/${read.id}`);
        const both = merged(draftOf(read), form.draft, draftOf(theirs));
        setRead(theirs);
        form.replace(both.draft);
        setClashes(both.clashes);
      }
    },
  });
  const { draft, errorAt } = form;
  const change = (values: Partial<ProductDraft>) => {
    form.change(values);
    setClashes((before) => before?.filter((clash) => !(clash in values)) ?? null);
  };
  const part = { draft, change, errorAt };

  const text = (
    name: 'name' | 'sku' | 'brand' | 'description' | 'taxCategory' | 'ageLimit',
    most: number,
  ) => (
    <Field
      label={t(`product.${name}`)}
      maxLength={most}
      value={draft[name]}
      error={errorAt(`/${name}`)}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );

  return (
    <FormFrame form={form} save={t('product.save')} cancel={cancel}>
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
    </FormFrame>
  );
}
