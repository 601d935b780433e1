import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import styles from '../forms/forms.module.css';
import type { Clash, ProductDraft } from './product-draft';

/** Somebody else saved this product first: what they changed is in the form; where both did, both are shown. */
export function ClashNote<Field extends Clash>({
  clashes,
  mine,
  theirs,
  take,
}: {
  clashes: readonly Field[];
  mine: ProductDraft;
  theirs: ProductDraft;
  take: (field: Field, theirs: ProductDraft[Field]) => void;
}) {
  const { t } = useWords();
  return (
    <Note tone="warn" live>
      <p>{t(clashes.length === 0 ? 'product.mergedAll' : 'product.clashes')}</p>
      <ul>
        {clashes.map((field) => (
          <li key={field} className={styles.row}>
            <span>
              <strong>{t(`product.${field}`)}</strong>: {t('product.yours', { value: said(mine[field]) })} ·{' '}
              {t('product.theirs', { value: said(theirs[field]) })}
            </span>
            <Button look="quiet" onClick={() => take(field, theirs[field])}>
              {t('product.takeTheirs')}
            </Button>
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** A field's content in one line: lists by what their entries hold. */
function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).join(', ') || '–';
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .filter((each) => each !== '')
      .map(said)
      .join(' × ');
  return typeof value === 'string' ? value || '–' : JSON.stringify(value);
}
