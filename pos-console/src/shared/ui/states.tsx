import { CircleAlert, CircleCheck, Info, TriangleAlert, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { NotSignedIn, Unreachable } from '../http/problem';
import { useWords } from '../i18n';
import { Button } from './controls';
import styles from './ui.module.css';

const NOTE_ICONS = { bad: CircleAlert, warn: TriangleAlert, good: CircleCheck, info: Info };

/** A short word to the person, with an icon so that colour is never alone. */
export function Note({
  tone,
  children,
  action,
  live = false,
}: {
  tone: keyof typeof NOTE_ICONS;
  children: ReactNode;
  action?: ReactNode;
  live?: boolean;
}) {
  const Icon = NOTE_ICONS[tone];
  return (
    <div
      className={`${styles.note} ${styles[tone]}`}
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      <Icon size={20} aria-hidden="true" />
      <span>{children}</span>
      {action}
    </div>
  );
}

export function EmptyState({
  icon,
  title,
  children,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles.state}>
      {icon}
      <p className={styles.stateTitle}>{title}</p>
      {children}
    </div>
  );
}

/** What happened and what to do; an unreachable server is told apart from a refusal. */
export function FailureState({ failure, retry }: { failure: unknown; retry?: () => void }) {
  const { t } = useWords();
  const offline = failure instanceof Unreachable || failure instanceof NotSignedIn;
  return (
    <div className={styles.state} role="alert">
      {offline ? <Unplug size={32} aria-hidden="true" /> : <CircleAlert size={32} aria-hidden="true" />}
      <p className={styles.stateTitle}>{offline ? t('failure.offlineTitle') : t('failure.title')}</p>
      <p>
        {failure instanceof NotSignedIn
          ? t('failure.signIn')
          : offline
            ? t('failure.offline')
            : failure instanceof Error
              ? failure.message
              : t('failure.title')}
      </p>
      {retry && <Button onClick={retry}>{t('failure.retry')}</Button>}
    </div>
  );
}

export function Skeleton({ height, width = '100%' }: { height: string; width?: string }) {
  return (
    <div className={styles.skeleton} style={{ blockSize: height, inlineSize: width }} aria-hidden="true" />
  );
}

export function Loading({ rows = 6, height = '3rem' }: { rows?: number; height?: string }) {
  const { t } = useWords();
  return (
    <div role="status" aria-label={t('loading')} style={{ display: 'grid', gap: 'var(--space-2)' }}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} />
      ))}
    </div>
  );
}
