import { useWords } from '@/shared/i18n';
import { mayManage, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { useAddress } from '../address';
import manager from '../manager.module.css';
import styles from './approvals.module.css';
import { GivenApprovals } from './GivenApprovals';
import { PeopleAtTills } from './PeopleAtTills';
import { PolicyRules } from './PolicyRules';
import { WaitingRequests } from './WaitingRequests';

const VIEWS = ['waiting', 'given', 'rules', 'people'] as const;

/** What tills wait for right now, first of all; then what was approved, what has to be, and by whom. */
export default function ApprovalsPage() {
  const { t } = useWords();
  const { user } = useSession();
  const address = useAddress();
  const views = mayManage(user) ? VIEWS : VIEWS.slice(0, 2);
  const shown = views.find((view) => view === address.get('show')) ?? 'waiting';
  return (
    <>
      <header className={manager.head}>
        <h1>{t('app.approvals')}</h1>
      </header>
      <nav className={styles.views} aria-label={t('app.approvals')}>
        {views.map((view) => (
          <Button
            key={view}
            aria-current={view === shown ? 'page' : undefined}
            onClick={() => address.change({ show: view === 'waiting' ? null : view })}
          >
            {t(`approvals.view.${view}`)}
          </Button>
        ))}
      </nav>
      {shown === 'waiting' && <WaitingRequests />}
      {shown === 'given' && <GivenApprovals />}
      {shown === 'rules' && <PolicyRules />}
      {shown === 'people' && <PeopleAtTills />}
    </>
  );
}
