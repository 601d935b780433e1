import { useQuery } from '@tanstack/react-query';
import { get, query, type Page } from '@/shared/http/api';
import type { JournalState } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import styles from './devices.module.css';
import { WhereFrom } from './WhereFrom';

const EVERY_MS = 60_000;

/** How far the journal of each device has arrived, what is waited for, and what does not fit. */
export function Journals() {
  const { t } = useWords();
  const { store } = usePlace();
  const loaded = useQuery({
    queryKey: ['till-journals', store.id],
    refetchInterval: EVERY_MS,
    queryFn: () => get<Page<JournalState>>(`/api/till-journals${query({ storeId: store.id })}`),
  });
  const journals = (loaded.data?.items ?? []).filter(
    ({ entries, findings }) => entries > 0 || findings.length > 0,
  );
  return (
    <section className={manager.panel} aria-labelledby="journals">
      <h2 id="journals">{t('journals.title')}</h2>
      <p className={styles.quiet}>{t('journals.help')}</p>
      {loaded.error && <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />}
      {loaded.isPending && <Loading rows={2} />}
      {loaded.data && journals.length === 0 && <p>{t('journals.none')}</p>}
      <ul className={styles.earlier}>
        {journals.map((journal) => (
          <li key={journal.deviceId}>
            <Journal journal={journal} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Journal({ journal }: { journal: JournalState }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const { waitingFor, findings, completeTo, afterSuccessor, lastAt } = journal;
  const gaps = waitingFor.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
  return (
    <>
      <strong>{journal.tillName}</strong> · {t('devices.epoch', { epoch: journal.epoch })}
      <br />
      {t('journals.completeTo', { number: completeTo })}
      {lastAt && ` · ${t('journals.last', { when: format.dateTime(lastAt, store.timeZone) })}`}
      {gaps.length > 0 && (
        <Note tone="warn">
          {t('journals.waitingFor', { numbers: format.list(gaps), last: journal.last })}
        </Note>
      )}
      <WhereFrom journal={journal} />
      {afterSuccessor > 0 && (
        <p className={styles.quiet}>
          {t('journals.after', { count: afterSuccessor, epoch: journal.epoch + 1 })}
        </p>
      )}
      {findings.length > 0 && (
        <Note tone="bad">
          <details>
            <summary>{t('journals.findings', { count: findings.length })}</summary>
            <ul>
              {findings.map(({ number, kind, detail, foundAt }) => (
                <li key={`${number} ${kind} ${foundAt}`}>
                  {detail} · {format.dateTime(foundAt, store.timeZone)}
                </li>
              ))}
            </ul>
          </details>
        </Note>
      )}
    </>
  );
}
