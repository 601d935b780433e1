import { Mail } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useWords } from '../i18n';
import { Button, Field } from '../ui/controls';
import { Dialog } from '../ui/dialog';
import { Note } from '../ui/states';

/** How a receipt that was asked for by mail is doing. */
export interface MailStanding {
  readonly id: string;
  readonly to: string;
  readonly state: 'waiting' | 'handed-over' | 'sent' | 'failed';
  readonly problem: string | null;
}

/** A button that asks where to, and sends the receipt there. `offered`: what the customer's profile says, asked for when needed. */
export function MailReceipt({
  send,
  valid,
  offered,
}: {
  send: (address: string) => Promise<void>;
  valid: (address: string) => boolean;
  offered?: (() => Promise<string | null>) | undefined;
}) {
  const { t } = useWords();
  const [address, setAddress] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const [suggested, setSuggested] = useState(false);
  const close = () => setAddress(null);
  const open = () => {
    setAddress('');
    setWrong(false);
    setSuggested(false);
    void offered?.().then((known) => {
      if (known === null) return;
      setAddress((typed) => (typed === '' ? known : typed));
      setSuggested(true);
    });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (address === null || !valid(address)) setWrong(true);
    else void send(address).then(close);
  };
  return (
    <>
      <Button onClick={open}>
        <Mail size={20} aria-hidden="true" />
        {t('mail.button')}
      </Button>
      {address !== null && (
        <Dialog title={t('mail.title')} onClose={close}>
          <form onSubmit={submit}>
            <Field
              label={t('mail.address')}
              hint={t(suggested ? 'mail.known' : 'mail.hint')}
              error={wrong ? t('mail.wrong') : undefined}
              type="text"
              inputMode="email"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              maxLength={254}
              autoFocus
              dir="ltr"
              value={address}
              onChange={(event) => {
                setAddress(event.target.value);
                setWrong(false);
              }}
            />
            <Button type="submit" look="primary" big>
              {t('mail.send')}
            </Button>
          </form>
        </Dialog>
      )}
    </>
  );
}

const TONES = { waiting: 'info', 'handed-over': 'info', sent: 'good', failed: 'bad' } as const;

/** What became of each, in words. */
export function MailNotes({ mails }: { mails: readonly MailStanding[] }) {
  const { t } = useWords();
  return mails.map(({ id, to, state, problem }) => (
    <Note key={id} tone={TONES[state]} live>
      {t(`mail.state.${state}`, { to, problem: problem ?? '' })}
    </Note>
  ));
}
