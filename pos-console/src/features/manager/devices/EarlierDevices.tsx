import type { Device } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import styles from './devices.module.css';

/** Devices that were a till once, with why they no longer are. */
export function EarlierDevices({ devices }: { devices: readonly Device[] }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  if (devices.length === 0) return null;
  const when = (at: string) => format.dateTime(at, store.timeZone);
  return (
    <details className={manager.panel}>
      <summary className={styles.summary}>{t('devices.earlier')}</summary>
      <ul className={styles.earlier}>
        {devices.map((device) => (
          <li key={device.id}>
            <strong>{device.tillName}</strong> · {t('devices.epoch', { epoch: device.epoch })}
            <br />
            {t('devices.since', { when: when(device.enrolledAt), name: device.enrolledByName })},{' '}
            {t('devices.until', { when: when(device.retiredAt ?? ''), name: device.retiredByName ?? '' })}
            <br />
            {t(`devices.${device.reason as 'LOST' | 'BROKEN' | 'NOT_NEEDED' | 'REPLACED'}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
