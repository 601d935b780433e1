import { useLiveQuery } from '@/offline/live';
import { CircleAlert, CircleCheck, CloudOff, CloudUpload } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { database, type OutboxEntry } from '@/offline/database';
import { outboxSummary, sendAgain } from '@/offline/outbox';
import { deviceOf } from '@/offline/till-device';
import { receiptLabel } from '@/domain/receipt-number';
import { useWords } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { Amount, Button } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { EmptyState, Note } from '@/shared/ui/states';
import styles from './app.module.css';
import { useOnline } from './online';

const MailEntries = lazy(async () => ({ default: (await import('./MailEntries')).MailEntries }));

const RECENT = 20;

/** What is sent and what is not, in words; tapping it shows the list. */
export function SyncState() {
  const { t, format } = useWords();
  const { token } = useSession();
  const online = useOnline() && token !== 'waiting';
  const [open, setOpen] = useState(false);
  const summary = useLiveQuery((db) => outboxSummary(db));
  if (!summary) return null;
  const { waiting: count, waitingSince, rejected } = summary;
  const [Icon, tone, words] =
    rejected > 0
      ? ([CircleAlert, 'bad', t('sync.rejected', { count: rejected })] as const)
      : !online
        ? ([CloudOff, 'warn', count > 0 ? t('sync.kept', { count }) : t('sync.offline')] as const)
        : token === 'ended' && count > 0
          ? ([CircleAlert, 'warn', t('sync.signIn', { count })] as const)
          : count > 0
            ? ([
                CloudUpload,
                'warn',
                t('sync.waiting', { count, time: format.time(waitingSince ?? '') }),
              ] as const)
            : ([CircleCheck, 'good', t('sync.sent')] as const);
  return (
    <>
      <button type="button" className={styles.sync} data-tone={tone} onClick={() => setOpen(true)}>
        <Icon size={18} aria-hidden="true" />
        <span role="status">{words}</span>
      </button>
      {open && (
        <Dialog title={t('sync.title')} side onClose={() => setOpen(false)}>
          <OutboxList />
        </Dialog>
      )}
    </>
  );
}

function OutboxList() {
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
      <Suspense>
        <MailEntries />
      </Suspense>
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
