import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useLiveQuery } from '@/offline/live';
import { useState } from 'react';
import { businessDate } from '@/domain/business-date';
import { deviceOf } from '@/offline/till-device';
import { getAll } from '@/shared/http/api';
import { isTransient } from '@/shared/http/problem';
import type { Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayServe, useSession } from '@/shared/session/session';
import { Choice } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { ClosedToday } from './ClosedToday';
import { LiveTills } from './LiveTills';
import styles from './shift.module.css';
import { Tasks } from './Tasks';

const TRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (failures, failure) => failures < TRIES && isTransient(failure),
    },
  },
});

/** What a shift lead keeps an eye on: the tills right now, what is to be looked after, what was closed today. */
export default function ShiftPage() {
  return (
    <QueryClientProvider client={queries}>
      <Shift />
    </QueryClientProvider>
  );
}

function Shift() {
  const { t } = useWords();
  const { user } = useSession();
  const device = useLiveQuery(async (db) => (await deviceOf(db)) ?? null);
  const loaded = useQuery({ queryKey: ['stores'], queryFn: () => getAll<Store>('/api/stores') });
  const [chosen, setChosen] = useState<string | null>(null);
  if (loaded.error) return <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />;
  if (!loaded.data || device === undefined) return <Loading />;
  const stores = loaded.data.filter((store) => mayServe(user, store.id));
  const wanted = chosen ?? device?.store.id;
  const store = stores.find(({ id }) => id === wanted) ?? stores[0];
  if (!store) return <EmptyState title={t('start.noStores')} />;
  const today = businessDate(new Date(), store.timeZone, store.businessDayStartsAt);
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>{t('shift.title', { store: store.name })}</h1>
        {stores.length > 1 && (
          <Choice
            label={t('shift.store')}
            value={store.id}
            options={stores.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={(event) => setChosen(event.target.value)}
          />
        )}
      </header>
      <LiveTills store={store} />
      <div className={styles.columns}>
        <Tasks store={store} today={today} />
        <ClosedToday store={store} today={today} />
      </div>
    </main>
  );
}
