import { useLiveQuery } from '@/offline/live';
import { stillToSend } from '@/offline/outbox';
import { useWords } from '@/shared/i18n';
import { Note } from '@/shared/ui/states';

/** Why nobody signs out of this device for now; follows what is sent. */
export default function SignOutRefused() {
  const { t, format } = useWords();
  const left = useLiveQuery((db) => stillToSend(db));
  if (left === undefined) return null;
  return left > 0 ? (
    <Note tone="warn" live>
      {t('signout.refused', { n: format.number(left) })}
    </Note>
  ) : (
    <Note tone="good" live>
      {t('signout.ready')}
    </Note>
  );
}
