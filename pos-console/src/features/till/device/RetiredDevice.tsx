import { useLiveQuery } from '@/offline/live';
import { useState } from 'react';
import { database } from '@/offline/database';
import type { DeviceIdentity } from '@/offline/device-identity';
import { leave, unsentCount } from '@/offline/enrolment';
import type { Device } from '@/offline/till-device';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import styles from '../start.module.css';
import { revoke } from './office';

/** Somebody made another device this till, or took it back. What is left here is still sent; nothing more is sold. */
export default function RetiredDevice({ device, identity }: { device: Device; identity: DeviceIdentity }) {
  const { t, format } = useWords();
  const unsent = useLiveQuery((db) => unsentCount(db));
  const [failure, setFailure] = useState<unknown>(null);
  const { retired } = identity;
  if (!retired) return null;
  const again = () => void leave(database, revoke).catch(setFailure);
  return (
    <main className={styles.page}>
      <section className={styles.card}>
        <h1>{t('device.retired', { till: device.till.name })}</h1>
        <p>
          {t(retired.state === 'REPLACED' ? 'device.replaced' : 'device.revoked', {
            name: retired.byName,
            when: format.dateTime(retired.at, device.store.timeZone),
          })}
        </p>
        {unsent !== undefined && unsent > 0 && (
          <Note tone="warn" live>
            {t('device.unsent', { count: unsent })}
          </Note>
        )}
        {failure !== null && <FailureState failure={failure} />}
        <Button look="primary" big disabled={unsent !== 0} onClick={again}>
          {t('device.enrolAgain')}
        </Button>
      </section>
    </main>
  );
}
