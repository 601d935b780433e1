import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { parseTyped } from '@/domain/decimal';
import { get, put } from '@/shared/http/api';
import type { StoreView } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import styles from './devices.module.css';

type Rate = { readonly currency: string; readonly rate: string };
const RATE_DECIMALS = 8;

/** Which foreign cash the store's tills take, at which rate, and whose word that is. */
export function ForeignCashRates() {
  const { t, format } = useWords();
  const { store } = usePlace();
  const pages = useQueryClient();
  const path = `/api/stores/${encodeURIComponent(store.id)}`;
  const queryKey = ['store', store.id];
  const read = useQuery({ queryKey, queryFn: () => get<StoreView>(path) });
  const change = useMutation({
    mutationFn: async ({ currency, rate }: { currency: string; rate: string | null }) => {
      // As it is now: whatever somebody else has changed of the store stays.
      const { id: _, version: __, ...details } = await get<StoreView>(path);
      const others: Rate[] = (details.foreignCash ?? []).filter((each) => each.currency !== currency);
      const foreignCash = [...others, ...(rate === null ? [] : [{ currency, rate }])];
      return put<StoreView>(path, { ...details, foreignCash });
    },
    onSuccess: (changed) => pages.setQueryData(queryKey, changed),
  });
  const failure = read.error ?? change.error;
  const taken = [...(read.data?.foreignCash ?? [])].sort((a, b) => (a.currency < b.currency ? -1 : 1));
  return (
    <section className={manager.panel}>
      <h2>{t('devices.foreign')}</h2>
      <p className={styles.quiet}>{t('devices.foreign.help', { currency: store.currency })}</p>
      {failure && <FailureState failure={failure} retry={() => void read.refetch()} />}
      {read.data && (
        <>
          {taken.length === 0 ? (
            <p>{t('devices.foreign.none')}</p>
          ) : (
            <ul className={styles.rates}>
              {taken.map(({ currency, rate, setBy, setAt }) => (
                <li key={currency}>
                  <strong>{`1 ${currency} = ${format.rate(rate)} ${store.currency}`}</strong>
                  <span className={styles.quiet}>
                    {setBy && setAt
                      ? t('devices.foreign.setBy', {
                          name: setBy,
                          when: format.dateTime(setAt, store.timeZone),
                        })
                      : ''}
                  </span>
                  <Button disabled={change.isPending} onClick={() => change.mutate({ currency, rate: null })}>
                    {t('devices.foreign.remove', { currency })}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <NewRate home={store.currency} busy={change.isPending} set={(rate) => change.mutate(rate)} />
        </>
      )}
    </section>
  );
}

function NewRate({ home, busy, set }: { home: string; busy: boolean; set: (rate: Rate) => void }) {
  const { t } = useWords();
  const [currency, setCurrency] = useState('');
  const [rate, setRate] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const worth = parseTyped(rate, RATE_DECIMALS);
    const fits = /^[A-Z]{3}$/.test(currency) && currency !== home && worth !== null && /[1-9]/.test(worth);
    setWrong(!fits);
    if (!fits) return;
    set({ currency, rate: worth });
    setCurrency('');
    setRate('');
  };
  return (
    <form className={styles.newRate} onSubmit={submit}>
      <Field
        label={t('devices.foreign.currency')}
        autoComplete="off"
        maxLength={3}
        size={5}
        value={currency}
        onChange={(event) => setCurrency(event.target.value.toUpperCase())}
      />
      <Field
        label={t('devices.foreign.rate', { currency: home })}
        autoComplete="off"
        inputMode="decimal"
        size={10}
        value={rate}
        onChange={(event) => setRate(event.target.value)}
      />
      <Button type="submit" disabled={busy}>
        {t('devices.foreign.save')}
      </Button>
      {wrong && (
        <Note tone="bad" live>
          {t('devices.foreign.wrong')}
        </Note>
      )}
    </form>
  );
}
