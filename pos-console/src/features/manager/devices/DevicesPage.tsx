import { useQuery } from '@tanstack/react-query';
import { MonitorOff } from 'lucide-react';
import { Link } from 'wouter';
import { getAll, query } from '@/shared/http/api';
import type { Device, Till } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayManage, useSession } from '@/shared/session/session';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { addressOf, useAddress } from '../address';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import styles from './devices.module.css';
import { EarlierDevices } from './EarlierDevices';
import { EnrolmentRuleChoice } from './EnrolmentRuleChoice';
import { ForeignCashRates } from './ForeignCashRates';
import { Journals } from './Journals';
import { TillDevice } from './TillDevice';
import { TipsChoice } from './TipsChoice';

const EVERY_MS = 15_000;

/** Which device is which till; where a new one is let in and a lost one taken out of use. */
export default function DevicesPage() {
  const { t } = useWords();
  const { user } = useSession();
  const { store } = usePlace();
  const address = useAddress();
  const loaded = useQuery({
    queryKey: ['devices', store.id],
    refetchInterval: EVERY_MS,
    queryFn: async () => {
      const [tills, devices] = await Promise.all([
        getAll<Till>(`/api/tills${query({ storeId: store.id })}`),
        getAll<Device>(`/api/devices${query({ storeId: store.id })}`),
      ]);
      return { tills, devices };
    },
  });
  return (
    <>
      <header className={manager.head}>
        <h1>{t('devices.title')}</h1>
        <Link href={addressOf('/devices/bring-in', { store: address.storeId })}>{t('salvage.link')}</Link>
      </header>
      <p className={styles.quiet}>{t('devices.help')}</p>
      {loaded.error && <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />}
      {!loaded.data && !loaded.error && <Loading rows={3} height="7rem" />}
      {loaded.data?.tills.length === 0 && (
        <EmptyState icon={<MonitorOff size={32} aria-hidden="true" />} title={t('devices.noTills')} />
      )}
      {loaded.data && (
        <>
          <ul className={styles.tills}>
            {loaded.data.tills.map((till) => (
              <TillDevice
                key={till.id}
                till={till}
                device={loaded.data.devices.find(
                  ({ tillId, state }) => tillId === till.id && state === 'ACTIVE',
                )}
              />
            ))}
          </ul>
          <Journals />
          {mayManage(user) && (
            <>
              <EnrolmentRuleChoice />
              <TipsChoice />
              <ForeignCashRates />
            </>
          )}
          <EarlierDevices devices={loaded.data.devices.filter(({ state }) => state !== 'ACTIVE')} />
        </>
      )}
    </>
  );
}
