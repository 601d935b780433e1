import { CircleCheck } from 'lucide-react';
import { receiptLabel } from '@/domain/receipt-number';
import { database, type OutboxEntry } from '@/offline/database';
import { useLiveQuery } from '@/offline/live';
import { sendAgain } from '@/offline/outbox';
import { deviceOf } from '@/offline/till-device';
import { useWords } from '@/shared/i18n';
import { Amount, Button } from '@/shared/ui/controls';
import { EmptyState, Note } from '@/shared/ui/states';
import styles from './app.module.css';
import { MailEntries } from './MailEntries';

const RECENT = 20;

/** What still has to be sent, what went wrong with it, and what was sent last. */
export default function OutboxList() {
  const { t } = useWords();
  const entries = useLiveQuery(async (db) => {
    const newest = await db.outbox.orderBy('seq').reverse().toArray();
    return {
      open: newest.filter((entry) => entry.state !== 'accepted'),
      sent: newest.filter((entry) => entry.state === 'accepted').slice(0, RECENT),
    };
  });
  if (!entries) return null;
  return (
    <div className={styles.outbox}>
      {entries.open.length === 0 ? (
        <EmptyState icon={<CircleCheck size={32} aria-hidden="true" />} title={t('sync.empty')}>
          <p>{t('sync.emptyHelp')}</p>
        </EmptyState>
      ) : (
        <Entries entries={entries.open} />
      )}
      <MailEntries />
      {entries.sent.length > 0 && (
        <>
          <h3>{t('sync.recent')}</h3>
          <Entries entries={entries.sent} />
        </>
      )}
    </div>
  );
}

function Entries({ entries }: { entries: readonly OutboxEntry[] }) {
  const { t, format } = useWords();
  const device = useLiveQuery((db) => deviceOf(db));
  const name = (entry: OutboxEntry) =>
    entry.kind === 'sale'
      ? t('sync.sale', {
          receipt: receiptLabel(device?.till.receiptPrefix ?? entry.tillId, entry.receiptNumber),
        })
      : t(`sync.${entry.kind === 'till-session' ? 'opening' : entry.kind}`);
  return (
    <ul className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.seq}>
          <div className={styles.entry}>
            <strong>{name(entry)}</strong>
            {entry.kind === 'sale' && (
              <Amount value={entry.body.total} currency={entry.body.currency} withCurrency />
            )}
            <span className={styles.entryState}>
              {t(`sync.state.${entry.state}`)}
              {' · '}
              <time dateTime={entry.queuedAt}>{format.time(entry.queuedAt)}</time>
              {entry.attempts > 0 &&
                entry.state !== 'accepted' &&
                ` · ${t('sync.tries', { count: entry.attempts })}`}
            </span>
          </div>
          {entry.problem && entry.state === 'rejected' && (
            <>
              <Note
                tone="bad"
                action={
                  <Button onClick={() => void sendAgain(database, entry.seq)}>{t('sync.again')}</Button>
                }
              >
                <strong>{entry.problem.title}</strong>
                <br />
                {entry.problem.detail}
              </Note>
              <p className={styles.entryState}>{t('sync.refusedHelp')}</p>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
