import { useRegisterSW } from 'virtual:pwa-register/react';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';

const LOOK_FOR_UPDATES_MS = 60 * 60 * 1000;

/** Offers a new version; it is taken when the person says so, never in the middle of a sale. */
export function UpdateNote() {
  const { t } = useWords();
  const {
    needRefresh: [ready, setReady],
    updateServiceWorker,
  } = useRegisterSW({
    onRegisteredSW: (_, registration) => {
      if (registration)
        setInterval(() => void registration.update().catch(() => undefined), LOOK_FOR_UPDATES_MS);
    },
  });
  if (!ready) return null;
  return (
    <Note
      tone="info"
      live
      action={
        <>
          <Button onClick={() => void updateServiceWorker(true)}>{t('app.updateNow')}</Button>
          <Button look="quiet" onClick={() => setReady(false)}>
            {t('app.updateLater')}
          </Button>
        </>
      }
    >
      {t('app.update')}
    </Note>
  );
}
