import { useEffect, useState } from 'react';
import { database } from '@/offline/database';
import { edgeAddress } from '@/offline/edge/edge-setting';
import type { NearbyTill } from '@/offline/edge/sharing';
import type { Device } from '@/offline/till-device';
import { isTransient } from '@/shared/http/problem';
import { useWords } from '@/shared/i18n';
import { shelved } from '../shelf';
import { useTill } from '../till-context';
import styles from '../till.module.css';
import { lookAround } from './nearby';

const LOOK_AGAIN_MS = 15_000;

/** The shop's other tills while the server is out of reach; nothing where it is not, or where there is no relay. */
export default function NearbyTills() {
  const { device } = useTill();
  const { t, format } = useWords();
  const tills = useNearbyTills(device);
  const { timeZone } = device.store;
  if (tills.length === 0) return null;
  return (
    <section aria-label={t('edge.tills')}>
      <h3>{t('edge.tills')}</h3>
      <ul className={styles.tenders}>
        {tills.map(({ tillId, tillName, at, openSince, openedBy, sales, waiting }) => (
          <li key={tillId}>
            <span className={styles.lineName}>
              {tillName} ·{' '}
              {openSince === null
                ? t('edge.closed')
                : t('edge.since', { time: format.time(openSince, timeZone), by: openedBy ?? '' })}
              <span className={styles.lineDetail}>
                {t('edge.sales', { sales, waiting })} · {t('edge.heard', { time: format.time(at, timeZone) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useNearbyTills(device: Device): readonly NearbyTill[] {
  const [tills, setTills] = useState<readonly NearbyTill[]>([]);
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const found = (await serverIsAway(device)) ? await lookAround(device) : null;
      if (left) return;
      setTills(found?.tills ?? []);
      timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
    };
    void edgeAddress(database).then((address) => {
      if (address && !left) void look();
    });
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [device]);
  return tills;
}

const serverIsAway = ({ store }: Device): Promise<boolean> =>
  shelved(store.id).then(() => false, isTransient);
