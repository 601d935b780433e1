import { BadgeCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { get, type Page } from '@/shared/http/api';
import { useWords } from '@/shared/i18n';
import styles from './app.module.css';

const LOOK_EVERY_MS = 3_000;

/** How many tills wait for an answer; nothing while none does. */
export function ApprovalsBadge() {
  const { t } = useWords();
  const count = useWaiting();
  return (
    <span role="status">
      {count > 0 && (
        <Link
          href="/manager/approvals"
          className={styles.waiting}
          aria-label={t('app.approvalsWaiting', { count })}
        >
          <BadgeCheck size={20} aria-hidden="true" />
          {count}
        </Link>
      )}
    </span>
  );
}

function useWaiting(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      get<Page<unknown>>('/api/approval-requests', { signal: stop.signal }).then(
        ({ items }) => setCount(items.length),
        // Without an answer nothing is known to wait.
        () => setCount(0),
      );
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, []);
  return count;
}
