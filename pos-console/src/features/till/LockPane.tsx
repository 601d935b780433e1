import { Lock } from 'lucide-react';
import { useEffect } from 'react';
import { useWords } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { PinEntry } from './PinEntry';
import { usePresence, useTill } from './till-context';
import styles from './approval.module.css';
import till from './till.module.css';

/** Nobody works at the till until somebody proves who they are. */
export function LockPane() {
  const { desk, online } = useTill();
  const { t } = useWords();
  const { signOut } = useSession();
  const { person, people } = usePresence();
  useNoKeys();
  return (
    <div className={till.sidePane}>
      <header className={styles.lockHead}>
        <Lock size={28} aria-hidden="true" />
        <h2>{t('lock.title')}</h2>
      </header>
      <p>{t('lock.kept')}</p>
      <section className={styles.here} aria-label={t('lock.who')}>
        <PinEntry
          people={people.filter(({ pin }) => pin !== null)}
          first={person.id}
          check={(chosen, pin) => desk.people.unlock(chosen, pin)}
        />
      </section>
      {online && (
        <Button look="quiet" onClick={() => void desk.people.leave().then(signOut)}>
          {t('lock.password')}
        </Button>
      )}
    </div>
  );
}

/** The browser's own F12 would be a surprise, and whatever a scanner types belongs to nobody. */
function useNoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (/^F\d/.test(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
