import { Link } from 'wouter';
import type { Takings } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { sinceStart } from './day-figures';
import styles from './manager.module.css';
import { usePlace } from './place';

/** The chart's figures to read, with a way into each hour's sales. */
export function HourTable({
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
