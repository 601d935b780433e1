import { CircleCheck, CloudUpload, MonitorOff, Unplug } from 'lucide-react';
import { useState } from 'react';
import type { LiveTill, Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Amount, Button } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading, Note } from '@/shared/ui/states';
import { CloseForgotten } from './CloseForgotten';
import { ReportSheet } from './ReportSheet';
import styles from './shift.module.css';
import { SILENT_MS, useLiveTills, type OpenSession } from './use-live-tills';

/** The tills of the store right now; what was known last stays when the server does not answer. */
export function LiveTills({ store }: { store: Store }) {
  const { t, format } = useWords();
  const live = useLiveTills(store.id);
  const tills = live.data?.items;
  return (
    <section aria-labelledby="live-tills">
      <header className={styles.head}>
        <h2 id="live-tills">{t('shift.tills')}</h2>
        {live.dataUpdatedAt > 0 && (
          <p className={styles.quiet}>
            {t('shift.fresh', {
              time: format.time(new Date(live.dataUpdatedAt).toISOString(), store.timeZone),
            })}
          </p>
        )}
      </header>
      {live.error && <FailureState failure={live.error} retry={() => void live.refetch()} />}
      {!tills && !live.error && <Loading rows={2} height="9rem" />}
      {tills?.length === 0 && (
        <EmptyState icon={<MonitorOff size={32} aria-hidden="true" />} title={t('shift.noTills')}>
          <p>{t('shift.noTillsHelp')}</p>
        </EmptyState>
      )}
      <ul className={styles.tills}>
        {tills?.map((till) => (
          <li key={till.tillId} className={styles.till}>
            <Heard till={till} store={store} asOf={live.dataUpdatedAt} />
            {till.sessions.length === 0 ? (
              <p className={styles.quiet}>{t('shift.closed')}</p>
            ) : (
              till.sessions.map((session) => (
                <Drawer
                  key={session.id}
                  till={till}
                  session={session}
                  store={store}
                  silent={isSilent(till, live.dataUpdatedAt)}
                />
              ))
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const isSilent = ({ heard }: LiveTill, asOf: number) =>
  heard !== null && asOf - new Date(heard.at).getTime() > SILENT_MS;

function Heard({ till, store, asOf }: { till: LiveTill; store: Store; asOf: number }) {
  const { t, format } = useWords();
  const { heard, name } = till;
  if (!heard)
    return (
      <header>
        <h3>{name}</h3>
        <p className={styles.state}>{t('shift.never')}</p>
      </header>
    );
  const silent = isSilent(till, asOf);
  const when = format.relative(heard.at, new Date(asOf));
  const count = heard.unsent;
  return (
    <header>
      <h3>{name}</h3>
      <p className={styles.state} data-tone={silent ? 'bad' : undefined}>
        {silent && <Unplug size={16} aria-hidden="true" />}
        <span title={format.dateTime(heard.at, store.timeZone)}>
          {t(silent ? 'shift.silent' : 'shift.heard', { when })}
        </span>
      </p>
      <p className={styles.state} data-tone={count > 0 ? 'warn' : 'good'}>
        {count > 0 ? (
          <CloudUpload size={16} aria-hidden="true" />
        ) : (
          <CircleCheck size={16} aria-hidden="true" />
        )}
        {count === 0
          ? t('shift.allSent')
          : heard.unsentSince
            ? t('shift.unsentSince', { count, when: format.dateTime(heard.unsentSince, store.timeZone) })
            : t('shift.unsent', { count })}
      </p>
      <p className={styles.quiet}>
        {[
          !silent && till.sessions.length > 0 && t('shift.at', { name: heard.cashierName }),
          t('shift.version', { version: heard.appVersion }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </header>
  );
}

function Drawer({
  till,
  session,
  store,
  silent,
}: {
  till: LiveTill;
  session: OpenSession;
  store: Store;
  silent: boolean;
}) {
  const { t, format } = useWords();
  const [open, setOpen] = useState<'report' | 'close' | null>(null);
  const { currency } = session;
  return (
    <section
      className={styles.drawer}
      aria-label={`${till.name}: ${t('shift.drawer', { drawer: session.drawer })}`}
    >
      <p>
        <strong>{t('shift.drawer', { drawer: session.drawer })}</strong>{' '}
        {t('shift.since', {
          when: session.forgotten
            ? format.dateTime(session.openedAt, store.timeZone)
            : format.time(session.openedAt, store.timeZone),
          name: session.openedByName,
        })}
      </p>
      {session.forgotten && (
        <Note tone="warn">{t('shift.forgotten', { date: format.date(session.businessDate) })}</Note>
      )}
      <dl className={styles.figures}>
        <dt>{t('shift.sales', { count: session.sales + session.returns })}</dt>
        <dd>{session.total !== null && <Amount value={session.total} currency={currency} withCurrency />}</dd>
        <dt>{t('shift.expected')}</dt>
        <dd>
          {session.expectedCash !== null && (
            <Amount value={session.expectedCash} currency={currency} withCurrency />
          )}
        </dd>
      </dl>
      <div className={styles.actions}>
        <Button onClick={() => setOpen('report')}>{t('shift.report')}</Button>
        {(session.forgotten || silent) && (
          <Button look={session.forgotten ? 'primary' : 'plain'} onClick={() => setOpen('close')}>
            {t('shift.close')}
          </Button>
        )}
      </div>
      {open === 'report' && (
        <ReportSheet sessionId={session.id} tillName={till.name} store={store} close={() => setOpen(null)} />
      )}
      {open === 'close' && (
        <CloseForgotten till={till} session={session} store={store} close={() => setOpen(null)} />
      )}
    </section>
  );
}
