import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Download, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { amount } from '@/domain/decimal';
import { receiptLabel } from '@/domain/receipt-number';
import { get, getAll, query, type Page } from '@/shared/http/api';
import type { SaleHead, Till } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Amount, Button, Choice, Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { useAddress } from './address';
import { csvOf, download } from './csv';
import styles from './manager.module.css';
import { usePlace } from './place';
import { SaleSheet } from './SaleSheet';

const PAGE = 200;
const MOST_EXPORTED = 20_000;
const KINDS = ['SALE', 'RETURN', 'EXCHANGE', 'DEPOSIT'] as const;

type Column = 'time' | 'receipt' | 'till' | 'cashier' | 'lines' | 'total';

/** The sales behind a figure. Every filter and the order stand in the address. */
export function SalesPage() {
  const { t, format } = useWords();
  const { store } = usePlace();
  const address = useAddress();
  const tills = useQuery({
    queryKey: ['tills', store.id],
    queryFn: () => getAll<Till>(`/api/tills${query({ storeId: store.id })}`),
  });
  const filters = {
    storeId: store.id,
    businessDate: address.date,
    hour: address.get('hour'),
    sku: address.get('sku'),
    tillId: address.get('till'),
  };
  const sales = useInfiniteQuery({
    queryKey: ['sales', filters],
    queryFn: ({ pageParam }) =>
      get<Page<SaleHead>>(`/api/sales${query({ ...filters, cursor: pageParam, limit: PAGE })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  const labelOf = (sale: SaleHead) =>
    receiptLabel(
      tills.data?.find((till) => till.id === sale.tillId)?.receiptPrefix ?? sale.tillId,
      sale.receiptNumber,
    );
  const tillName = (id: string) => tills.data?.find((till) => till.id === id)?.name ?? id;
  const fits = (sale: SaleHead) =>
    (!address.get('type') || sale.documentType === address.get('type')) &&
    (address.get('odd') !== 'true' || sale.anomalies > 0) &&
    (address.get('odd') !== 'prices' || sale.priceDiffers);
  const sort = address.get('sort') ?? 'time';
  const rows = (sales.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter(fits)
    .sort(orderBy(sort, labelOf));

  return (
    <>
      <header className={styles.head}>
        <h1>{t('sales.title')}</h1>
        <ExportButton
          load={async () =>
            (await getAll<SaleHead>(`/api/sales${query({ ...filters, limit: 500 })}`, MOST_EXPORTED)).filter(
              fits,
            )
          }
          labelOf={labelOf}
        />
      </header>
      <div className={styles.filters}>
        <Choice
          label={t('sales.till')}
          value={filters.tillId ?? ''}
          options={[
            { value: '', text: t('sales.allTills') },
            ...(tills.data ?? []).map((till) => ({ value: till.id, text: till.name })),
          ]}
          onChange={(event) => address.change({ till: event.target.value })}
        />
        <Choice
          label={t('sales.hour')}
          value={filters.hour ?? ''}
          options={[
            { value: '', text: t('sales.allDay') },
            ...Array.from({ length: 24 }, (_, hour) => ({
              value: String(hour),
              text: `${String(hour).padStart(2, '0')}:00`,
            })),
          ]}
          onChange={(event) => address.change({ hour: event.target.value })}
        />
        <Choice
          label={t('sales.type')}
          value={address.get('type') ?? ''}
          options={[
            { value: '', text: t('sales.all') },
            ...KINDS.map((kind) => ({ value: kind, text: t(`sales.type.${kind}`) })),
          ]}
          onChange={(event) => address.change({ type: event.target.value })}
        />
        <Field
          label={t('sales.sku')}
          type="search"
          value={filters.sku ?? ''}
          onChange={(event) => address.change({ sku: event.target.value })}
        />
        <Button
          look="quiet"
          onClick={() => address.change({ till: null, hour: null, type: null, sku: null, odd: null })}
        >
          {t('sales.clear')}
        </Button>
      </div>

      {sales.error ? (
        <FailureState failure={sales.error} retry={() => void sales.refetch()} />
      ) : sales.isPending ? (
        <Loading rows={10} />
      ) : rows.length === 0 && !sales.hasNextPage ? (
        <EmptyState title={t('sales.none')}>
          <p>{t('sales.noneHelp')}</p>
        </EmptyState>
      ) : (
        <div className={styles.panel} role="region" aria-label={t('sales.title')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <Head column="receipt" sort={sort} />
                <Head column="time" sort={sort} />
                <Head column="till" sort={sort} />
                <Head column="cashier" sort={sort} />
                <th scope="col">{t('sales.type')}</th>
                <Head column="lines" sort={sort} number />
                <Head column="total" sort={sort} number />
              </tr>
            </thead>
            <tbody>
              {rows.map((sale) => (
                <tr key={sale.id}>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.open}
                      aria-label={t('sales.open', { receipt: labelOf(sale) })}
                      onClick={() => address.change({ sale: sale.id })}
                    >
                      {labelOf(sale)}
                    </button>
                    {sale.anomalies > 0 && (
                      <span className={styles.odd}>
                        <TriangleAlert size={15} aria-hidden="true" /> {t('sales.odd')}
                      </span>
                    )}
                  </th>
                  <td>
                    <time dateTime={sale.occurredAt}>{format.time(sale.occurredAt, store.timeZone)}</time>
                  </td>
                  <td>{tillName(sale.tillId)}</td>
                  <td>{sale.cashierName}</td>
                  <td>{t(`sales.type.${sale.documentType}`)}</td>
                  <td data-number>{sale.lines}</td>
                  <td data-number>
                    <Amount value={sale.total} currency={sale.currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.count} role="status">
            {t('sales.count', { count: rows.length })}
          </p>
          {sales.hasNextPage && (
            <Button disabled={sales.isFetchingNextPage} onClick={() => void sales.fetchNextPage()}>
              {t('sales.more')}
            </Button>
          )}
        </div>
      )}
      {address.get('sale') && (
        <SaleSheet id={address.get('sale') ?? ''} close={() => address.change({ sale: null })} />
      )}
    </>
  );
}

function Head({ column, sort, number = false }: { column: Column; sort: string; number?: boolean }) {
  const { t } = useWords();
  const address = useAddress();
  const direction = sort === column ? 'descending' : sort === `-${column}` ? 'ascending' : undefined;
  return (
    <th scope="col" aria-sort={direction} data-number={number || undefined}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => address.change({ sort: direction === 'descending' ? `-${column}` : column })}
      >
        {t(`sales.${column}`)}
        {direction === 'descending' && <ArrowDown size={14} aria-hidden="true" />}
        {direction === 'ascending' && <ArrowUp size={14} aria-hidden="true" />}
      </button>
    </th>
  );
}

/** Largest or latest first; a minus before the column turns it around. */
function orderBy(sort: string, labelOf: (sale: SaleHead) => string) {
  const column = sort.replace('-', '');
  const turned = sort.startsWith('-') ? -1 : 1;
  const text = (sale: SaleHead): string =>
    column === 'receipt'
      ? labelOf(sale)
      : column === 'till'
        ? sale.tillId
        : column === 'cashier'
          ? sale.cashierName
          : sale.occurredAt;
  return (a: SaleHead, b: SaleHead): number => {
    const difference =
      column === 'total'
        ? Number(amount(b.total) - amount(a.total))
        : column === 'lines'
          ? b.lines - a.lines
          : text(b).localeCompare(text(a));
    return difference * turned;
  };
}

function ExportButton({
  load,
  labelOf,
}: {
  load: () => Promise<SaleHead[]>;
  labelOf: (sale: SaleHead) => string;
}) {
  const { t } = useWords();
  const { store } = usePlace();
  const { date } = useAddress();
  const [failure, setFailure] = useState<unknown>(null);
  const save = async () => {
    try {
      const rows = (await load()).map((sale) => [
        labelOf(sale),
        sale.occurredAt,
        sale.businessDate,
        sale.tillId,
        sale.cashierName,
        sale.documentType,
        sale.lines,
        sale.total,
        sale.currency,
      ]);
      const names = [
        'receipt',
        'occurredAt',
        'businessDate',
        'till',
        'cashier',
        'kind',
        'lines',
        'total',
        'currency',
      ];
      download(`sales-${store.id}-${date}.csv`, csvOf([names, ...rows]), 'text/csv');
      setFailure(null);
    } catch (reason) {
      setFailure(reason);
    }
  };
  return (
    <div>
      <Button onClick={() => void save()}>
        <Download size={18} aria-hidden="true" />
        {t('sales.export')}
      </Button>
      {failure !== null && <FailureState failure={failure} />}
    </div>
  );
}
