import { useLiveQuery } from '@/offline/live';
import { useState, type SubmitEvent } from 'react';
import type { Deed } from '@/domain/approval/approval';
import { amount, amountText, minorDigitsOf, negated, parseAmount, parseTyped } from '@/domain/decimal';
import type { Counted } from '@/domain/denominations';
import type { ForeignCount, ForeignRate } from '@/domain/foreign-cash';
import type { GivenApproval, RungUpBy } from '@/domain/sale';
import { closingFigures } from '@/domain/till-closing';
import { factsIn, journalOf, type SessionJournal } from '@/offline/cash-drawer';
import { database } from '@/offline/database';
import { closeTill, finalCountOf, keepCount, type FinalCount } from '@/offline/till-device';
import { CoinCounter, countedIn, NOTHING_COUNTED } from '@/shared/cash/CoinCounter';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { Loading, Note } from '@/shared/ui/states';
import { shopTime } from '@/shared/shop-clock';
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
  return ({ amount: counted, foreign }: Counted, journal: SessionJournal) => {
    const figures = closingFigures(
      amount(session.openingFloat),
      amount(counted),
      journal.sales.map(({ body }) => body),
      journal.movements.map(({ body }) => body),
      desk.minorDigits,
      foreign,
    );
    const foreignOff = figures.foreignCash.some(({ difference }) => amount(difference ?? '0') !== 0n);
    const off = amount(figures.difference);
    const size = off < 0n ? negated(off) : off;
    const limit = amount(device.store.cashDifferenceLimit ?? '0');
    const deed: Deed = { action: 'CASH_DIFFERENCE', amount: size, of: amount(figures.expectedCash) };
    const mustAsk = size > 0n && desk.needsSomebodyFor(deed);
    return { figures, deed, mustAsk, needsReason: size > limit || mustAsk || foreignOff };
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
  const [foreign, setForeign] = useState<Readonly<Record<string, string>>>({});
  const currencies = foreignIn(device.store.foreignCash, journal);
  const own = countedIn(draft, desk.minorDigits);
  const others = foreignCounted(foreign, currencies, journal);
  const counted = own && others && { ...own, ...(others.length > 0 && { foreign: others }) };

  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    if (counted) setSure(true);
    else setWrong(true);
  };
  const give = async () => {
    if (!counted) return;
    await keepCount(database, session.id, { ...counted, facts: factsIn(journal) });
    if (!figuresOf(counted, journal).needsReason)
      await closeTill(database, session, counted, { closedAt: shopTime().toISOString(), doneBy });
  };

  if (sure && counted)
    return (
      <div className={styles.closing}>
        <p>{t('close.final')}</p>
        <p className={styles.due}>{format.money(counted.amount, currency, true)}</p>
        {counted.foreign?.map((each) => (
          <p key={each.currency} className={styles.due}>
            {format.money(each.amount, each.currency, true)}
          </p>
        ))}
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
      {currencies.map((each) => (
        <Field
          key={each}
          label={t('close.counted', { currency: each })}
          inputMode="decimal"
          autoComplete="off"
          placeholder={format.money('0', each)}
          value={foreign[each] ?? ''}
          onChange={(event) => {
            setForeign({ ...foreign, [each]: event.target.value });
            setWrong(false);
          }}
        />
      ))}
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

/** Currencies that may lie in the drawer: those the store takes, and those it took before it ceased to. */
function foreignIn(taken: readonly ForeignRate[] | null | undefined, journal: SessionJournal): string[] {
  const inSales = journal.sales.flatMap(({ body }) => body.tenders.flatMap(({ foreign }) => foreign ?? []));
  return [...new Set([...(taken ?? []), ...inSales].map(({ currency }) => currency))].sort();
}

/** Nothing typed is nothing found; null when something typed is no amount. */
function foreignCounted(
  typed: Readonly<Record<string, string>>,
  currencies: readonly string[],
  journal: SessionJournal,
): ForeignCount[] | null {
  const found: ForeignCount[] = [];
  for (const currency of currencies) {
    const text = (typed[currency] ?? '').trim();
    const read = text === '' ? '0' : parseTyped(text, minorDigitsOf(currency));
    const value = read === null ? null : parseAmount(read);
    if (value === null || value < 0n) return null;
    if (value > 0n || foreignIn(null, journal).includes(currency))
      found.push({ currency, amount: amountText(value, minorDigitsOf(currency)) });
  }
  return found;
}

function Difference({ final, journal }: { final: FinalCount; journal: SessionJournal }) {
  const { desk, device, session } = useTill();
  const { t } = useWords();
  const doneBy = useWhoCloses();
  const { figures, deed, mustAsk } = useFigures()(final, journal);
  const { pane } = desk.snapshot();
  const [reason, setReason] = useState((pane.name === 'closing' && pane.reason) || '');
  const [wrong, setWrong] = useState(false);
  const close = (approvals: readonly GivenApproval[] = []) =>
    closeTill(database, session, final, {
      closedAt: shopTime().toISOString(),
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
