import { useInfiniteQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { get, query, type Page } from '@/shared/http/api';
import type { StockLevel } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { useAddress } from './address';
import forms from './forms/forms.module.css';
import styles from './manager.module.css';
import { usePlace } from './place';

const PAGE = 200;

/** What the shop floor holds, product by product. */
export function StockPage() {
  const { t, format } = useWords();
  const { store } = usePlace();
  const address = useAddress();
  const belowZero = address.get('belowZero') === 'true';
  const filters = { locationId: store.id, sku: address.get('sku'), belowZero: belowZero || null };
  const levels = useInfiniteQuery({
    queryKey: ['stock', filters],
    queryFn: ({ pageParam }) =>
      get<Page<StockLevel>>(`/api/stock-levels${query({ ...filters, cursor: pageParam, limit: PAGE })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  const rows = (levels.data?.pages ?? []).flatMap((page) => page.items);
  const now = new Date();
  return (
    <>
      <header className={styles.head}>
        <h1>{t('stock.title')}</h1>
      </header>
      <div className={styles.filters}>
        <Field
          label={t('stock.find')}
          type="search"
          value={filters.sku ?? ''}
          onChange={(event) => address.change({ sku: event.target.value })}
        />
        <label className={forms.check}>
          <input
            type="checkbox"
            checked={belowZero}
            onChange={(event) => address.change({ belowZero: event.target.checked ? 'true' : null })}
          />
          {t('stock.belowZero')}
        </label>
      </div>
      {levels.error ? (
        <FailureState failure={levels.error} retry={() => void levels.refetch()} />
      ) : levels.isPending ? (
        <Loading rows={10} />
      ) : rows.length === 0 ? (
        <EmptyState title={belowZero ? t('stock.noneBelow') : t('stock.none')}>
          <p>{belowZero ? t('stock.noneBelowHelp') : t('stock.noneHelp')}</p>
        </EmptyState>
      ) : (
        <div className={styles.panel} role="region" aria-label={t('stock.title')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('manager.product')}</th>
                <th scope="col" data-wide>
                  {t('stock.sku')}
                </th>
                <th scope="col" data-number>
                  {t('stock.onHand')}
                </th>
                <th scope="col" data-number data-wide>
                  {t('stock.reserved')}
                </th>
                <th scope="col" data-number>
                  {t('stock.available')}
                </th>
                <th scope="col" data-wide>
                  {t('stock.updated')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((level) => (
                <tr key={`${level.productId} ${level.sku}`}>
                  <th scope="row">{level.name ?? level.sku}</th>
                  <td data-wide>{level.sku}</td>
                  <td data-number data-low={level.onHand.startsWith('-') || undefined}>
                    {level.onHand.startsWith('-') && <TriangleAlert size={15} aria-hidden="true" />}{' '}
                    {format.quantity(level.onHand)}
                  </td>
                  <td data-number data-wide>
                    {format.quantity(level.reserved)}
                  </td>
                  <td data-number>{format.quantity(level.available)}</td>
                  <td data-wide>
                    <time dateTime={level.updatedAt} title={format.dateTime(level.updatedAt, store.timeZone)}>
                      {format.relative(level.updatedAt, now)}
                    </time>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.count} role="status">
            {t('stock.count', { count: rows.length })}
          </p>
          {levels.hasNextPage && (
            <Button disabled={levels.isFetchingNextPage} onClick={() => void levels.fetchNextPage()}>
              {t('sales.more')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
