import type { StorageLevel } from '@/offline/storage';
import { useWords } from '@/shared/i18n';
import { Note } from '@/shared/ui/states';

/** Says on every page that room is running out, or gone. */
export default function StorageNote({ level }: { level: Exclude<StorageLevel, 'ok'> }) {
  const { t } = useWords();
  return (
    <Note tone={level === 'full' ? 'bad' : 'warn'} live>
      {t(`storage.${level}`)}
    </Note>
  );
}
