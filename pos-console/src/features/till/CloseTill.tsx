import { useLiveQuery } from 'dexie-react-hooks';
import { useState, type SubmitEvent } from 'react';
import { amount, amountText, parseAmount, parseTyped, sum, timesRounded, quantity } from '@/domain/decimal';
import { closingFigures } from '@/domain/till-closing';
import { database } from '@/offline/database';
import { salesOfSession } from '@/offline/sale-journal';
import { closeTill } from '@/offline/till-device';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import { ClosingFigures } from './ClosingFigures';
import { usePaneActions } from './CustomerPane';
import { PaneHead } from './PaneHead';
import { useParkedSales, useTill } from './till-context';
import { useTillKeys } from './till-keys';
import start from './start.module.css';
import styles from './till.module.css';

const COINS = ['200', '100', '50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05', '0.02', '0.01'];

/** Counts the drawer without knowing what it should hold; only then expected and difference are shown. */
export function CloseTill() {
  const { desk, device, session, state } = useTill();
  const { t, format } = useWords();
  const [coins, setCoins] = useState<Readonly<Record<string, string>>>({});
  const [typed, setTyped] = useState('');
  const [counted, setCounted] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const parked = useParkedSales().length;
  useTillKeys(desk, usePaneActions());
  const { currency } = device.store;
  const digits = desk.minorDigits;
  const byCoins = sum(COINS.map((coin) => timesRounded(amount(coin), quantity(coins[coin] ?? '0'), digits)));
  const entered = typed.trim() === '' ? byCoins : parseAmount(parseTyped(typed, digits) ?? '');

  const count = (event: SubmitEvent) => {
    event.preventDefault();
    if (entered === null || entered < 0n) setWrong(true);
    else setCounted(amountText(entered, digits));
  };

  return (
    <div className={styles.sidePane}>
      <PaneHead title={t('close.title', { till: device.till.name })} />
      {state.basket.lines.length > 0 && <Note tone="warn">{t('close.basketOpen')}</Note>}
      {parked > 0 && <Note tone="warn">{t('close.parked', { count: parked })}</Note>}
      {counted === null ? (
        <form className={styles.closing} onSubmit={count}>
          <p>{t('close.help')}</p>
          <fieldset className={start.coins}>
            <legend className="visually-hidden">{t('close.coins')}</legend>
            {COINS.map((coin) => (
              <label key={coin} className={start.coin}>
                <span>{format.money(coin, currency)}</span>
                <input
                  inputMode="numeric"
                  autoComplete="off"
                  value={coins[coin] ?? ''}
                  placeholder="0"
                  onChange={(event) =>
                    setCoins({ ...coins, [coin]: event.target.value.replace(/\D/g, '').slice(0, 5) })
                  }
                />
              </label>
            ))}
          </fieldset>
          <Field
            className={start.money}
            label={t('close.counted', { currency })}
            inputMode="decimal"
            autoComplete="off"
            placeholder={format.money(byCoins, currency)}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setWrong(false);
            }}
          />
          {wrong && (
            <Note tone="bad" live>
              {t('notice.not-an-amount')}
            </Note>
          )}
          <Button type="submit" look="primary" big>
            {t('close.count')}
          </Button>
        </form>
      ) : (
        <Difference
          counted={counted}
          recount={() => setCounted(null)}
          close={() => void closeTill(database, session, counted, new Date().toISOString())}
        />
      )}
    </div>
  );
}

function Difference({
  counted,
  recount,
  close,
}: {
  counted: string;
  recount: () => void;
  close: () => void;
}) {
  const { device, session, desk } = useTill();
  const { t } = useWords();
  const sales = useLiveQuery(() => salesOfSession(database, session.id), [session.id]);
  if (!sales) return null;
  const figures = closingFigures(
    amount(session.openingFloat),
    amount(counted),
    sales.map((sale) => sale.body),
    desk.minorDigits,
  );
  return (
    <div className={styles.closing}>
      <p>{t('close.estimate')}</p>
      <ClosingFigures figures={figures} currency={device.store.currency} />
      <div className={styles.paidActions}>
        <Button onClick={recount}>{t('close.recount')}</Button>
        <Button look="primary" onClick={close}>
          {t('close.action')}
        </Button>
      </div>
    </div>
  );
}
