import { useQuery } from '@tanstack/react-query';
import { useLiveQuery } from 'dexie-react-hooks';
import { CircleCheck, TrendingDown, TrendingUp } from 'lucide-react';
import { lazy, Suspense, useCallback, type ReactNode } from 'react';
import { Link } from 'wouter';
import { dateShifted } from '@/domain/business-date';
import { database } from '@/offline/database';
import { outboxSummary } from '@/offline/outbox';
import { get, query, type Page } from '@/shared/http/api';
import type { SaleHead, StockLevel, Takings, TakingsRow } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading, Note, Skeleton } from '@/shared/ui/states';
import { addressOf, useAddress } from './address';
import { figuresOf, percentChange, sinceStart, type DayFigures } from './day-figures';
import styles from './manager.module.css';
import { usePlace } from './place';

const HourChart = lazy(() => import('./HourChart'));

const NO_ROWS: readonly TakingsRow[] = [];
const REFRESH_MS = 30_000;
const BEST_SELLERS = 8;
const MOST_BELOW_ZERO = 500;

/** The day in figures; each opens the sales it is made of. */
export function OverviewPage() {
  const { t, format } = useWords();
  const { store, today, minorDigits } = usePlace();
  const { date } = useAddress();
  const hours = useTakings(date, 'HOUR');
  const before = useTakings(dateShifted(date, -7), 'HOUR');
  const unsent = useLiveQuery(() => outboxSummary(database));
  const startHour = Number(store.businessDayStartsAt.slice(0, 2));
  const isToday = date === today;
  const lastHour = isToday ? hourIn(store.timeZone) : null;

  const link = useCallback(
    (values: Record<string, string>) => addressOf('/sales', { store: store.id, date, ...values }),
    [store.id, date],
  );
  const linkToHour = useCallback((hour: string) => link({ hour }), [link]);

  if (hours.error) return <FailureState failure={hours.error} retry={() => void hours.refetch()} />;
  const now = hours.data && figuresOf(hours.data.items, minorDigits, null, startHour);
  const then = before.data && figuresOf(before.data.items, minorDigits, lastHour, startHour);

  return (
    <>
      <header className={styles.head}>
        <div>
          <h1>{t('manager.title', { store: store.name })}</h1>
          <p>
            {format.date(date)}
            {' · '}
            {hours.data &&
              (hours.data.completeTo
                ? t('manager.completeTo', { time: format.time(hours.data.completeTo, store.timeZone) })
                : t('manager.notCounted'))}
          </p>
        </div>
        {unsent && unsent.waiting > 0 && (
          <Note tone="warn">{t('manager.unsent', { count: unsent.waiting })}</Note>
        )}
      </header>

      <section className={styles.tiles} aria-label={t('manager.overview')}>
        <Tile
          name={t('manager.revenue')}
          to={link({})}
          value={now && <Amount value={now.revenue} currency={store.currency} withCurrency />}
          compared={now && then && comparison(now, then, 'revenue')}
          before={then && format.money(then.revenue, store.currency, true)}
          byHour={isToday}
        />
        <Tile
          name={t('manager.salesCount')}
          to={link({ type: 'SALE' })}
          value={now && format.number(now.sales)}
          compared={now && then && comparison(now, then, 'sales')}
          before={then && format.number(then.sales)}
          byHour={isToday}
        />
        <Tile
          name={t('manager.returnsCount')}
          to={link({ type: 'RETURN' })}
          value={now && format.number(now.returns)}
          compared={null}
          before={then && format.number(then.returns)}
          byHour={isToday}
        />
        <Tile
          name={t('manager.average')}
          to={link({ sort: 'total' })}
          value={
            now &&
            (now.average === null ? (
              '–'
            ) : (
              <Amount value={now.average} currency={store.currency} withCurrency />
            ))
          }
          compared={now && then && comparison(now, then, 'average')}
          before={then && (then.average === null ? null : format.money(then.average, store.currency, true))}
          byHour={isToday}
        />
      </section>

      <div className={styles.columns}>
        <section className={styles.panel} aria-labelledby="by-hour">
          <h2 id="by-hour">{t('manager.byHour')}</h2>
          {!hours.data ? (
            <Skeleton height="18rem" />
          ) : hours.data.items.length === 0 && before.data?.items.length === 0 ? (
            <EmptyState title={t('manager.noSales')}>
              <p>{t('manager.noSalesHelp')}</p>
            </EmptyState>
          ) : (
            <>
              <Suspense fallback={<Skeleton height="18rem" />}>
                <HourChart
                  today={hours.data.items}
                  before={before.data?.items ?? NO_ROWS}
                  currency={store.currency}
                  startHour={startHour}
                  linkTo={linkToHour}
                />
              </Suspense>
              <HourTable today={hours.data} before={before.data} startHour={startHour} link={link} />
            </>
          )}
        </section>
        <div className={styles.stack}>
          <NeedsYou date={date} />
          <BestSellers date={date} link={link} />
        </div>
      </div>
    </>
  );
}

