import { useLiveQuery } from 'dexie-react-hooks';
import { PackageOpen } from 'lucide-react';
import { useState } from 'react';
import { database } from '@/offline/database';
import { categoriesOf, priceBookState, productsOf } from '@/offline/price-book';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { EmptyState, Loading, Note } from '@/shared/ui/states';
import { focusSearch, useTill } from './till-context';
import styles from './till.module.css';

const MOST_KEYS = 120;
const HUES = 8;

/** The same category has the same colour everywhere on this till. */
function hueOf(category: string): number {
  let hash = 0;
  for (const letter of category) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return hash % HUES;
}

/** Goods that are tapped rather than scanned, by category. */
export function QuickKeys() {
  const { device, desk, online } = useTill();
  const { t } = useWords();
  const [category, setCategory] = useState<string | null>(null);
  const storeId = device.store.id;
  const book = useLiveQuery(() => priceBookState(database, storeId), [storeId]);
  const categories = useLiveQuery(() => categoriesOf(database, storeId), [storeId]);
  const products = useLiveQuery(
    () => productsOf(database, storeId, category, MOST_KEYS),
    [storeId, category],
  );

  if (!book || !products || !categories) return <Loading rows={4} height="5rem" />;
  if (products.length === 0 && category === null) {
    return (
      <div className={styles.quickKeys}>
        {book.complete ? (
          <EmptyState icon={<PackageOpen size={36} aria-hidden="true" />} title={t('sell.noProducts')}>
            <p>{t('sell.noProductsHelp')}</p>
          </EmptyState>
        ) : online ? (
          <Loading rows={4} height="5rem" />
        ) : (
          <EmptyState icon={<PackageOpen size={36} aria-hidden="true" />} title={t('sell.noBook')}>
            <p>{t('sell.noBookHelp')}</p>
          </EmptyState>
        )}
      </div>
    );
  }
  return (
    <div className={styles.quickKeys}>
      {!book.complete && <Note tone="info">{t('sell.loadingBook')}</Note>}
      <div className={styles.categories} role="group" aria-label={t('sell.categories')}>
        {[null, ...categories].map((name) => (
          <button
            key={name ?? ''}
            type="button"
            className={styles.category}
            aria-pressed={name === category}
            onClick={(event) => {
              setCategory(name);
              if (event.detail > 0) focusSearch();
            }}
          >
            {name !== null && <span className={styles.dot} data-hue={hueOf(name)} aria-hidden="true" />}
            {name ?? t('sell.all')}
          </button>
        ))}
      </div>
      <ul className={styles.grid} aria-label={t('sell.quickKeys')}>
        {products.map((product) => (
          <li key={product.productId}>
            <button
              type="button"
              className={styles.tile}
              data-hue={hueOf(product.category ?? '')}
              onClick={(event) => {
                desk.sell(product);
                if (event.detail > 0) focusSearch();
              }}
            >
              <span className={styles.tileName}>{product.name}</span>
              <span className={styles.tilePrice}>
                <Amount value={product.price} currency={product.currency} />
                {product.unit !== 'PIECE' && ` / ${t(`unit.${product.unit}`)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
