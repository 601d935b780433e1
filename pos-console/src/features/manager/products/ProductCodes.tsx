import { X } from 'lucide-react';
import { useWords } from '@/shared/i18n';
import { Button, Field, FieldError, IconButton } from '@/shared/ui/controls';
import { usePlace } from '../place';
import styles from '../forms/forms.module.css';
import type { CodeDraft, ProductDraft } from './product-draft';
import type { DraftPart } from '../forms/use-draft-form';

/** The codes that scan a product: how many units each sells, and for how much when that is not the sum of them. */
export function ProductCodes({ draft: { barcodes }, change, errorAt }: DraftPart<ProductDraft>) {
  const { t } = useWords();
  const { store } = usePlace();
  const set = (at: number, values: Partial<CodeDraft>) =>
    change({ barcodes: barcodes.map((code, index) => (index === at ? { ...code, ...values } : code)) });
  const add = () =>
    change({ barcodes: [...barcodes, { code: '', quantity: '1', price: '', currency: store.currency }] });
  return (
    <fieldset className={styles.group}>
      <legend>{t('products.codes')}</legend>
      {barcodes.map(({ code, quantity, price, currency }, at) => (
        <div key={at} className={styles.pair}>
          <Field
            label={t('product.code')}
            value={code}
            maxLength={48}
            autoComplete="off"
            error={errorAt(`/barcodes/${at}/code`)}
            onChange={(event) => set(at, { code: event.target.value })}
          />
          <Field
            label={t('product.codeQuantity')}
            inputMode="decimal"
            value={quantity}
            error={errorAt(`/barcodes/${at}/quantity`)}
            onChange={(event) => set(at, { quantity: event.target.value })}
          />
          <Field
            label={t('product.codePrice', { currency: currency || store.currency })}
            inputMode="decimal"
            value={price}
            error={errorAt(`/barcodes/${at}/price`)}
            onChange={(event) => set(at, { price: event.target.value })}
          />
          <IconButton
            label={t('product.removeCode', { code })}
            onClick={() => change({ barcodes: barcodes.filter((_, index) => index !== at) })}
          >
            <X size={20} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      {barcodes.length === 0 && errorAt('/barcodes') && <FieldError>{errorAt('/barcodes')}</FieldError>}
      <Button onClick={add}>{t('product.addCode')}</Button>
    </fieldset>
  );
}
