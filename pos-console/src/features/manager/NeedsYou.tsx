import { useQuery } from '@tanstack/react-query';
import { useLiveQuery } from '@/offline/live';
import { CircleCheck } from 'lucide-react';
import { Link } from 'wouter';
import { outboxSummary } from '@/offline/outbox';
import { get, query, type Page } from '@/shared/http/api';
import type { SaleHead, StockLevel } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import { addressOf } from './address';
import styles from './manager.module.css';
import { usePlace } from './place';
import { REFRESH_MS } from './takings';

const MOST_BELOW_ZERO = 500;

/** What waits for a decision: odd sales, refused sales of this device, stock below zero. */
export function NeedsYou({ date }: { date: string }) {
  const { t } = useWords();
  const { store } = usePlace();
  const below = useQuery({
    queryKey: ['below-zero', store.id],
    queryFn: () =>
      get<Page<StockLevel>>(
        `/api/stock-levels${query({ locationId: store.id, belowZero: true, limit: MOST_BELOW_ZERO })}`,
      ),
  });
  const latest = useQuery({
    queryKey: ['odd-sales', store.id, date],
    queryFn: () =>
      get<Page<SaleHead>>(`/api/sales${query({ storeId: store.id, businessDate: date, limit: 500 })}`),
    refetchInterval: REFRESH_MS,
  });
  const outbox = useLiveQuery((db) => outboxSummary(db));
  const count = below.data?.items.length ?? 0;
  const sales = latest.data?.items ?? [];
  const priced = sales.filter((sale) => sale.priceDiffers);
  const odd = sales.filter((sale) => sale.anomalies > 0 && !sale.priceDiffers).length;
  // One is opened at once; several are a list.
  const [only] = priced.length === 1 ? priced : [];
  const refused = outbox?.rejected ?? 0;
  const failure = below.error ?? latest.error;
  return (
    <section className={styles.panel} aria-labelledby="needs-you">
      <h2 id="needs-you">{t('manager.needsYou')}</h2>
      <ul className={styles.needs}>
        {refused > 0 && (
          <li>
            <Note tone="bad">{t('manager.refused', { count: refused })}</Note>
          </li>
        )}
        {priced.length > 0 && (
          <li>
            <Note
              tone="warn"
              action={
                <Link
                  href={addressOf('/sales', {
                    ...{ store: store.id, date, odd: 'prices' },
                    ...(only && { sale: only.id }),
                  })}
                >
                  {t('manager.look')}
                </Link>
              }
            >
              {t('manager.priceDiffers', { count: priced.length })}
            </Note>
          </li>
        )}
        {odd > 0 && (
          <li>
            <Note
              tone="warn"
              action={
                <Link href={addressOf('/sales', { store: store.id, date, odd: 'true' })}>
                  {t('manager.look')}
                </Link>
              }
            >
              {t('manager.odd', { count: odd })}
            </Note>
          </li>
        )}
        {count > 0 && (
          <li>
            <Note
              tone="warn"
              action={
                <Link href={addressOf('/stock', { store: store.id, belowZero: 'true' })}>
                  {t('manager.look')}
                </Link>
              }
            >
              {below.data?.nextCursor
                ? t('manager.belowZeroMany', { count })
                : t('manager.belowZero', { count })}
            </Note>
          </li>
        )}
        {below.isPending && <Loading rows={1} />}
        {failure && (
          <li>
            <FailureState failure={failure} />
          </li>
        )}
        {below.data && latest.data && count + priced.length + odd + refused === 0 && (
          <li className={styles.fine}>
            <CircleCheck size={20} aria-hidden="true" /> {t('manager.nothingNeedsYou')}
          </li>
        )}
      </ul>
    </section>
  );
}
