import { UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { get, query, type Page } from '@/shared/http/api';
import type { Customer } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { NewCustomer } from './NewCustomer';
import { PaneHead } from './PaneHead';
import { useTill } from './till-context';
import { useTillKeys } from './till-keys';
import { usePaneActions } from './use-pane-actions';
import styles from './till.module.css';

const SETTLE_MS = 200;

/** Finds a customer by name, e-mail or phone and attaches them to the sale. */
export function CustomerPane() {
  const { desk } = useTill();
  const { t } = useWords();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Customer[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const actions = usePaneActions();
  useTillKeys(desk, actions);

  useEffect(() => {
    const wanted = text.trim();
    if (wanted.length < 2) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      get<Page<Customer>>(`/api/customers${query({ q: wanted, limit: 20 })}`, { signal: stop.signal })
        .then((page) => {
          setFound(page.items);
          setFailure(null);
        })
        .catch((reason: unknown) => {
          if (!stop.signal.aborted) setFailure(reason);
        });
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);

  return (
    <div className={styles.sidePane}>
      <PaneHead title={t('customer.title')} />
      <Field
        label={t('customer.find')}
        hint={t('customer.hint')}
        autoFocus
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {failure ? (
        <FailureState failure={failure} />
      ) : text.trim().length < 2 ? null : found === null ? (
        <Loading rows={3} />
      ) : found.length === 0 ? (
        <>
          <EmptyState
            icon={<UserRound size={32} aria-hidden="true" />}
            title={t('customer.none', { text })}
          />
          <NewCustomer key={text} text={text.trim()} />
        </>
      ) : (
        <ul className={styles.results}>
          {found.map((customer) => (
            <li key={customer.id}>
              <button type="button" className={styles.result} onClick={() => desk.attach(customer)}>
                <span>
                  {customer.name}
                  <span className={styles.lineDetail}>
                    {[customer.email, customer.phone, customer.taxExemption && t('exempt.customer')]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
