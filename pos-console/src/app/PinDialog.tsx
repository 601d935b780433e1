import { useState, type SubmitEvent } from 'react';
import { put } from '@/shared/http/api';
import { Problem } from '@/shared/http/problem';
import { useWords } from '@/shared/i18n';
import type { WordKey } from '@/shared/i18n/en';
import { useSession } from '@/shared/session/session';
import { Button, Field } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { FailureState, Note } from '@/shared/ui/states';
import styles from './app.module.css';

const PIN = /^\d{4,8}$/;

interface Fault {
  readonly at: 'pin' | 'again';
  readonly word: WordKey;
}

/** Everybody sets their own PIN, typed twice. */
export function PinDialog({ close }: { close: () => void }) {
  const { t } = useWords();
  const { user } = useSession();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<Fault | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [saved, setSaved] = useState(false);

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setFailure(null);
    const fault = faultIn(pin, again);
    if (fault) {
      setWrong(fault);
      return;
    }
    try {
      await put(`/api/staff/${encodeURIComponent(user.subject)}/pin`, { pin });
      setSaved(true);
    } catch (reason) {
      if (reason instanceof Problem && reason.slug === 'pin-too-simple')
        setWrong({ at: 'pin', word: 'pin.simple' });
      else setFailure(reason);
    }
  };
  const field = (at: 'pin' | 'again', value: string, change: (value: string) => void) => (
    <Field
      label={t(at === 'pin' ? 'pin.new' : 'pin.again')}
      type="password"
      inputMode="numeric"
      autoComplete="new-password"
      maxLength={8}
      value={value}
      error={wrong?.at === at ? t(wrong.word) : undefined}
      onChange={(event) => {
        setWrong(null);
        change(event.target.value.replace(/\D/g, ''));
      }}
    />
  );
  return (
    <Dialog title={t('pin.title')} onClose={close}>
      {saved ? (
        <Note tone="good" live action={<Button onClick={close}>{t('notice.ok')}</Button>}>
          {t('pin.saved')}
        </Note>
      ) : (
        <form className={styles.pin} noValidate onSubmit={(event) => void save(event)}>
          <p>{t('pin.help')}</p>
          {field('pin', pin, setPin)}
          {field('again', again, setAgain)}
          {failure !== null && <FailureState failure={failure} />}
          <Button type="submit" look="primary" big>
            {t('pin.save')}
          </Button>
        </form>
      )}
    </Dialog>
  );
}

function faultIn(pin: string, again: string): Fault | null {
  if (!PIN.test(pin)) return { at: 'pin', word: 'pin.digits' };
  return pin === again ? null : { at: 'again', word: 'pin.differs' };
}
