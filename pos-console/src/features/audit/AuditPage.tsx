import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useSearchParams } from 'wouter';
import { getAll } from '@/shared/http/api';
import { isTransient } from '@/shared/http/problem';
import type { Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayServe, useSession } from '@/shared/session/session';
import { Choice, Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading, Note } from '@/shared/ui/states';
import styles from './audit.module.css';
import { DailyRoots } from './DailyRoots';
import { FileProof } from './FileProof';
import { keptRoots } from './kept-roots';
import { ProofPane } from './ProofPane';
import { StoreJournals } from './StoreJournals';
import { useProof, type Proof } from './use-proof';

const TRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (failures, failure) => failures < TRIES && isTransient(failure),
    },
  },
});

/** Where whoever audits the shop proves its journals: from the suite while there is a network, and from files. */
export default function AuditPage() {
  return (
    <QueryClientProvider client={queries}>
      <Audit />
    </QueryClientProvider>
  );
}

function Audit() {
  const { t } = useWords();
  const proof = useProof();
  const online = useSyncExternalStore(onNetworkChange, () => navigator.onLine);
  const [written, setWritten] = useState('');
  const kept = keptRoots(written);
  return (
    <main className={styles.page}>
      <h1>{t('audit.title')}</h1>
      <p className={styles.quiet}>{t('audit.help')}</p>
      <Field
        label={t('audit.kept')}
        hint={t('audit.keptHelp')}
        error={kept === null ? t('audit.keptWrong', { count: written.trim().length }) : undefined}
        className={styles.kept}
        value={written}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setWritten(event.target.value)}
      />
      <ProofPane proof={proof} />
      {!online && <Note tone="info">{t('audit.offline')}</Note>}
      {online && kept !== null && <OfStores proof={proof} kept={kept} />}
      {kept !== null && <FileProof proof={proof} kept={kept} />}
    </main>
  );
}

function OfStores({ proof, kept }: { proof: Proof; kept: readonly string[] }) {
  const { t } = useWords();
  const { user } = useSession();
  const [search, setSearch] = useSearchParams();
  const loaded = useQuery({ queryKey: ['stores'], queryFn: () => getAll<Store>('/api/stores') });
  if (loaded.error) return <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />;
  if (!loaded.data) return <Loading />;
  const stores = loaded.data.filter((store) => mayServe(user, store.id));
  const store = stores.find(({ id }) => id === search.get('store')) ?? stores[0];
  if (!store) return <EmptyState title={t('start.noStores')} />;
  return (
    <>
      {stores.length > 1 && (
        <Choice
          label={t('audit.store')}
          className={styles.kept}
          value={store.id}
          options={stores.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(event) => setSearch({ store: event.target.value })}
        />
      )}
      <StoreJournals key={store.id} store={store} proof={proof} kept={kept} />
      <DailyRoots key={`roots of ${store.id}`} store={store} />
    </>
  );
}

function onNetworkChange(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
