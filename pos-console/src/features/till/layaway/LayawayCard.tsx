import { useState, type SubmitEvent } from 'react';
import { amount, parseAmount, parseTyped, quantity, ONE } from '@/domain/decimal';
import { DEPOSIT_REASONS, stillToPay, type DepositReason } from '@/domain/deposit';
import { receiptCount } from '@/domain/receipt-number';
import type { Layaway } from '@/offline/layaways';
import { useWords } from '@/shared/i18n';
import { Amount, Button, Field } from '@/shared/ui/controls';
import { useTill } from '../till-context';
import styles from '../till.module.css';
import own from './layaway.module.css';

/** One of them: for whom, what, how much of it is paid, and what can be done with it. */
export function LayawayCard({ layaway, busy, open }: { layaway: Layaway; busy: boolean; open: boolean }) {
  const { desk, device } = useTill();
  const { t, format } = useWords();
  const [unfolded, setUnfolded] = useState(false);
  const [doing, setDoing] = useState<'pay-in' | 'give-back' | null>(null);
  const { currency, timeZone } = device.store;
  const { goods, customerName, deposits, state } = layaway;
  const [paid, agreed] = [amount(layaway.balance), amount(layaway.agreedTotal)];
  const left = stillToPay(agreed, paid);
  const last = deposits.findLast(({ kind }) => kind !== 'TAKEN');
  const shown = open || unfolded;
  return (
    <li className={own.card}>
      <button type="button" className={own.head} aria-expanded={shown} onClick={() => setUnfolded(!unfolded)}>
        <span className={styles.lineName}>
          {goods.name ?? customerName ?? t('layaway.customer')}
          <span className={styles.lineDetail}>
            {[
              deposits[0] && `${deposits[0].tillId} · ${receiptCount(deposits[0].receiptNumber)}`,
              state === 'OPEN' &&
                goods.keptUntil &&
                t('layaway.until', { date: format.date(goods.keptUntil) }),
              state !== 'OPEN' &&
                t(`layaway.state.${state}`, {
                  receipt: last ? `${last.tillId} · ${receiptCount(last.receiptNumber)}` : '',
                  when: last ? format.dateTime(last.occurredAt, timeZone) : '',
                }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span className={own.sums}>
          <Amount value={agreed} currency={currency} className={styles.lineAmount} />
          <span className={styles.lineDetail}>
            {t('layaway.paid', { amount: format.money(paid, currency) })}
          </span>
        </span>
      </button>
      {shown && (
        <>
          <ul className={own.goods}>
            {goods.lines.map((line) => (
              <li key={line.lineNo}>
                <span>
                  {quantity(line.quantity) !== ONE && `${format.quantity(line.quantity)} × `}
                  <bdi>{line.name}</bdi>
                </span>
                <Amount value={line.amount} currency={currency} />
              </li>
            ))}
          </ul>
          {paid > 0n && (
            <div className={own.actions}>
              {state === 'OPEN' && (
                <Button
                  look="primary"
                  disabled={busy}
                  onClick={() => desk.layaways((layaways) => layaways.collect(layaway.id))}
                >
                  {t('layaway.collect', { amount: format.money(left, currency) })}
                </Button>
              )}
              {state === 'OPEN' && left > 0n && (
                <Button
                  disabled={busy}
                  aria-pressed={doing === 'pay-in'}
                  onClick={() => setDoing(doing === 'pay-in' ? null : 'pay-in')}
                >
                  {t('layaway.payIn')}
                </Button>
              )}
              <Button
                disabled={busy}
                aria-pressed={doing === 'give-back'}
                onClick={() => setDoing(doing === 'give-back' ? null : 'give-back')}
              >
                {t('layaway.giveBack')}
              </Button>
            </div>
          )}
          {doing === 'pay-in' && !busy && <PayIn layaway={layaway} />}
          {doing === 'give-back' && !busy && <GiveBack layaway={layaway} />}
        </>
      )}
    </li>
  );
}

function PayIn({ layaway }: { layaway: Layaway }) {
  const { desk, device } = useTill();
  const { t, format } = useWords();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const most = stillToPay(amount(layaway.agreedTotal), amount(layaway.balance));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const value = parseAmount(parseTyped(text, desk.minorDigits) ?? '');
    if (value === null || value <= 0n || value > most) setWrong(true);
    else desk.layaways((layaways) => layaways.payIn(layaway.id, value));
  };
  return (
    <form className={styles.findRow} onSubmit={submit}>
      <Field
        label={t('layaway.deposit')}
        inputMode="decimal"
        autoFocus
        autoComplete="off"
        value={text}
        error={
          wrong ? t('layaway.payInWrong', { most: format.money(most, device.store.currency) }) : undefined
        }
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
      />
      <Button type="submit">{t('layaway.payIn')}</Button>
    </form>
  );
}

function GiveBack({ layaway }: { layaway: Layaway }) {
  const { desk, device } = useTill();
  const { t, format } = useWords();
  const [reason, setReason] = useState<DepositReason>(DEPOSIT_REASONS[0]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    desk.layaways((layaways) => layaways.giveBack(layaway.id, reason));
  };
  return (
    <form className={own.giveBack} onSubmit={submit}>
      <fieldset>
        <legend>{t('layaway.reason')}</legend>
        {DEPOSIT_REASONS.map((each, at) => (
          <label key={each}>
            <input
              type="radio"
              name="deposit-reason"
              autoFocus={at === 0}
              checked={reason === each}
              onChange={() => setReason(each)}
            />
            {t(`layaway.reason.${each}`)}
          </label>
        ))}
      </fieldset>
      <Button type="submit" look="primary">
        {t('layaway.doGiveBack', { amount: format.money(layaway.balance, device.store.currency) })}
      </Button>
    </form>
  );
}
