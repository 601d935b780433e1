import { TrendingDown, TrendingUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { Skeleton } from '@/shared/ui/states';
import { percentChange, type DayFigures } from './day-figures';
import styles from './manager.module.css';
import { usePlace } from './place';

/** The day in four figures, each against the same weekday a week before, each opening its sales. */
export function DayTiles({
  now,
  then,
  isToday,
  link,
}: {
  now: DayFigures | undefined;
  then: DayFigures | undefined;
  isToday: boolean;
  link: (values: Record<string, string>) => string;
}) {
  const { t, format } = useWords();
  const { store } = usePlace();
  return (
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
          (now.average === null ? '–' : <Amount value={now.average} currency={store.currency} withCurrency />)
        }
        compared={now && then && comparison(now, then, 'average')}
        before={then && (then.average === null ? null : format.money(then.average, store.currency, true))}
        byHour={isToday}
      />
    </section>
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
