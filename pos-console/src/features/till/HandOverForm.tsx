import { useState, type SubmitEvent } from 'react';
import { amount } from '@/domain/decimal';
import { handOver, journalOf } from '@/offline/cash-drawer';
import { database } from '@/offline/database';
import { CoinCounter, countedIn, NOTHING_COUNTED } from '@/shared/cash/CoinCounter';
import { useWords } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { Button, Field } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import { shopTime } from '@/shared/shop-clock';
import styles from './drawer.module.css';
import { localReport } from './local-report';
import { useTill } from './till-context';

/** The drawer is counted and goes on with the next cashier; what differs is said once the count is given. */
export function HandOverForm({ done }: { done: (words: string) => void }) {
  const { desk, device, session } = useTill();
  const { t, format } = useWords();
  const { user } = useSession();
  const [draft, setDraft] = useState(NOTHING_COUNTED);
  const [to, setTo] = useState('');
  const [wrong, setWrong] = useState(false);
  const { currency } = device.store;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const counted = countedIn(draft, desk.minorDigits);
    if (!counted || to.trim() === '') {
      setWrong(true);
      return;
    }
    await handOver(database, session, counted, { from: user.name, to: to.trim() }, shopTime().toISOString());
    const journal = await journalOf(database, session.id);
    const report = localReport(session, journal, currency, desk.minorDigits, { blind: false });
    const difference = report.handOvers.at(-1)?.difference ?? '0';
    done(
      t(amount(difference) === 0n ? 'drawer.handedOver' : 'drawer.handedOverOff', {
        name: to.trim(),
        amount: format.money(difference, currency, true),
      }),
    );
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <p>{t('drawer.handOverHelp')}</p>
      <CoinCounter
        currency={currency}
        draft={draft}
        change={(next) => {
          setDraft(next);
          setWrong(false);
        }}
        label={t('close.counted', { currency })}
      />
      <Field
        label={t('drawer.to')}
        autoComplete="off"
        maxLength={100}
        value={to}
        onChange={(event) => {
          setTo(event.target.value);
          setWrong(false);
        }}
      />
      {wrong && (
        <Note tone="bad" live>
          {t('drawer.handOverNeeds')}
        </Note>
      )}
      <Button type="submit" look="primary" big>
        {t('drawer.handOver')}
      </Button>
    </form>
  );
}
