import { useLiveQuery } from '@/offline/live';
import { lazy, Suspense, useCallback } from 'react';
import { dateShifted } from '@/domain/business-date';
import { outboxSummary } from '@/offline/outbox';
import type { TakingsRow } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { EmptyState, FailureState, Note, Skeleton } from '@/shared/ui/states';
import { addressOf, useAddress } from './address';
import { BestSellers } from './BestSellers';
import { figuresOf } from './day-figures';
import { DayTiles } from './DayTiles';
import { HourTable } from './HourTable';
import styles from './manager.module.css';
import { NeedsYou } from './NeedsYou';
import { usePlace } from './place';
import { useTakings } from './takings';

const HourChart = lazy(() => import('./HourChart'));

const NO_ROWS: readonly TakingsRow[] = [];

/** The day in figures; each opens the sales it is made of. */
export function OverviewPage() {
  const { t, format } = useWords();
  const { store, today, minorDigits } = usePlace();
  const { date } = useAddress();
  const hours = useTakings(date, 'HOUR');
  const before = useTakings(dateShifted(date, -7), 'HOUR');
  const unsent = useLiveQuery((db) => outboxSummary(db));
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

      <DayTiles now={now} then={then} isToday={isToday} link={link} />

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

function hourIn(timeZone: string): number {
  return Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(new Date()),
  );
}
