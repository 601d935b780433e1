import { useState, type SubmitEvent } from 'react';
import { businessDate } from '@/domain/business-date';
import { amountText, minorDigitsOf, parseAmount, parseTyped } from '@/domain/decimal';
import { database } from '@/offline/database';
import { openTill, type Device } from '@/offline/till-device';
import { useWords } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { Button, Field } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import styles from './start.module.css';

/** The float that lies in the drawer opens the till's session. */
export function OpenTill({ device }: { device: Device }) {
  const { t } = useWords();
  const { user } = useSession();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const digits = minorDigitsOf(device.store.currency);

  const open = async (event: SubmitEvent) => {
    event.preventDefault();
    const float = parseAmount(parseTyped(text === '' ? '0' : text, digits) ?? '');
    if (float === null || float < 0n) {
      setWrong(true);
      return;
    }
    const now = new Date();
    await openTill(database, device, {
      openingFloat: amountText(float, digits),
      openedAt: now.toISOString(),
      businessDate: businessDate(now, device.store.timeZone, device.store.businessDayStartsAt),
    });
  };

  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={(event) => void open(event)}>
        <h1>{t('open.title', { till: device.till.name })}</h1>
        <p>{t('open.greeting', { name: user.name, store: device.store.name })}</p>
        <Field
          className={styles.money}
          label={t('open.float', { currency: device.store.currency })}
          hint={t('open.floatHint')}
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          value={text}
          aria-invalid={wrong}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(false);
          }}
        />
        {wrong && (
          <Note tone="bad" live>
            {t('notice.not-an-amount')}
          </Note>
        )}
        <Button type="submit" look="primary" big>
          {t('open.action')}
        </Button>
      </form>
    </main>
  );
}