function useTakings(date: string, groupBy: 'HOUR' | 'PRODUCT', limit?: number) {
  const { store } = usePlace();
  return useQuery({
    queryKey: ['takings', store.id, date, groupBy, limit],
    queryFn: () =>
      get<Takings>(`/api/takings${query({ storeId: store.id, from: date, to: date, groupBy, limit })}`),
    refetchInterval: REFRESH_MS,
  });
}

function hourIn(timeZone: string): number {
  return Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(new Date()),
  );
}

function comparison(now: DayFigures, then: DayFigures, what: 'revenue' | 'sales' | 'average'): number | null {
  const of = (figures: DayFigures) => BigInt(figures[what] ?? 0);
  return percentChange(of(now), of(then));
}

function Tile({
  name,
  to,
  value,
  compared,
  before,
  byHour,
}: {
  name: string;
  to: string;
  value: ReactNode;
  compared: number | null | undefined;
  before: string | null | undefined;
  byHour: boolean;
}) {
  const { t, format } = useWords();
  return (
    <Link href={to} className={styles.tile}>
      <span className={styles.tileName}>{name}</span>
      <span className={styles.tileValue}>{value ?? <Skeleton height="2.4rem" width="8rem" />}</span>
      <span className={styles.tileBefore}>
        {typeof compared === 'number' && (
          <span className={styles.trend} data-up={compared >= 0}>
            {compared >= 0 ? (
              <TrendingUp size={16} aria-hidden="true" />
            ) : (
              <TrendingDown size={16} aria-hidden="true" />
            )}
            {compared > 0 && '+'}
            {format.number(compared)} %
          </span>
        )}{' '}
        {before === undefined
          ? ' '
          : before === null
            ? t('manager.noLastWeek')
            : t(byHour ? 'manager.lastWeek' : 'manager.lastWeekDay', { value: before })}
      </span>
    </Link>
  );
}

function HourTable({
  today,
  before,
  startHour,
  link,
}: {
  today: Takings;
  before: Takings | undefined;
  startHour: number;
  link: (values: Record<string, string>) => string;
}) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const keys = [...new Set([...today.items, ...(before?.items ?? [])].map((row) => row.key))].sort(
    (a, b) => sinceStart(Number(a), startHour) - sinceStart(Number(b), startHour),
  );
  const gross = (takings: Takings | undefined, key: string) => takings?.items.find((row) => row.key === key);
  return (
    <details className={styles.asTable}>
      <summary>{t('manager.asTable')}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('manager.hour')}</th>
            <th scope="col" data-number>
              {t('manager.today')}
            </th>
            <th scope="col" data-number>
              {t('manager.weekBefore')}
            </th>
            <th scope="col" data-number>
              {t('manager.salesCount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">
                <Link href={link({ hour: String(Number(key)) })}>{key}:00</Link>
              </th>
              <td data-number>
                <Amount value={gross(today, key)?.gross ?? '0'} currency={store.currency} />
              </td>
              <td data-number>
                <Amount value={gross(before, key)?.gross ?? '0'} currency={store.currency} />
              </td>
              <td data-number>{format.number(gross(today, key)?.sales ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function BestSellers({ date, link }: { date: string; link: (values: Record<string, string>) => string }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const best = useTakings(date, 'PRODUCT', BEST_SELLERS);
  return (
    <section className={styles.panel} aria-labelledby="best-sellers">
      <h2 id="best-sellers">{t('manager.bestSellers')}</h2>
      {best.error ? (
        <FailureState failure={best.error} retry={() => void best.refetch()} />
      ) : !best.data ? (
        <Loading rows={4} height="2.5rem" />
      ) : best.data.items.length === 0 ? (
        <EmptyState title={t('manager.noSales')} />
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('manager.product')}</th>
              <th scope="col" data-number>
                {t('manager.units')}
              </th>
              <th scope="col" data-number>
                {t('manager.revenue')}
              </th>
            </tr>
          </thead>
          <tbody>
            {best.data.items.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <Link href={link({ sku: row.key })}>{row.label ?? row.key}</Link>
                </th>
                <td data-number>{format.quantity(row.units)}</td>
                <td data-number>
                  <Amount value={row.gross} currency={store.currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** What waits for a decision: odd sales, refused sales of this device, stock below zero. */
function NeedsYou({ date }: { date: string }) {
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
  const outbox = useLiveQuery(() => outboxSummary(database));
  const count = below.data?.items.length ?? 0;
  const odd = latest.data?.items.filter((sale) => sale.anomalies > 0).length ?? 0;
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
        {below.data && latest.data && count + odd + refused === 0 && (
          <li className={styles.fine}>
            <CircleCheck size={20} aria-hidden="true" /> {t('manager.nothingNeedsYou')}
          </li>
        )}
      </ul>
    </section>
  );
}
