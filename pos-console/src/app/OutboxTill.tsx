import { useWords } from '@/shared/i18n';
import styles from './app.module.css';

/** How much of one till is unsent here, and for how long. */
export function OutboxTill({
  name,
  waiting,
  rejected,
  since,
}: {
  name: string;
  waiting: number;
  rejected: number;
  since: string | null;
}) {
  const { t, format } = useWords();
  return (
    <section className={styles.part}>
      <h3>{name}</h3>
      <dl className={styles.counts}>
        <div>
          <dt>{t('sync.count.waiting')}</dt>
          <dd>{format.number(waiting)}</dd>
        </div>
        {since !== null && (
          <div>
            <dt>{t('sync.count.since')}</dt>
            <dd>
              <time dateTime={since} title={format.dateTime(since)}>
                {format.relative(since, new Date())}
              </time>
            </dd>
          </div>
        )}
        {rejected > 0 && (
          <div data-tone="bad">
            <dt>{t('sync.count.rejected')}</dt>
            <dd>{format.number(rejected)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
