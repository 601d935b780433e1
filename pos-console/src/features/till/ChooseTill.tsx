import { useEffect, useState } from 'react';
import { database } from '@/offline/database';
import { becomeTill } from '@/offline/till-device';
import { get, getAll, query } from '@/shared/http/api';
import type { LastReceipt, Store, Till } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayServe, useSession, type SignedInUser } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import styles from './start.module.css';

interface Places {
  readonly stores: readonly Store[];
  readonly tills: readonly Till[];
}

async function placesOf(user: SignedInUser): Promise<Places> {
  const stores = (await getAll<Store>('/api/stores')).filter((store) => mayServe(user, store.id));
  const tills = await Promise.all(
    stores.map((store) => getAll<Till>(`/api/tills${query({ storeId: store.id })}`)),
  );
  return { stores, tills: tills.flat() };
}

/** Receipt numbers go on after the highest that the server has seen from this till. */
async function lastReceiptNumber(till: Till): Promise<number> {
  return (await get<LastReceipt>(`/api/tills/${encodeURIComponent(till.id)}/last-receipt`)).receiptNumber;
}

/** First use of a device: which store and till it is. */
export function ChooseTill() {
  const { t } = useWords();
  const { user } = useSession();
  const [places, setPlaces] = useState<Places | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [chosen, setChosen] = useState<Store | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    placesOf(user).then((found) => {
      setPlaces(found);
      setFailure(null);
      if (found.stores.length === 1) setChosen(found.stores[0] ?? null);
    }, setFailure);
  }, [user, attempt]);

  const take = async (store: Store, till: Till) => {
    try {
      await becomeTill(database, { store, till }, await lastReceiptNumber(till));
    } catch (reason) {
      setFailure(reason);
    }
  };

  if (failure) {
    return (
      <main className={styles.page}>
        <FailureState failure={failure} retry={() => setAttempt(attempt + 1)} />
      </main>
    );
  }
  const tills = places?.tills.filter((till) => till.storeId === chosen?.id) ?? [];
  return (
    <main className={styles.page}>
      <section className={styles.card}>
        <h1>{chosen ? t('start.whichTill') : t('start.whichStore')}</h1>
        <p>{t('start.once')}</p>
        {!places && <Loading rows={3} height="4rem" />}
        {places?.stores.length === 0 && (
          <EmptyState title={t('start.noStores')}>
            <p>{t('start.noStoresHelp')}</p>
          </EmptyState>
        )}
        {places && !chosen && (
          <ul className={styles.choices}>
            {places.stores.map((store) => (
              <li key={store.id}>
                <Button className={styles.choice} onClick={() => setChosen(store)}>
                  {store.name}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {chosen && (
          <>
            <ul className={styles.choices} aria-label={chosen.name}>
              {tills.map((till) => (
                <li key={till.id}>
                  <Button className={styles.choice} onClick={() => void take(chosen, till)}>
                    {till.name}
                  </Button>
                </li>
              ))}
            </ul>
            {tills.length === 0 && (
              <EmptyState title={t('start.noTills')}>
                <p>{t('start.noTillsHelp')}</p>
              </EmptyState>
            )}
            {(places?.stores.length ?? 0) > 1 && (
              <Button look="quiet" onClick={() => setChosen(null)}>
                {t('start.otherStore')}
              </Button>
            )}
          </>
        )}
      </section>
    </main>
  );
}
