import { useRef, useState, type SubmitEvent } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { put } from '@/shared/http/api';
import type { Customer } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { FailureState } from '@/shared/ui/states';
import { useTill } from './till-context';
import styles from './till.module.css';

const EMAIL = /@/;
const PHONE = /^\+?[\d ()/.-]+$/;

/** Somebody who is not known yet, begun with what was looked for; attached to the sale as soon as the server has them. */
export function NewCustomer({ text }: { text: string }) {
  const { desk } = useTill();
  const { t } = useWords();
  const isEmail = EMAIL.test(text);
  const isPhone = !isEmail && PHONE.test(text);
  const [name, setName] = useState(isEmail || isPhone ? '' : text);
  const [email, setEmail] = useState(isEmail ? text : '');
  const [phone, setPhone] = useState(isPhone ? text : '');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  // Sent again under the same id when the answer was lost.
  const id = useRef(uuidV7());
  const submit = async (event?: SubmitEvent) => {
    event?.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    try {
      const profile = { name: name.trim(), email: email.trim() || null, phone: phone.trim() || null };
      desk.attach(await put<Customer>(`/api/customers/${id.current}`, profile));
    } catch (reason) {
      setFailure(reason);
    }
  };
  return (
    <form className={styles.newCustomer} onSubmit={(event) => void submit(event)}>
      <h3>{t('customer.new')}</h3>
      <Field
        label={t('customer.name')}
        autoComplete="off"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={tried && name.trim() === '' ? t('customer.nameMissing') : undefined}
      />
      <Field
        label={t('customer.email')}
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label={t('customer.phone')}
        type="tel"
        autoComplete="off"
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      {failure !== null && <FailureState failure={failure} retry={() => void submit()} />}
      <Button type="submit" look="primary">
        {t('customer.add')}
      </Button>
    </form>
  );
}
