import { useLiveQuery } from '@/offline/live';
import { KeyRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { database } from '@/offline/database';
import { identityOf } from '@/offline/device-identity';
import { canEnrol, enrol, leave, StillOpen, StillUnsent } from '@/offline/enrolment';
import type { Device } from '@/offline/till-device';
import { loadLaterWords, useWords } from '@/shared/i18n';
import { mayApprove, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import styles from '../start.module.css';
import { office, revoke } from './office';

const DeviceBefore = lazy(async () => {
  const [card] = await Promise.all([import('./DeviceBefore'), loadLaterWords()]);
  return card;
});

/** What this device is to the store. A lead makes it sign, or takes it out of use. */
export default function DeviceCard({ device }: { device: Device }) {
  const { t, format } = useWords();
  const { user, token } = useSession();
  const found = useLiveQuery(async (db) => ({ identity: await identityOf(db) }));
  const [leaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  if (!found) return null;
  const { identity } = found;
  const { till, store } = device;
  const may = mayApprove(user) && token === 'valid';
  const run = (work: Promise<unknown>) => {
    setProblem(null);
    work.catch(setProblem);
  };
  return (
    <section className={styles.device} aria-label={t('device.title')}>
      <Suspense>
        <DeviceBefore />
      </Suspense>
      {identity ? (
        <p>
          <KeyRound size={16} aria-hidden="true" />{' '}
          {t('device.since', {
            till: till.name,
            when: format.dateTime(identity.enrolledAt, store.timeZone),
            name: identity.enrolledByName,
          })}
        </p>
      ) : (
        <>
          <Note tone="warn">{t('device.unsigned')}</Note>
          {may && canEnrol() && (
            <Button onClick={() => run(enrol(database, office, { tillId: till.id }))}>
              {t('enrol.action')}
            </Button>
          )}
        </>
      )}
      {problem !== null && <WhyNot problem={problem} />}
      {may &&
        (leaving ? (
          <>
            <Note tone="warn" live>
              {t('device.leaveHelp', { till: till.name })}
            </Note>
            <Button onClick={() => run(leave(database, revoke))}>{t('device.leaveNow')}</Button>
          </>
        ) : (
          <Button look="quiet" onClick={() => setLeaving(true)}>
            {t('device.leave')}
          </Button>
        ))}
    </section>
  );
}

function WhyNot({ problem }: { problem: unknown }) {
  const { t } = useWords();
  if (problem instanceof StillUnsent || problem instanceof StillOpen)
    return (
      <Note tone="bad" live>
        {problem instanceof StillUnsent
          ? t('device.unsent', { count: problem.count })
          : t('device.stillOpen')}
      </Note>
    );
  return <FailureState failure={problem} />;
}
