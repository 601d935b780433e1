import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { put, request } from '@/shared/http/api';
import type { Device, NewCode, Till } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import { usePlace } from '../place';
import styles from './devices.module.css';

const REASONS = ['LOST', 'BROKEN', 'NOT_NEEDED'] as const;

/** A till with the device that is it now: a code for another one, or its end. */
export function TillDevice({ till, device }: { till: Till; device: Device | undefined }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const code = useMutation({
    mutationFn: () => request<NewCode>('POST', '/api/devices/codes', { storeId: store.id, tillId: till.id }),
  });
  return (
    <li className={styles.till}>
      <h2>{till.name}</h2>
      {device ? <Facts device={device} /> : <p className={styles.quiet}>{t('devices.none')}</p>}
      <div className={styles.actions}>
        <Button onClick={() => code.mutate()} disabled={code.isPending}>
          <KeyRound size={18} aria-hidden="true" />
          {t('devices.makeCode')}
        </Button>
        {device && <Revoke key={device.id} device={device} />}
      </div>
      {code.error && <FailureState failure={code.error} />}
      {code.data && (
        <div className={styles.code} role="status">
          <h3>{t('devices.code', { till: till.name })}</h3>
          <output>{`${code.data.code.slice(0, 4)}-${code.data.code.slice(4)}`}</output>
          <p>{t('devices.codeHelp', { time: format.time(code.data.expiresAt, store.timeZone) })}</p>
          {device && <p>{t('devices.codeReplaces')}</p>}
        </div>
      )}
    </li>
  );
}

function Facts({ device }: { device: Device }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const unsent = device.unsent ?? 0;
  const when = (at: string) => format.dateTime(at, store.timeZone);
  return (
    <>
      <p>
        {t('devices.since', { when: when(device.enrolledAt), name: device.enrolledByName })}
        {device.setUpByName !== device.enrolledByName &&
          `, ${t('devices.setUpBy', { name: device.setUpByName })}`}
      </p>
      <p className={styles.quiet}>
        {device.lastSeenAt
          ? t('devices.seen', { when: format.relative(device.lastSeenAt, new Date()) })
          : t('devices.neverSeen')}
        {' · '}
        {t('devices.epoch', { epoch: device.epoch })}
      </p>
      {unsent > 0 && <Note tone="warn">{t('devices.unsent', { count: unsent })}</Note>}
    </>
  );
}

/** Two taps: that it is, and why. */
function Revoke({ device }: { device: Device }) {
  const { t } = useWords();
  const pages = useQueryClient();
  const [asking, setAsking] = useState(false);
  const revoking = useMutation({
    mutationFn: (reason: string) => put<Device>(`/api/devices/${device.id}/revocation`, { reason }),
    onSuccess: () => pages.invalidateQueries({ queryKey: ['devices'] }),
  });
  if (!asking)
    return (
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('devices.revoke')}
      </Button>
    );
  return (
    <fieldset className={styles.why} disabled={revoking.isPending}>
      <legend>{t('devices.why')}</legend>
      {REASONS.map((reason) => (
        <Button key={reason} onClick={() => revoking.mutate(reason)}>
          {t(`devices.${reason}`)}
        </Button>
      ))}
      <Button look="quiet" onClick={() => setAsking(false)}>
        {t('devices.keep')}
      </Button>
      <p className={styles.quiet}>{t('devices.revoked')}</p>
      {revoking.error && <FailureState failure={revoking.error} />}
    </fieldset>
  );
}
