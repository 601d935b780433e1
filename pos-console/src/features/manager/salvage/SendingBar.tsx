import type { Progress } from '@/offline/salvage/bring-in';
import type { Held } from '@/offline/salvage/held';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import styles from './salvage.module.css';

/** How far it has come; it may be broken off at any time. */
export function SendingBar({
  held: { documents, entries },
  progress,
  breakOff,
}: {
  held: Held;
  progress: Progress | null;
  breakOff: () => void;
}) {
  const { t, format } = useWords();
  const all = documents.length + entries.length;
  const done = progress
    ? progress.stored +
      progress.known +
      progress.refused.length +
      progress.entriesTaken +
      progress.entriesKnown
    : 0;
  const words = t('salvage.sending', { done: format.number(done), all: format.number(all) });
  return (
    <div className={styles.facts}>
      <p>{words}</p>
      <progress className={styles.bar} value={done} max={all} aria-label={words} />
      <p className={styles.quiet}>{t('salvage.stay')}</p>
      <Button onClick={breakOff}>{t('salvage.breakOff')}</Button>
    </div>
  );
}
