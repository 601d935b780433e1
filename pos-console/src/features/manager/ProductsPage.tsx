import { useInfiniteQuery } from '@tanstack/react-query';
import { PackageSearch } from 'lucide-react';
import { useState } from 'react';
import { get, query, type Page } from '@/shared/http/api';
import type { CatalogProduct } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, useSession } from '@/shared/session/session';
import { Button, Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { useAddress } from './address';
import { FamilySheet } from './families/FamilySheet';
import forms from './forms/forms.module.css';
import styles from './manager.module.css';
import { ChangePrices, Tick } from './change-sets/ChangePrices';
import { ProductExport } from './ProductExport';
import { ProductImport } from './ProductImport';
import { ProductSheet } from './ProductSheet';

const PAGE = 100;

/** What the catalog holds: found by name, number or code; opened for its prices; brought in from a file. */
export default function ProductsPage() {
  const { t } = useWords();
  const { user } = useSession();
  const address = useAddress();
  const q = address.get('q') ?? '';
  const products = useInfiniteQuery({
    queryKey: ['products', q],
    queryFn: ({ pageParam }) =>
      get<Page<CatalogProduct>>(`/api/products${query({ q: q.trim(), cursor: pageParam, limit: PAGE })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (before) => before,
  });
  const rows = (products.data?.pages ?? []).flatMap((page) => page.items);
  const opened = address.get('product');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (ids: readonly string[], wanted: boolean) =>
    setChosen((before) =>
      wanted ? new Set([...before, ...ids]) : new Set([...before].filter((id) => !ids.includes(id))),
    );
  const all = rows.length > 0 && rows.every(({ id }) => chosen.has(id));
  return (
    <>
      <header className={styles.head}>
        <h1>{t('manager.products')}</h1>
        <div className={forms.row}>
          {mayKeepCatalog(user) && (
            <Button look="primary" onClick={() => address.change({ product: 'new' })}>
              {t('product.new')}
            </Button>
          )}
          {mayKeepCatalog(user) && (
            <Button onClick={() => address.change({ family: 'new' })}>{t('family.new')}</Button>
          )}
          {mayKeepCatalog(user) && <ChangePrices chosen={[...chosen]} words={q.trim()} />}
          <ProductExport />
          {mayKeepCatalog(user) && <ProductImport done={() => void products.refetch()} />}
        </div>
      </header>
      <div className={styles.filters}>
        <Field
          className={styles.find}
          label={t('products.find')}
          type="search"
          value={q}
          onChange={(event) => address.change({ q: event.target.value })}
        />
      </div>
      {products.error ? (
        <FailureState failure={products.error} retry={() => void products.refetch()} />
      ) : products.isPending ? (
        <Loading rows={10} />
      ) : rows.length === 0 ? (
        <EmptyState icon={<PackageSearch size={32} aria-hidden="true" />} title={t('products.none')}>
          <p>{q ? t('products.noneHelp') : t('products.emptyHelp')}</p>
        </EmptyState>
      ) : (
        <div className={styles.panel} role="region" aria-label={t('manager.products')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {mayKeepCatalog(user) && (
                  <th scope="col">
                    <Tick
                      label={t('changeSets.chooseAll')}
                      checked={all}
                      change={(wanted) =>
                        choose(
                          rows.map(({ id }) => id),
                          wanted,
                        )
                      }
                    />
                  </th>
                )}
                <th scope="col">{t('manager.product')}</th>
                <th scope="col">{t('stock.sku')}</th>
                <th scope="col">{t('products.category')}</th>
                <th scope="col">{t('products.codes')}</th>
                <th scope="col">{t('products.tax')}</th>
                <th scope="col">{t('products.status')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((product) => (
                <tr key={product.id}>
                  {mayKeepCatalog(user) && (
                    <td>
                      <Tick
                        label={t('changeSets.choose', { name: product.name })}
                        checked={chosen.has(product.id)}
                        change={(wanted) => choose([product.id], wanted)}
                      />
                    </td>
                  )}
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.open}
                      onClick={() => address.change({ product: product.id })}
                    >
                      {product.name}
                    </button>
                  </th>
                  <td>{product.sku}</td>
                  <td>{product.category ?? ''}</td>
                  <td>{product.barcodes.map((barcode) => barcode.code).join(', ')}</td>
                  <td>{product.taxCategory}</td>
                  <td>{t(`products.status.${product.status}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {products.hasNextPage && (
            <Button disabled={products.isFetchingNextPage} onClick={() => void products.fetchNextPage()}>
              {t('sales.more')}
            </Button>
          )}
        </div>
      )}
      {address.get('family') === 'new' && <FamilySheet close={() => address.change({ family: null })} />}
      {opened && (
        <ProductSheet
          key={opened}
          id={opened}
          open={(id) => address.change({ product: id })}
          close={() => address.change({ product: null })}
        />
      )}
    </>
  );
}
