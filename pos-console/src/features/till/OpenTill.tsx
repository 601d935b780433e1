import { useLiveQuery } from '@/offline/live';
import { lazy, Suspense, useEffect, useState, type SubmitEvent } from 'react';
import { businessDate } from '@/domain/business-date';
import { amountText, minorDigitsOf, ZERO } from '@/domain/decimal';
import { database } from '@/offline/database';
import {
  chooseDrawer,
  closedElsewhere,
  drawerOf,
  forgetClosedElsewhere,
  openSessionsOf,
  openTill,
  refreshDevice,
  type Device,
} from '@/offline/till-device';
import { CoinCounter, countedIn, NOTHING_COUNTED } from '@/shared/cash/CoinCounter';
import { get } from '@/shared/http/api';
import type { Store, Till } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { Button, Choice } from '@/shared/ui/controls';
import { Loading, Note } from '@/shared/ui/states';
import { shopTime } from '@/shared/shop-clock';
import styles from './start.module.css';

const DeviceCard = lazy(() => import('./device/DeviceCard'));

/** The float that lies in a drawer opens a session of the till; drawers that are open already can be gone on with. */
export default function OpenTill({ device }: { device: Device }) {
  const open = useLiveQuery((db) => openSessionsOf(db, device.till.id), [device.till.id]);
  useLatest(device);
  if (!open) return <Loading />;
  const taken = new Set(open.map(drawerOf));
  const free = Array.from({ length: device.till.drawers ?? 1 }, (_, at) => at + 1).filter(
    (drawer) => !taken.has(drawer),
  );
  return (
    <main className={styles.page}>
      <div className={`${styles.card} ${styles.wide}`}>
        <GoOn device={device} open={open} />
        {free.length > 0 && <Float device={device} free={free} />}
        <Suspense>
          <DeviceCard device={device} />
        </Suspense>
      </div>
    </main>
  );
}

/** What a manager has changed about the store or the till since this device became it. */
function useLatest({ store, till }: Device): void {
  const { token } = useSession();
  useEffect(() => {
    if (token !== 'valid') return;
    void Promise.all([
      get<Store>(`/api/stores/${encodeURIComponent(store.id)}`),
      get<Till>(`/api/tills/${encodeURIComponent(till.id)}`),
    ])
      .then(([newStore, newTill]) => refreshDevice(database, { store: newStore, till: newTill }))
      .catch(() => undefined);
  }, [token, store.id, till.id]);
}

function GoOn({ device, open }: { device: Device; open: Awaited<ReturnType<typeof openSessionsOf>> }) {
  const { t, format } = useWords();
  const closed = useLiveQuery((db) => closedElsewhere(db));
  const { timeZone } = device.store;
  return (
    <>
      {closed && (
        <Note
          tone="warn"
          live
          action={
            <Button look="quiet" onClick={() => void forgetClosedElsewhere(database)}>
              {t('notice.ok')}
            </Button>
          }
        >
          {t('open.closedElsewhere', {
            name: closed.closedByName,
            when: format.dateTime(closed.closedAt, timeZone),
          })}
        </Note>
      )}
      {open.length > 0 && (
        <div className={styles.choices}>
          <h1>{t('open.whichDrawer')}</h1>
          {open.map((session) => (
            <Button
              key={session.id}
              className={styles.choice ?? ''}
              onClick={() => void chooseDrawer(database, device.till.id, session.id)}
            >
              {t('open.goOn', {
                drawer: drawerOf(session),
                name: session.openedByName ?? '',
                when: format.dateTime(session.openedAt, timeZone),
              })}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

function Float({ device, free }: { device: Device; free: readonly number[] }) {
  const { t } = useWords();
  const { user } = useSession();
  const [draft, setDraft] = useState(NOTHING_COUNTED);
  const [chosen, setChosen] = useState<number | null>(null);
  const [wrong, setWrong] = useState(false);
  const digits = minorDigitsOf(device.store.currency);
  const drawer = chosen ?? free[0] ?? 1;

  const open = async (event: SubmitEvent) => {
    event.preventDefault();
    const nothing = draft.total.trim() === '' && { amount: amountText(ZERO, digits), count: null };
    const float = countedIn(draft, digits) ?? nothing;
    if (!float) {
      setWrong(true);
      return;
    }
    const now = shopTime();
    await openTill(database, device, {
      openingFloat: float.amount,
      floatCount: float.count,
      openedAt: now.toISOString(),
      businessDate: businessDate(now, device.store.timeZone, device.store.businessDayStartsAt),
      drawer,
      openedByName: user.name,
    });
  };

  return (
    <form className={styles.choices} onSubmit={(event) => void open(event)}>
      <h1>{t('open.title', { till: device.till.name })}</h1>
      <p>{t('open.greeting', { name: user.name, store: device.store.name })}</p>
      {(device.till.drawers ?? 1) > 1 && (
        <Choice
          label={t('open.drawer')}
          value={String(drawer)}
          options={free.map((each) => ({ value: String(each), text: t('open.drawerNo', { drawer: each }) }))}
          onChange={(event) => setChosen(Number(event.target.value))}
        />
      )}
      <CoinCounter
        currency={device.store.currency}
        draft={draft}
        change={(next) => {
          setDraft(next);
          setWrong(false);
        }}
        label={t('open.float', { currency: device.store.currency })}
        hint={t('open.floatHint')}
      />
      {wrong && (
        <Note tone="bad" live>
          {t('notice.not-an-amount')}
        </Note>
      )}
      <Button type="submit" look="primary" big>
        {t('open.action')}
      </Button>
    </form>
  );
}
