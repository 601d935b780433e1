import { useLiveQuery } from 'dexie-react-hooks';
import { useState, type SubmitEvent } from 'react';
import { amount, negated } from '@/domain/decimal';
import { closingFigures } from '@/domain/till-closing';
import { factsIn, journalOf, type SessionJournal } from '@/offline/cash-drawer';
import { database } from '@/offline/database';
import { closeTill, finalCountOf, keepCount, type FinalCount } from '@/offline/till-device';
import { CoinCounter, countedIn, NOTHING_COUNTED } from '@/shared/cash/CoinCounter';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { Loading, Note } from '@/shared/ui/states';
import { ClosingFigures } from './ClosingFigures';
import { usePaneActions } from './use-pane-actions';
import { PaneHead } from './PaneHead';
import start from './start.module.css';
import { useParkedSales, useTill } from './till-context';
import { useTillKeys } from './till-keys';
import styles from './till.module.css';
import { UnsentNotes } from './UnsentNotes';

/** Counts the drawer without knowing what it should hold. The count is given once; a large difference then asks for a word. */
export default function CloseTill() {
  const { desk, device, session, state } = useTill();
  const { t } = useWords();
  useTillKeys(desk, usePaneActions());
  const parked = useParkedSales().length;
  const held = useLiveQuery(async () => {
    const journal = await journalOf(database, session.id);
    const count = await finalCountOf(database, session.id);
    return { journal, final: count?.facts === factsIn(journal) ? count : null };
  }, [session.id]);
  if (!held) return <Loading />;
  return (
    <div className={styles.sidePane}>
      <PaneHead title={t('close.title', { till: device.till.name })} />
      {state.basket.lines.length > 0 ? (
        <>
          <Note tone="bad" live>
            {t('close.basketOpen')}
          </Note>
          <Button look="primary" big onClick={() => desk.back()}>
            {t('close.toBasket')}
          </Button>
        </>
      ) : (
        <>
          {parked > 0 && <Note tone="warn">{t('close.parked', { count: parked })}</Note>}
          <UnsentNotes />
          {held.final ? (
            <Difference final={held.final} journal={held.journal} />
          ) : (
            <Count journal={held.journal} />
          )}
        </>
      )}
    </div>
  );
}

function useFigures() {
  const { desk, device, session } = useTill();
  return (counted: string, journal: SessionJournal) => {
    const figures = closingFigures(
      amount(session.openingFloat),
      amount(counted),
      journal.sales.map(({ body }) => body),
      journal.movements.map(({ body }) => body),
      desk.minorDigits,
    );
    const off = amount(figures.difference);
    const limit = amount(device.store.cashDifferenceLimit ?? '0');
    return { figures, needsReason: (off < 0n ? negated(off) : off) > limit };
  };
}

function Count({ journal }: { journal: SessionJournal }) {
  const { desk, device, session } = useTill();
  const { t, format } = useWords();
  const figuresOf = useFigures();
  const [draft, setDraft] = useState(NOTHING_COUNTED);
  const [sure, setSure] = useState(false);
  const [wrong, setWrong] = useState(false);
  const { currency } = device.store;
  const counted = countedIn(draft, desk.minorDigits);

  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    if (counted) setSure(true);
    else setWrong(true);
  };
  const give = async () => {
    if (!counted) return;
    await keepCount(database, session.id, { ...counted, facts: factsIn(journal) });
    if (!figuresOf(counted.amount, journal).needsReason)
      await closeTill(database, session, counted, new Date().toISOString());
  };

  if (sure && counted)
    return (
      <div className={styles.closing}>
        <p>{t('close.final')}</p>
        <p className={styles.due}>{format.money(counted.amount, currency, true)}</p>
        <div className={styles.paidActions}>
          <Button onClick={() => setSure(false)}>{t('close.recount')}</Button>
          <Button look="primary" autoFocus onClick={() => void give()}>
            {t('close.action')}
          </Button>
        </div>
      </div>
    );
  return (
    <form className={styles.closing} onSubmit={ask}>
      <p>{t('close.help')}</p>
      <CoinCounter
        currency={currency}
        draft={draft}
        change={(next) => {
          setDraft(next);
          setWrong(false);
        }}
        label={t('close.counted', { currency })}
      />
      {wrong && (
        <Note tone="bad" live>
          {t('close.countFirst')}
        </Note>
      )}
      <Button type="submit" look="primary" big>
        {t('close.count')}
      </Button>
    </form>
  );
}

function Difference({ final, journal }: { final: FinalCount; journal: SessionJournal }) {
  const { device, session } = useTill();
  const { t } = useWords();
  const { figures } = useFigures()(final.amount, journal);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const close = async (event: SubmitEvent) => {
    event.preventDefault();
    if (reason.trim() === '') setWrong(true);
    else await closeTill(database, session, final, new Date().toISOString(), reason.trim());
  };
  return (
    <form className={styles.closing} onSubmit={(event) => void close(event)}>
      <p>{t('close.whyOff')}</p>
      <ClosingFigures figures={figures} currency={device.store.currency} />
      <Field
        className={start.reason}
        label={t('close.reason')}
        autoComplete="off"
        autoFocus
        maxLength={300}
        value={reason}
        error={wrong ? t('cash.sayWhat') : undefined}
        onChange={(event) => {
          setReason(event.target.value);
          setWrong(false);
        }}
      />
      <Button type="submit" look="primary" big>
        {t('close.withReason')}
      </Button>
    </form>
  );
}
