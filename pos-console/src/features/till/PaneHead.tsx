import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '@/shared/i18n';
import { IconButton } from '@/shared/ui/controls';
import { useTill } from './till-context';
import styles from './till.module.css';

/** What a pane is about, and the way back to the basket. */
export function PaneHead({ title, children }: { title: string; children?: ReactNode }) {
  const { desk } = useTill();
  const { t } = useWords();
  return (
    <header className={styles.payHead}>
      <IconButton label={t('pay.back')} onClick={() => desk.back()} aria-keyshortcuts="Escape">
        <ArrowLeft size={22} aria-hidden="true" />
      </IconButton>
      <h2>{title}</h2>
      {children}
    </header>
  );
}
