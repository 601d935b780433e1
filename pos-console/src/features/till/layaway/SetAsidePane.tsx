import { useState, type SubmitEvent } from 'react';
import { stillToPay } from '@/domain/deposit';
import { LIKELY_SHARES } from '@/domain/set-aside';
import { divideHalfUp, parseAmount, parseTyped, roundToMinor, type Amount } from '@/domain/decimal';
import { useWords } from '@/shared/i18n';
import { Amount as Money, Button, Field } from '@/shared/ui/controls';
import { EmptyState, Note } from '@/shared/ui/states';
import { HandCoins } from 'lucide-react';
import { NumberPad } from '../NumberPad';
import { PaneHead } from '../PaneHead';
import { useTill } from '../till-context';
import { useTillKeys } from '../till-keys';
import { pricedOf } from '../till-sums';
import styles from '../till.module.css';
import { usePaneActions } from '../use-pane-actions';
import own from './layaway.module.css';

const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** The goods in the basket are kept for a customer who pays a part of them now. */
export function SetAsidePane() {
  const { desk, device, state } = useTill();
  const { t, format } = useWords();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [keptUntil, setKeptUntil] = useState(daysFromNow(state.latest.at, KEPT_DAYS));
  const [wrong, setWrong] = useState<'name' | 'amount' | null>(null);
  useTillKeys(desk, usePaneActions());
  const { currency } = device.store;
  const { total } = pricedOf(state);
  const { customer, basket } = state;
  const typed = parseAmount(parseTyped(text, desk.minorDigits) ?? '');
  const fits = (value: Amount | null): value is Amount => value !== null && value > 0n && value < total;
  const take = (value: Amount | null) => {
    if (!customer && name.trim() === '') setWrong('name');
    else if (!fits(value)) setWrong('amount');
    else {
      const aside = { amount: value, name: customer ? null : name.trim(), keptUntil: keptUntil || null };
      desk.layaways((layaways) => layaways.setAside(aside));
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    take(typed);
  };
  const sold = basket.lines.every((line) => line.kind === 'SALE' && line.fixed !== 'AGREED');
  if (basket.lines.length === 0 || !sold || state.tenders.length > 0)
    return (
      <div className={styles.sidePane}>
        <PaneHead title={t('layaway.setAside')} />
        <EmptyState
          icon={<HandCoins size={32} aria-hidden="true" />}
          title={t('notice.nothing-to-set-aside')}
        />
      </div>
    );
  return (
    <form className={styles.discount} onSubmit={submit} noValidate>
      <PaneHead title={t('layaway.setAside')} />
      <div className={own.who}>
        {customer ? (
          <p>{t('layaway.for', { name: customer.name ?? '' })}</p>
        ) : (
          <Field
            label={t('layaway.name')}
            autoFocus
            autoComplete="off"
            maxLength={100}
            value={name}
            error={wrong === 'name' ? t('layaway.noName') : undefined}
            onChange={(event) => {
              setName(event.target.value);
              setWrong(null);
            }}
          />
        )}
        <Field
          label={t('layaway.keptUntil')}
          type="date"
          min={daysFromNow(state.latest.at, 0)}
          value={keptUntil}
          onChange={(event) => setKeptUntil(event.target.value)}
        />
      </div>
      <div className={styles.givenRow}>
        <label htmlFor="deposit-value">{t('layaway.deposit')}</label>
        <input
          id="deposit-value"
          className={styles.given}
          inputMode={window.matchMedia('(pointer: coarse)').matches ? 'none' : 'decimal'}
          autoComplete="off"
          autoFocus={customer !== null}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(null);
          }}
        />
        <p className={styles.outlook} role="status">
          {fits(typed) && t('layaway.left', { amount: format.money(stillToPay(total, typed), currency) })}
        </p>
      </div>
      {wrong === 'amount' && (
        <Note tone="bad" live>
          {t('layaway.wrong', { total: format.money(total, currency) })}
        </Note>
      )}
      <div className={styles.offers} role="group" aria-label={t('layaway.likely')}>
        {LIKELY_SHARES.map((share) => ({
          share,
          value: roundToMinor(divideHalfUp(total * share, 100n) as Amount, desk.minorDigits),
        }))
          .filter(({ value }) => fits(value))
          .map(({ share, value }) => (
            <Button key={share.toString()} onClick={() => take(value)}>
              {share.toString()} % <Money value={value} currency={currency} />
            </Button>
          ))}
      </div>
      <NumberPad
        text={text}
        change={(next) => {
          setText(next);
          setWrong(null);
        }}
      />
      <Button type="submit" look="primary" big aria-keyshortcuts="Enter">
        {fits(typed) ? t('layaway.take', { amount: format.money(typed, currency) }) : t('layaway.deposit')}
      </Button>
    </form>
  );
}

/** `at` is the store's local date and time. */
function daysFromNow(at: string, days: number): string {
  return new Date(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
