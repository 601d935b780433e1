import { CircleCheck } from 'lucide-react';
import { database, type OutboxEntry } from '@/offline/database';
import { useLiveQuery } from '@/offline/live';
import { firstUnsent } from '@/offline/outbox';
import { entriesIn } from '@/offline/outbox-entries';
import { isStuck } from '@/offline/overtaking';
import { dueNow } from '@/offline/sending';
import { deviceOf } from '@/offline/till-device';
import { useWords } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { EmptyState, Loading, Note } from '@/shared/ui/states';
import styles from './app.module.css';
import { MailEntries } from './MailEntries';
import { OutboxEntries } from './OutboxEntries';
import { OutboxTill } from './OutboxTill';
import { StoragePart } from './StoragePart';
import { UnsentExport } from './UnsentExport';
import { useFindings } from './use-findings';

/** So many are listed of each kind; of a month's sales nobody reads more. */
const LISTED = 20;

/** What each till sold at here still has to send, what went wrong with it, what was sent last, and how it is kept. */
export default function OutboxList({ online }: { online: boolean }) {
  const { t } = useWords();
  const { token } = useSession();
  const device = useLiveQuery(async (db) => ({ is: await deviceOf(db) }));
  const tills = useLiveQuery(async (db) => {
    const own = (await deviceOf(db))?.till.id;
    const tallies = await db.tallies.toArray();
    const ids = [...new Set([...(own === undefined ? [] : [own]), ...tallies.map(({ tillId }) => tillId)])];
    return Promise.all(
      ids.map(async (tillId) => {
        const tally = tallies.find((each) => each.tillId === tillId);
        return {
          ...{ tillId, waiting: tally?.waiting ?? 0, rejected: tally?.rejected ?? 0 },
          next: await firstUnsent(db, tillId, LISTED),
          refused: await entriesIn(db, 'rejected', tillId, LISTED),
          sent: await entriesIn(db, 'accepted', tillId, LISTED, true),
        };
      }),
    );
  });
  const journal = useLiveQuery(async (db) => ({
    waiting: await db.journal.where('state').equals('queued').count(),
    odd: await db.journal.where('state').equals('odd').count(),
  }));
  const sent = (tills ?? [])
    .flatMap((till) => till.sent)
    .sort(latestFirst)
    .slice(0, LISTED);
  const findings = useFindings(sent, online && token === 'valid');
  if (!tills || !journal || !device) return <Loading />;

  const prefix = device.is?.till.receiptPrefix;
  const own = device.is?.till.id;
  const unsent = tills.filter(({ waiting, rejected }) => waiting + rejected > 0);
  const refused = unsent.flatMap((till) => till.refused);
  const waiting = unsent.reduce((sum, till) => sum + till.waiting, 0);
  const next = unsent.flatMap((till) => till.next).slice(0, LISTED);
  const paused = next.find((entry) => entry.attempts > 0 && !isStuck(entry));
  const signed = journal.waiting + journal.odd > 0 && (
    <dl className={styles.counts}>
      {journal.waiting > 0 && <Count name={t('sync.count.journal')} count={journal.waiting} />}
      {journal.odd > 0 && <Count name={t('sync.count.odd')} count={journal.odd} />}
    </dl>
  );
  return (
    <div className={styles.outbox}>
      {!online && <Note tone="info">{t('sync.offlineHelp')}</Note>}
      {online && token === 'ended' && waiting > 0 && <Note tone="warn">{t('sync.endedHelp')}</Note>}
      {online && token === 'valid' && paused && (
        <Note tone="warn" action={<Button onClick={() => void dueNow(database)}>{t('sync.now')}</Button>}>
          {paused.problem
            ? t('sync.trouble', { problem: paused.problem.detail || paused.problem.title })
            : t('sync.noAnswer')}
        </Note>
      )}
      {unsent.length === 0 && journal.waiting === 0 ? (
        <>
          <EmptyState icon={<CircleCheck size={32} aria-hidden="true" />} title={t('sync.empty')}>
            <p>{t('sync.emptyHelp')}</p>
          </EmptyState>
          {signed}
        </>
      ) : (
        <>
          {unsent.map((till) => (
            <OutboxTill
              key={till.tillId}
              name={
                till.tillId === own
                  ? t('sync.thisTill', { till: device.is?.till.name ?? till.tillId })
                  : t('sync.otherTill', { till: till.tillId })
              }
              waiting={till.waiting}
              rejected={till.rejected}
              since={till.next[0]?.queuedAt ?? null}
            />
          ))}
          {signed}
          <UnsentExport />
        </>
      )}
      <Part
        title={t('sync.refusedList')}
        entries={refused}
        all={unsent.reduce((sum, till) => sum + till.rejected, 0)}
        prefix={prefix}
      />
      <Part title={t('sync.waitingList')} entries={next} all={waiting} prefix={prefix} />
      <MailEntries />
      <StoragePart />
      <Part title={t('sync.recent')} entries={sent} all={sent.length} prefix={prefix} findings={findings} />
    </div>
  );
}

const latestFirst = (one: OutboxEntry, other: OutboxEntry) => other.seq - one.seq;

function Count({ name, count }: { name: string; count: number }) {
  const { format } = useWords();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{format.number(count)}</dd>
    </div>
  );
}

function Part({
  title,
  all,
  ...list
}: {
  title: string;
  all: number;
  entries: readonly OutboxEntry[];
  prefix: string | undefined;
  findings?: ReadonlyMap<string, readonly string[]>;
}) {
  const { t, format } = useWords();
  if (list.entries.length === 0) return null;
  const more = all - list.entries.length;
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      <OutboxEntries {...list} />
      {more > 0 && <p className={styles.entryState}>{t('sync.more', { n: format.number(more) })}</p>}
    </section>
  );
}
