import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { isTight, storageState, type StorageState } from '@/offline/storage-watch';
import { onStorageLevel, storageLevel } from '@/offline/storage';
import { startsOffline } from '@/shared/starts-offline';
import { KEPT_DAYS, KEPT_DAYS_WHEN_TIGHT } from '@/offline/tidying';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { Note, Skeleton } from '@/shared/ui/states';
import styles from './app.module.css';

/** Whether the browser promises to keep what is here, how much room there is, and what is let go of. */
export function StoragePart() {
  const { t, language } = useWords();
  const level = useSyncExternalStore(onStorageLevel, storageLevel);
  const [state, setState] = useState<StorageState | null>(null);
  const [complete, setComplete] = useState<boolean | null>(null);
  const look = useCallback(() => void storageState(navigator.storage).then(setState), []);
  useEffect(() => startsOffline(navigator.serviceWorker, setComplete), []);
  useEffect(look, [look, level]);
  const size = new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 });
  const inMegabytes = (bytes: number) => size.format(Math.ceil(bytes / 1e6));
  return (
    <section className={styles.part}>
      <h3>{t('storage.title')}</h3>
      {complete !== null && (
        <Note tone={complete ? 'good' : 'warn'} live>
          {t(complete ? 'storage.startsOffline' : 'storage.notYetOffline')}
        </Note>
      )}
      {state === null ? (
        <Skeleton height="3rem" />
      ) : (
        <>
          {level === 'full' ? (
            <Note tone="bad">{t('storage.full')}</Note>
          ) : (
            isTight(state) && <Note tone="warn">{t('storage.low')}</Note>
          )}
          <Note tone={state.persisted === true ? 'good' : 'warn'}>
            {t(
              state.persisted === null
                ? 'storage.unknown'
                : state.persisted
                  ? 'storage.kept'
                  : 'storage.notKept',
            )}
          </Note>
          {state.persisted === false && (
            <Button onClick={() => void navigator.storage.persist().then(look)}>{t('storage.ask')}</Button>
          )}
          {state.used !== null && state.quota !== null && (
            <p>{t('storage.used', { used: inMegabytes(state.used), quota: inMegabytes(state.quota) })}</p>
          )}
        </>
      )}
      <p className={styles.entryState}>
        {t('storage.limits', { days: KEPT_DAYS, tight: KEPT_DAYS_WHEN_TIGHT })}
      </p>
    </section>
  );
}
