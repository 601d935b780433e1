import { useMutation, useQuery } from '@tanstack/react-query';
import { Download, FileSignature, ShieldCheck } from 'lucide-react';
import { useLiveQuery } from '@/offline/live';
import { get, getBlob, query, type Page } from '@/shared/http/api';
import type { JournalState, Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading, Note } from '@/shared/ui/states';
import styles from './audit.module.css';
import { memoryOf, type Checked } from './memory';
import type { Proof } from './use-proof';

const EVERY_MS = 60_000;
const SAVING_MS = 30 * 60_000;

/** The journals of a store: how far they have arrived, and what this browser found of them. */
export function StoreJournals({
  store,
  proof,
  kept,
}: {
  store: Store;
  proof: Proof;
  kept: readonly string[];
}) {
  const { t } = useWords();
  const memory = useLiveQuery((db) => memoryOf(db));
  const loaded = useQuery({
    queryKey: ['till-journals', store.id],
    refetchInterval: EVERY_MS,
    queryFn: () => get<Page<JournalState>>(`/api/till-journals${query({ storeId: store.id })}`),
  });
  const journals = loaded.data?.items ?? [];
  const written = journals.filter(({ entries, findings }) => entries > 0 || findings.length > 0);
  const check = (wanted: readonly JournalState[], what: string) => {
    const seen = memory?.roots[store.id];
    const ids = (states: readonly JournalState[]) => states.map(({ deviceId }) => deviceId);
    const question = {
      kept: [...kept, ...(seen ? [seen.hash] : [])],
      remembered: Object.values(memory?.checked ?? {}),
      all: wanted.length === journals.length,
    };
    const total = wanted.reduce((sum, { entries }) => sum + entries, 0);
    proof.begin(
      { of: 'store', storeId: store.id, all: ids(journals), wanted: ids(wanted), question },
      what,
      total,
    );
  };
  return (
    <section className={styles.panel} aria-labelledby="journals">
      <div className={styles.head}>
        <h2 id="journals">{t('audit.journals', { store: store.name })}</h2>
        <span className={styles.actions}>
          <Button
            look="primary"
            disabled={journals.length === 0 || memory === undefined}
            onClick={() => check(journals, t('audit.allJournals'))}
          >
            <ShieldCheck size={18} aria-hidden="true" />
            {t('audit.checkAll')}
          </Button>
          <SaveAll store={store} />
        </span>
      </div>
      {loaded.error && <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />}
      {loaded.isPending && <Loading rows={3} />}
      {loaded.data && written.length === 0 && (
        <EmptyState icon={<FileSignature size={32} aria-hidden="true" />} title={t('audit.none')}>
          <p>{t('audit.noneHelp')}</p>
        </EmptyState>
      )}
      {written.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby="journals">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('audit.device')}</th>
                <th scope="col" data-number>
                  {t('audit.entries')}
                </th>
                <th scope="col" data-number>
                  {t('audit.completeTo')}
                </th>
                <th scope="col">{t('audit.lastEntry')}</th>
                <th scope="col">{t('audit.arrived')}</th>
                <th scope="col">{t('audit.checked')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {written.map((journal) => (
                <JournalRow
                  key={journal.deviceId}
                  journal={journal}
                  checked={memory?.checked[journal.deviceId]}
                  timeZone={store.timeZone}
                  check={(what) => check([journal], what)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function JournalRow({
  journal,
  checked,
  timeZone,
  check,
}: {
  journal: JournalState;
  checked: Checked | undefined;
  timeZone: string;
  check: (what: string) => void;
}) {
  const { t, format } = useWords();
  const { tillName: till, epoch, entries, completeTo, lastAt, waitingFor, findings } = journal;
  const name = t('audit.deviceOf', { till, epoch });
  const gaps = waitingFor.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-number>{format.number(entries)}</td>
      <td data-number>{format.number(completeTo)}</td>
      <td>{lastAt && format.dateTime(lastAt, timeZone)}</td>
      <td>
        {gaps.length > 0 && <span>{t('audit.waitingFor', { numbers: format.list(gaps) })} </span>}
        {findings.length > 0 && (
          <details>
            <summary>{t('audit.findings', { count: findings.length })}</summary>
            <ul>
              {findings.map(({ number, kind, detail, foundAt }) => (
                <li key={`${number} ${kind} ${foundAt}`}>
                  {detail} · {format.dateTime(foundAt, timeZone)}
                </li>
              ))}
            </ul>
          </details>
        )}
        {gaps.length === 0 && findings.length === 0 && t('audit.arrivedWhole')}
      </td>
      <td>
        {!checked
          ? t('audit.checkedNever')
          : checked.flaws > 0
            ? t('audit.checkedFlaws', { count: checked.flaws, when: format.dateTime(checked.at, timeZone) })
            : t('audit.checkedWhole', { when: format.dateTime(checked.at, timeZone) })}
      </td>
      <td>
        <Button aria-label={t('audit.checkOf', { till, epoch })} onClick={() => check(name)}>
          {t('audit.check')}
        </Button>
      </td>
    </tr>
  );
}

/** Roots and journals as the file that the verifiers read. */
function SaveAll({ store }: { store: Store }) {
  const { t } = useWords();
  const saving = useMutation({
    mutationFn: async () => {
      const file = await getBlob(
        `/api/journal-exports${query({ storeId: store.id })}`,
        'application/x-ndjson',
        { timeoutMs: SAVING_MS },
      );
      const name = `journals-${store.id}-${new Date().toISOString().slice(0, 10)}.ndjson`;
      const url = URL.createObjectURL(file);
      Object.assign(document.createElement('a'), { href: url, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      return name;
    },
  });
  return (
    <>
      <Button disabled={saving.isPending} onClick={() => saving.mutate()}>
        <Download size={18} aria-hidden="true" />
        {saving.isPending ? t('audit.saving') : t('audit.save')}
      </Button>
      {saving.data && (
        <Note tone="good" live>
          {t('audit.saved', { name: saving.data })}
        </Note>
      )}
      {saving.isError && <FailureState failure={saving.error} retry={() => saving.mutate()} />}
    </>
  );
}
