import { useInfiniteQuery } from '@tanstack/react-query';
import { CalendarCheck, Copy } from 'lucide-react';
import { useState } from 'react';
import { get, query, type Page } from '@/shared/http/api';
import type { DailyRoot, Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, IconButton } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading, Note } from '@/shared/ui/states';
import styles from './audit.module.css';

const AT_ONCE = 14;

/** The roots of a store, the newest first, to be copied where nobody of the shop can write. */
export function DailyRoots({ store }: { store: Store }) {
  const { t, format } = useWords();
  const [copied, setCopied] = useState<string | null>(null);
  const loaded = useInfiniteQuery({
    queryKey: ['daily-roots', store.id],
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) =>
      get<Page<DailyRoot>>(`/api/daily-roots${query({ storeId: store.id, limit: AT_ONCE, cursor })}`),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const roots = loaded.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className={styles.panel} aria-labelledby="daily-roots">
      <h2 id="daily-roots">{t('audit.roots')}</h2>
      <p className={styles.quiet}>{t('audit.rootsHelp')}</p>
      {loaded.error && <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />}
      {loaded.isPending && <Loading rows={3} />}
      {loaded.data && roots.length === 0 && (
        <EmptyState icon={<CalendarCheck size={32} aria-hidden="true" />} title={t('audit.rootsEmpty')}>
          <p>{t('audit.rootsEmptyHelp')}</p>
        </EmptyState>
      )}
      {roots.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby="daily-roots">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('audit.date')}</th>
                <th scope="col" data-number>
                  {t('audit.number')}
                </th>
                <th scope="col" data-number>
                  {t('audit.entries')}
                </th>
                <th scope="col">{t('audit.root')}</th>
              </tr>
            </thead>
            <tbody>
              {roots.map(({ number, businessDate, madeAt, hash, entries }) => {
                const date = format.day(businessDate);
                return (
                  <tr key={number}>
                    <th
                      scope="row"
                      title={t('audit.madeAt', { when: format.dateTime(madeAt, store.timeZone) })}
                    >
                      {date}
                    </th>
                    <td data-number>{format.number(number)}</td>
                    <td data-number>{format.number(entries)}</td>
                    <td className={styles.hash}>
                      <code>{hash}</code>
                      <IconButton
                        label={t('audit.copy', { date })}
                        onClick={() => void navigator.clipboard.writeText(hash).then(() => setCopied(date))}
                      >
                        <Copy size={18} aria-hidden="true" />
                      </IconButton>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {copied !== null && (
        <Note tone="good" live>
          {t('audit.copied', { date: copied })}
        </Note>
      )}
      {loaded.hasNextPage && (
        <Button disabled={loaded.isFetching} onClick={() => void loaded.fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
    </section>
  );
}
