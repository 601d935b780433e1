import { ChartNoAxesCombined, ScanBarcode } from 'lucide-react';
import { Link } from 'wouter';
import { useWords } from '@/shared/i18n';
import { mayReadCatalog, maySell, useSession } from '@/shared/session/session';
import styles from './home.module.css';

/** Says what this person can do here. */
export function HomePage() {
  const { t } = useWords();
  const { user } = useSession();
  const known = user.roles.filter(
    (role) => !role.startsWith('default-') && !['offline_access', 'uma_authorization'].includes(role),
  );
  return (
    <main className={styles.page} id="content">
      <h1>{t('home.title', { name: user.name })}</h1>
      <div className={styles.ways}>
        {maySell(user) && (
          <Link href="/till" className={styles.way}>
            <ScanBarcode size={28} aria-hidden="true" />
            <strong>{t('home.toTill')}</strong>
            <span>{t('home.toTillHelp')}</span>
          </Link>
        )}
        {mayReadCatalog(user) && (
          <Link href="/manager" className={styles.way}>
            <ChartNoAxesCombined size={28} aria-hidden="true" />
            <strong>{t('home.toManager')}</strong>
            <span>{t('home.toManagerHelp')}</span>
          </Link>
        )}
      </div>
      {!maySell(user) && !mayReadCatalog(user) && (
        <>
          <p>{t('home.nothing')}</p>
          <p>{t('home.ask', { roles: known.join(', ') || t('home.noRoles') })}</p>
        </>
      )}
    </main>
  );
}
