import { useLiveQuery } from '@/offline/live';
import { useState, type SubmitEvent } from 'react';
import type { Deed } from '@/domain/approval/approval';
import { amount, negated } from '@/domain/decimal';
import type { GivenApproval, RungUpBy } from '@/domain/sale';
import { closingFigures } from '@/domain/till-closing';
import { factsIn, journalOf, type SessionJournal } from '@/offline/cash-drawer';
import { database } from '@/offline/database';
import { closeTill, finalCountOf, keepCount, type FinalCount } from '@/offline/till-device';
import { CoinCounter, countedIn, NOTHING_COUNTED } from '@/shared/cash/CoinCounter';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { Loading, Note } from '@/shared/ui/states';
import { approvalsAsWritten } from './approving';
import { ClosingFigures } from './ClosingFigures';
import { usePaneActions } from './use-pane-actions';
import { PaneHead } from './PaneHead';
import start from './start.module.css';
import { useParkedSales, usePresence, useTill } from './till-context';
import { useTillKeys } from './till-keys';
import styles from './till.module.css';
import { UnsentNotes } from './UnsentNotes';

/** Counts the drawer without knowing what it should hold. The count is given once; a large difference then asks for a word. */
export default function CloseTill() {
  const { desk, device, session, state } = useTill();
  const { t } = useWords();
  useTillKeys(desk, usePaneActions());
  const parked = useParkedSales().length;
  const held = useLiveQuery(
    async (db) => {
      const journal = await journalOf(db, session.id);
      const count = await finalCountOf(db, session.id);
      return { journal, final: count?.facts === factsIn(journal) ? count : null };
    },
    [session.id],
  );
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
    const size = off < 0n ? negated(off) : off;
    const limit = amount(device.store.cashDifferenceLimit ?? '0');
    const deed: Deed = { action: 'CASH_DIFFERENCE', amount: size, of: amount(figures.expectedCash) };
    const mustAsk = size > 0n && desk.needsSomebodyFor(deed);
    return { figures, deed, mustAsk, needsReason: size > limit || mustAsk };
  };
}

function useWhoCloses(): RungUpBy {
  const { person } = usePresence();
  return { id: person.id, name: person.name };
}

function Count({ journal }: { journal: SessionJournal }) {
  const { desk, device, session } = useTill();
  const { t, format } = useWords();
  const figuresOf = useFigures();
  const doneBy = useWhoCloses();
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
      await closeTill(database, session, counted, { closedAt: new Date().toISOString(), doneBy });
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
  const { desk, device, session } = useTill();
  const { t } = useWords();
  const doneBy = useWhoCloses();
  const { figures, deed, mustAsk } = useFigures()(final.amount, journal);
  const { pane } = desk.snapshot();
  const [reason, setReason] = useState((pane.name === 'closing' && pane.reason) || '');
  const [wrong, setWrong] = useState(false);
  const close = (approvals: readonly GivenApproval[] = []) =>
    closeTill(database, session, final, {
      closedAt: new Date().toISOString(),
      ...{ reason: reason.trim(), approvals, doneBy },
    });
  const give = (event: SubmitEvent) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setWrong(true);
      return;
    }
    if (!mustAsk) return void close();
    // Whoever is refused finds their reason again.
    desk.act({ type: 'pane', pane: { name: 'closing', reason } });
    desk.needsApproval(
      deed,
      reason.trim(),
      (given) => void close(approvalsAsWritten(given, desk.minorDigits)),
    );
  };
  return (
    <form className={styles.closing} onSubmit={give}>
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
        {t(mustAsk ? 'close.askApproval' : 'close.withReason')}
      </Button>
    </form>
  );
}
