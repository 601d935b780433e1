import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import styles from './signin.module.css';

/** Before anybody is known on this device. */
export function SignInPage({
  phase,
  signIn,
}: {
  phase: 'checking' | 'signed-out' | 'unreachable';
  signIn: () => void;
}) {
  const { t } = useWords();
  return (
    <main className={styles.page}>
      <section className={styles.card}>
        <img src="/icon.svg" alt="" width={56} height={56} />
        <h1>{t('signin.title')}</h1>
        <p>{t('signin.help')}</p>
        {phase === 'checking' && <p role="status">{t('signin.checking')}</p>}
        {phase === 'unreachable' && (
          <Note tone="warn" live>
            {t('signin.unreachable')}
          </Note>
        )}
        {phase === 'signed-out' && (
          <Button look="primary" big autoFocus onClick={signIn}>
            {t('signin.action')}
          </Button>
        )}
      </section>
    </main>
  );
}
