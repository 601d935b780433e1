import { CircleAlert, CircleCheck } from 'lucide-react';
import { useWords } from '@/shared/i18n';
import { Field } from '@/shared/ui/controls';
import forms from '../forms/forms.module.css';
import { usePlace } from '../place';
import styles from './families.module.css';
import type { Row, VariantDraft } from './family-draft';
import type { Made } from './family-work';

/** The variants that the options make: what is special to each, and what became of it. */
export function VariantRows({
  rows,
  made,
  price,
  errorAt,
  change,
}: {
  rows: readonly Row[];
  made: ReadonlyMap<string, Made>;
  /** Of those that have none of their own. */
  price: string;
  errorAt: (pointer: string) => string | undefined;
  change: (key: string, values: VariantDraft) => void;
}) {
  const { t } = useWords();
  const { store } = usePlace();
  if (rows.length === 0) return <p>{t('family.noVariants')}</p>;
  return (
    <ol className={styles.variants} aria-label={t('family.variants')}>
      {rows.map(({ key, values, sku, own }) => {
        const name = values.join(' · ');
        const outcome = made.get(key);
        const locked = own.leftOut === true || outcome === 'done';
        const cell = (field: 'sku' | 'price' | 'code', label: string, value: string) => (
          <Field
            label={label}
            aria-label={`${name}: ${label}`}
            autoComplete="off"
            value={value}
            disabled={locked}
            error={errorAt(`/variants/${key}/${field === 'code' ? 'barcodes' : field}`)}
            onChange={(event) => change(key, { [field]: event.target.value })}
          />
        );
        return (
          <li key={key} className={styles.variant}>
            <label className={forms.check}>
              <input
                type="checkbox"
                checked={own.leftOut !== true}
                disabled={outcome === 'done'}
                onChange={(event) => change(key, { leftOut: !event.target.checked })}
              />
              {name}
            </label>
            {cell('sku', t('product.sku'), own.sku ?? sku)}
            {cell('price', t('products.price', { currency: store.currency }), own.price ?? price)}
            {cell('code', t('product.code'), own.code ?? '')}
            <p className={styles.outcome} data-done={outcome === 'done'}>
              {outcome === 'done' ? (
                <>
                  <CircleCheck size={18} aria-hidden="true" /> {t('family.done')}
                </>
              ) : (
                outcome && (
                  <>
                    <CircleAlert size={18} aria-hidden="true" /> {outcome.reason}
                  </>
                )
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
