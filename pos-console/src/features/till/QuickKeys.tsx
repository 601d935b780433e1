import { useLiveQuery } from '@/offline/live';
import { ChevronLeft, ChevronRight, PackageOpen } from 'lucide-react';
import { memo, useEffect, useState } from 'react';
import { leafName, levelsOf, neighbourOf, rootOf } from '@/domain/category-tree';
import { onePerFamily, shownName } from '@/domain/family';
import type { Product } from '@/domain/product';
import { arrangementOf, categoriesOf, priceBookState, productsOf } from '@/offline/price-book';
import { useWords } from '@/shared/i18n';
import { ProductPicture } from '@/shared/pictures/ProductPicture';
import { IconButton } from '@/shared/ui/controls';
import { EmptyState, Loading, Note } from '@/shared/ui/states';
import { nowUsable } from '@/shared/usable';
import { PriceTag } from './PriceTag';
import { MOST_KEYS } from './quick-keys';
import { focusSearch, keepFocus, useTillParts } from './till-context';
import { useKeyPages } from './use-key-pages';
import styles from './till.module.css';

const HUES = 8;

/** The same category has the same colour everywhere on this till. */
function hueOf(category: string): number {
  let hash = 0;
  for (const letter of rootOf(category)) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return hash % HUES;
}

/** Goods that are tapped rather than scanned: by category as the shop arranged them, page by page. */
export const QuickKeys = memo(function QuickKeys() {
  const { device, keys } = useTillParts();
  const { t } = useWords();
  const [category, setCategory] = useState<string | null>(null);
  const storeId = device.store.id;
  const shown = keys.last();
  const book = useLiveQuery((db) => priceBookState(db, storeId), [storeId]) ?? shown.book;
  const sold = useLiveQuery((db) => categoriesOf(db, storeId), [storeId]) ?? shown.sold;
  const arranged = useLiveQuery((db) => arrangementOf(db, storeId), [storeId]) ?? shown.arranged;
  const products =
    useLiveQuery((db) => productsOf(db, storeId, category, MOST_KEYS), [storeId, category]) ?? shown.products;
  useEffect(nowUsable, []);
  useEffect(() => {
    if (category === null) keys.remember({ book, sold, arranged, products });
  }, [keys, category, book, sold, arranged, products]);

  if (products.length === 0 && category === null) return <NoKeys complete={book.complete} />;
  const levels = levelsOf(category, sold, arranged);
  return (
    <div className={styles.quickKeys}>
      {!book.complete && <Note tone="info">{t('sell.loadingBook')}</Note>}
      {levels.map((row, level) => (
        <CategoryRow
          key={level}
          row={level === 0 ? [null, ...row] : row}
          chosen={category}
          choose={setCategory}
        />
      ))}
      {products.length === 0 ? (
        <EmptyState icon={<PackageOpen size={36} aria-hidden="true" />} title={t('sell.emptyCategory')} />
      ) : (
        <Keys
          key={category}
          products={onePerFamily(products)}
          cut={products.length === MOST_KEYS}
          past={(step) => {
            const next = neighbourOf(category, step, sold, arranged);
            if (next !== undefined) setCategory(next);
          }}
        />
      )}
    </div>
  );
});

function NoKeys({ complete }: { complete: boolean }) {
  const { online } = useTillParts();
  const { t } = useWords();
  if (!complete && online)
    return (
      <div className={styles.quickKeys}>
        <Loading rows={4} height="5rem" />
      </div>
    );
  return (
    <div className={styles.quickKeys}>
      <EmptyState
        icon={<PackageOpen size={36} aria-hidden="true" />}
        title={complete ? t('sell.noProducts') : t('sell.noBook')}
      >
        <p>{complete ? t('sell.noProductsHelp') : t('sell.noBookHelp')}</p>
      </EmptyState>
    </div>
  );
}

/** One level of categories; null stands for all. A chosen one stays pressed while what lies below it is shown. */
function CategoryRow({
  row,
  chosen,
  choose,
}: {
  row: readonly (string | null)[];
  chosen: string | null;
  choose: (category: string | null) => void;
}) {
  const { t } = useWords();
  const pressed = (category: string | null) =>
    category === null ? chosen === null : chosen !== null && `${chosen} > `.startsWith(`${category} > `);
  return (
    <div className={styles.categories} role="group" aria-label={t('sell.categories')}>
      {row.map((category) => (
        <button
          key={category ?? ''}
          type="button"
          className={styles.category}
          aria-pressed={pressed(category)}
          onMouseDown={keepFocus}
          onClick={(event) => {
            choose(category);
            if (event.detail > 0) focusSearch();
          }}
        >
          {category !== null && <span className={styles.dot} data-hue={hueOf(category)} aria-hidden="true" />}
          {category === null ? t('sell.all') : leafName(category)}
        </button>
      ))}
    </div>
  );
}

function Keys({
  products,
  cut,
  past,
}: {
  products: readonly Product[];
  cut: boolean;
  past: (step: 1 | -1) => void;
}) {
  const { t } = useWords();
  const { grid, size, page, pages, from, to, turn, swipe } = useKeyPages(products.length, past);
  return (
    <>
      <ul
        ref={grid}
        className={styles.grid}
        aria-label={t('sell.quickKeys')}
        style={{
          gridTemplateColumns: `repeat(${size.columns}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${size.rows}, minmax(0, 1fr))`,
        }}
        {...swipe}
      >
        {products.slice(from, to).map((product) => (
          <li key={product.productId}>
            <QuickKey product={product} />
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <nav className={styles.pager} aria-label={t('sell.pages')}>
          <IconButton
            label={t('sell.pageBefore')}
            aria-keyshortcuts="PageUp"
            disabled={page === 0}
            onClick={() => turn(-1)}
          >
            <ChevronLeft size={24} aria-hidden="true" />
          </IconButton>
          <span role="status">
            {t('sell.page', { page: page + 1, pages })}
            {cut && page === pages - 1 && ` · ${t('sell.searchRest')}`}
          </span>
          <IconButton
            label={t('sell.pageAfter')}
            aria-keyshortcuts="PageDown"
            disabled={page === pages - 1}
            onClick={() => turn(1)}
          >
            <ChevronRight size={24} aria-hidden="true" />
          </IconButton>
        </nav>
      )}
    </>
  );
}

function QuickKey({ product }: { product: Product }) {
  const { desk } = useTillParts();
  const { t } = useWords();
  return (
    <button
      type="button"
      className={styles.tile}
      onMouseDown={keepFocus}
      data-hue={hueOf(product.category ?? '')}
      onClick={(event) => {
        desk.choose(product);
        if (event.detail > 0) focusSearch();
      }}
    >
      <span className={styles.tileName}>
        <bdi>{shownName(product)}</bdi>
      </span>
      <span className={styles.tileFoot}>
        <span className={styles.tilePrice}>
          {product.variant && `${t('sell.from')} `}
          <PriceTag product={product} />
          {product.unit !== 'PIECE' && ` / ${t(`unit.${product.unit}`)}`}
        </span>
        {product.imageId && (
          <ProductPicture imageId={product.imageId} size={160} className={styles.tilePicture} />
        )}
      </span>
    </button>
  );
}
