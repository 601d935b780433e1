import { useState } from 'react';
import { Link } from 'wouter';
import { database } from '@/offline/database';
import { useLiveQuery } from '@/offline/live';
import { deviceBefore, forgetDeviceBefore } from '@/offline/replacement';
import { useWords } from '@/shared/i18n';
import { mayApprove, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import styles from '../start.module.css';

const LEFT = ['works', 'file', 'receipts', 'nothing'] as const;

/** This device took another's place: what that one had not sent is asked for until somebody has said what is left of it. */
export default function DeviceBefore() {
  const { t } = useWords();
  const { user } = useSession();
  const before = useLiveQuery(async (db) => (await deviceBefore(db)) ?? null);
  const [left, setLeft] = useState<(typeof LEFT)[number] | null>(null);
  if (!before) return null;
  return (
    <section className={styles.device} aria-labelledby="device-before">
      <h2 id="device-before">{t('before.title', { epoch: before.epoch })}</h2>
      <p>{t('before.help')}</p>
      <ul className={styles.choices}>
        {LEFT.map((each) => (
          <li key={each}>
            <Button className={styles.choice} aria-pressed={each === left} onClick={() => setLeft(each)}>
              {t(`before.${each}`)}
            </Button>
          </li>
        ))}
      </ul>
      {left !== null && (
        <>
          <Note tone="info" live>
            {t(`before.${left}Help`)}
          </Note>
          {(left === 'file' || left === 'receipts') &&
            (mayApprove(user) ? (
              <Link href="/manager/devices/bring-in">{t('before.bringIn')}</Link>
            ) : (
              <p>{t('before.askLead')}</p>
            ))}
          <Button look="primary" onClick={() => void forgetDeviceBefore(database)}>
            {t('before.done')}
          </Button>
        </>
      )}
    </section>
  );
}
