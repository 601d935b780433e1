import { useState, type SubmitEvent } from 'react';
import { minus, parseAmount, parseTyped, plus, ZERO, type Amount } from '@/domain/decimal';
import { likelyTips } from '@/domain/tip';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import { NumberPad } from './NumberPad';
import { PaneHead } from './PaneHead';
import { usePresence, useTill } from './till-context';
import { useTillKeys } from './till-keys';
import { dueOf, pricedOf, tipOf } from './till-sums';
import styles from './till.module.css';
import { usePaneActions } from './use-pane-actions';

/** What the customer gives on top for whoever serves them; at most what the goods cost, so that no scan becomes a tip. */
export function TipPane() {
  const { desk, device, state } = useTill();
  const { t, format } = useWords();
  const { person } = usePresence();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  useTillKeys(desk, usePaneActions());
  const { currency } = device.store;
  const before = tipOf(state);
  const most = pricedOf(state).total;
  // What was taken already may hold a part of it.
  const taken = minus(before, dueOf(state));
  const least = taken > 0n ? taken : ZERO;
  const tip = parseAmount(parseTyped(text, desk.minorDigits) ?? '');
  const fits = (value: Amount | null): value is Amount => value !== null && value >= least && value <= most;
  const take = (value: Amount) => desk.act({ type: 'tip', tip: value });
  const type = (typed: string) => {
    setWrong(false);
    setText(typed);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (fits(tip)) take(tip);
    else setWrong(true);
  };
  return (
    <form className={styles.discount} onSubmit={submit}>
      <PaneHead title={t('tip.title', { name: person.name })} />
      <div className={styles.givenRow}>
        <label htmlFor="tip-value">{t('pay.tip')}</label>
        <input
          id="tip-value"
          className={styles.given}
          inputMode={window.matchMedia('(pointer: coarse)').matches ? 'none' : 'decimal'}
          autoComplete="off"
          autoFocus
          placeholder={format.money(before, currency)}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        <p className={styles.outlook} role="status">
          {fits(tip) && t('tip.toPay', { amount: format.money(plus(most, tip), currency) })}
        </p>
      </div>
      {wrong && (
        <Note tone="bad" live>
          {t('tip.wrong', { least: format.money(least, currency), most: format.money(most, currency) })}
        </Note>
      )}
      <div className={styles.offers} role="group" aria-label={t('tip.likely')}>
        {likelyTips(most, desk.minorDigits)
          .filter(fits)
          .map((offer) => (
            <Button key={offer.toString()} onClick={() => take(offer)}>
              {format.money(offer, currency)}
            </Button>
          ))}
      </div>
      <NumberPad text={text} change={type} />
      {before > 0n && least === 0n && <Button onClick={() => take(ZERO)}>{t('tip.none')}</Button>}
      <Button type="submit" look="primary" big aria-keyshortcuts="Enter">
        {fits(tip) ? t('tip.take', { amount: format.money(tip, currency) }) : t('pay.tip')}
      </Button>
    </form>
  );
}
