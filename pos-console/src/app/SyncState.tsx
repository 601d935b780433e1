import { useLiveQuery } from '@/offline/live';
import { CircleAlert, CircleCheck, CloudOff, CloudUpload } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { outboxSummary } from '@/offline/outbox';
import { loadSyncWords, useWords } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { Dialog } from '@/shared/ui/dialog';
import { Loading } from '@/shared/ui/states';
import styles from './app.module.css';
import { CrashScreen } from './CrashScreen';
import { useOnline } from './online';

const OutboxList = lazy(async () => {
  const [list] = await Promise.all([import('./OutboxList'), loadSyncWords()]);
  return list;
});

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is sent and what is not, in words; tapping it shows the list. */
export function SyncState() {
  const { t, format } = useWords();
  const { token } = useSession();
  const online = useOnline() && token !== 'waiting';
  const [open, setOpen] = useState(false);
  const summary = useLiveQuery(async (db) => {
    const found = await outboxSummary(db);
    return { ...found, isOld: Date.now() - Date.parse(found.waitingSince ?? '') > DAY_MS };
  });
  if (!summary) return null;
  const { waiting: count, waitingSince, rejected, isOld } = summary;
  const [Icon, tone, words] =
    rejected > 0
      ? ([CircleAlert, 'bad', t('sync.rejected', { count: rejected })] as const)
      : !online
        ? ([CloudOff, 'warn', count > 0 ? t('sync.kept', { count }) : t('sync.offline')] as const)
        : token === 'ended' && count > 0
          ? ([CircleAlert, 'warn', t('sync.signIn', { count })] as const)
          : waitingSince !== null
            ? ([
                CloudUpload,
                'warn',
                t('sync.waiting', {
                  count,
                  time: isOld ? format.dateTime(waitingSince) : format.time(waitingSince),
                }),
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
          <CrashScreen>
            <Suspense fallback={<Loading />}>
              <OutboxList online={online} />
            </Suspense>
          </CrashScreen>
        </Dialog>
      )}
    </>
  );
}
