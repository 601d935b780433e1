import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { getAll, query } from '@/shared/http/api';
import type { Device, JournalState } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { addressOf, useAddress } from '../address';
import { usePlace } from '../place';
import styles from './devices.module.css';

const DAY_MS = 24 * 60 * 60 * 1000;
const TOLD_FOR_DAYS = 30;

/** Where entries of a device that is no longer its till can still come from. */
export function WhereFrom({ journal }: { journal: JournalState }) {
  const { t } = useWords();
  const { store } = usePlace();
  const address = useAddress();
  const { data } = useQuery({
    queryKey: ['devices', 'all', store.id],
    queryFn: () => getAll<Device>(`/api/devices${query({ storeId: store.id })}`),
  });
  const device = data?.find(({ id }) => id === journal.deviceId);
  const waits = journal.waitingFor.length > 0;
  if (!device?.retiredAt || (!waits && Date.parse(device.retiredAt) < daysAgo(TOLD_FOR_DAYS))) return null;
  return (
    <p className={styles.quiet}>
      {t(waits ? 'journals.comeFrom' : 'journals.mayFollow', { last: journal.last })}{' '}
      <Link href={addressOf('/devices/bring-in', { store: address.storeId })}>{t('journals.bringIn')}</Link>
    </p>
  );
}

const daysAgo = (days: number) => Date.now() - days * DAY_MS;
