import { Banknote, CreditCard, Undo2 } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import {
  minorDigitsOf,
  minus,
  negated,
  parseAmount,
  parseTyped,
  plus,
  type Amount as AmountValue,
} from '@/domain/decimal';
import { standsAlone } from '@/domain/deposit';
import { neededAt, worthAt, type ForeignRate } from '@/domain/foreign-cash';
import { cashForOthers, goesToCard, type RefundPlan } from '@/domain/refunding';
import { likelyCashAmounts } from '@/domain/sale';
import { useWords } from '@/shared/i18n';
import { Amount, Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import { NumberPad } from './NumberPad';
import { PaneHead } from './PaneHead';
import { GIVEN_FIELD, useTill } from './till-context';
import { useTillKeys } from './till-keys';
import type { Method } from './till-state';
import { dueOf, pricedOf, refundPlanOf, tipOf } from './till-sums';
import styles from './till.module.css';

/** Taking money: cash and exact unless something else is typed or chosen. */
export function PayPane({
  method,
  given,
  foreign,
}: {
  method: Method;
  given: string;
  foreign: ForeignRate | undefined;
}) {
  const { state, desk, device } = useTill();
  const { t, format } = useWords();
  const { currency } = device.store;
  const due = dueOf(state);
  const refund = due < 0n;
  const plan = refundPlanOf(state);
  const actions = useMemo(
    () => ({
      showKeys: () => undefined,
      confirmSearch: () => undefined,
      walkResults: () => false,
      leavePane: () => false,
    }),
    [],
  );
  useTillKeys(desk, actions);
  // Whatever was tapped on the way: Enter takes the money, and does not tap again.
  useEffect(
    () => document.getElementById(GIVEN_FIELD)?.focus(),
    [method, foreign, state.tip, state.tenders.length],
  );

  // In which money it is given, and how much of that is due.
  const paidIn = foreign?.currency ?? currency;
  const digits = minorDigitsOf(paidIn);
  const dueThere = foreign && due > 0n ? neededAt(due, foreign) : due;
  const handed = parseAmount(parseTyped(given, digits) ?? '');
  const typed = foreign && handed !== null ? worthAt(handed, foreign.rate, desk.minorDigits) : handed;
  const change = typed !== null && method === 'CASH' && typed > due ? minus(typed, due) : null;
  const short = typed !== null && typed > 0n && typed < due ? minus(due, typed) : null;

  return (
    <div className={styles.payPane}>
      <PaneHead title={refund ? t('pay.refundTitle') : t('pay.title')}>
        <Amount value={refund ? negated(due) : due} currency={currency} withCurrency className={styles.due} />
      </PaneHead>

      {state.tenders.length > 0 && (
        <ul className={styles.tenders} aria-label={t('pay.tenders')}>
          {state.tenders.map((tender, at) => (
            <li key={at}>
              <span>
                {tender.foreign
                  ? t('pay.atRate', {
                      given: format.money(tender.foreign.amount, tender.foreign.currency, true),
                      rate: format.rate(tender.foreign.rate),
                    })
                  : tender.type === 'CASH'
                    ? t('pay.cash')
                    : t('pay.card')}
              </span>
              <Amount value={tender.amount} currency={currency} />
              {tender.type === 'CASH' && (
                <Button look="quiet" onClick={() => desk.act({ type: 'untender', index: at })}>
                  {t('pay.takeOut')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}

      {refund && <RefundParts plan={plan} method={method} />}
      {(!refund || plan.parts.some(goesToCard)) && (
        <div className={styles.methods} role="group" aria-label={t('pay.methods')}>
          {refund && <MethodButton method="AS_PAID" chosen={method} />}
          <MethodButton method="CASH" chosen={method} />
          {!refund && <MethodButton method="CARD" chosen={method} />}
        </div>
      )}

      {!refund && due !== 0n && (
        <div className={styles.givenRow}>
          <div className={styles.givenAs}>
            <label htmlFor={GIVEN_FIELD}>{method === 'CASH' ? t('pay.given') : t('pay.charge')}</label>
            {device.store.asksForTips && !standsAlone(state.deposit) && <TipButton spare={change} />}
            {method === 'CASH' && <Currencies chosen={foreign} />}
          </div>
          <input
            id={GIVEN_FIELD}
            className={styles.given}
            inputMode={window.matchMedia('(pointer: coarse)').matches ? 'none' : 'decimal'}
            autoComplete="off"
            placeholder={format.money(dueThere, paidIn)}
            value={given}
            onChange={(event) => desk.typed({ type: 'given', given: event.target.value })}
          />
          <p className={styles.outlook} role="status">
            {foreign && typed !== null && `= ${format.money(typed, currency, true)}`}
            {foreign && (change ?? short) !== null && ' · '}
            {change !== null && t('pay.changeWillBe', { amount: format.money(change, currency) })}
            {short !== null && t('pay.stillOpen', { amount: format.money(short, currency) })}
          </p>
        </div>
      )}
      {(refund || due === 0n) && (
        <input
          id={GIVEN_FIELD}
          className="visually-hidden"
          aria-label={t('pay.confirmField')}
          readOnly
          value=""
        />
      )}

      {!refund && method === 'CASH' && due > 0n && (
        <div className={styles.offers} role="group" aria-label={t('pay.offers')}>
          {likelyCashAmounts(dueThere, digits).map((offer) => (
            <Button
              key={offer.toString()}
              onClick={() => {
                desk.typed({ type: 'given', given: format.money(offer, paidIn) });
                desk.confirmTender();
              }}
            >
              <Amount value={offer} currency={paidIn} />
            </Button>
          ))}
        </div>
      )}

      {!refund && due !== 0n && (
        <NumberPad text={given} change={(text) => desk.typed({ type: 'given', given: text })} />
      )}

      <Button look="primary" big onClick={() => desk.confirmTender()} aria-keyshortcuts="Enter">
        {confirmWords()}
      </Button>
    </div>
  );

  function confirmWords(): string {
    const priced = pricedOf(state);
    if (due === 0n && priced.lines.length > 0) return t('pay.complete');
    if (refund) {
      const amount = format.money(negated(due), currency);
      if (method === 'CASH' || !plan.parts.some(goesToCard)) return t('pay.refundCash', { amount });
      return plan.parts.every(goesToCard) ? t('pay.refundCard', { amount }) : t('pay.giveBack', { amount });
    }
    const amount = format.money(handed !== null && handed > 0n ? handed : dueThere, paidIn, !!foreign);
    return method === 'CASH' ? t('pay.takeCash', { amount }) : t('pay.chargeCard', { amount });
  }
}

/** Which money the cash is, where the store takes more than its own; what is chosen stands by its rate. */
function Currencies({ chosen }: { chosen: ForeignRate | undefined }) {
  const { desk, device } = useTill();
  const { t, format } = useWords();
  const { currency, foreignCash } = device.store;
  if (!foreignCash?.length) return null;
  return (
    <div className={styles.currencies} role="group" aria-label={t('pay.currency')}>
      {[undefined, ...foreignCash].map((each) => (
        <Button
          key={each?.currency ?? currency}
          aria-pressed={each?.currency === chosen?.currency}
          onClick={() => desk.payIn(each)}
        >
          {each ? `${each.currency} ${format.rate(each.rate)}` : currency}
        </Button>
      ))}
    </div>
  );
}

/** What the customer gives on top; change that they leave is taken as it stands. */
function TipButton({ spare }: { spare: AmountValue | null }) {
  const { desk, device, state } = useTill();
  const { t, format } = useWords();
  const money = (value: AmountValue) => format.money(value, device.store.currency);
  const tip = tipOf(state);
  if (spare !== null)
    return (
      <Button onClick={() => desk.act({ type: 'tip', tip: plus(tip, spare) })}>
        {t('pay.keepChange', { amount: money(spare) })}
      </Button>
    );
  return (
    <Button onClick={() => desk.askForTip()} shortcut="+">
      {tip === 0n ? t('pay.tip') : t('pay.tipOf', { amount: money(tip) })}
    </Button>
  );
}

/** Where the money goes, before it goes there. */
function RefundParts({ plan, method }: { plan: RefundPlan; method: Method }) {
  const { device } = useTill();
  const { t, format } = useWords();
  const money = (value: AmountValue) => format.money(value, device.store.currency);
  if (plan.tooMuch > 0n) return <Note tone="bad">{t('pay.tooMuch', { amount: money(plan.tooMuch) })}</Note>;
  const others = cashForOthers(plan.parts.filter((part) => method === 'CASH' || !goesToCard(part)));
  return (
    <>
      {method === 'AS_PAID' && (
        <ul className={styles.tenders} aria-label={t('pay.goesBack')}>
          {plan.parts.map((part, at) => (
            <li key={at}>
              <span>{goesToCard(part) ? t('pay.backToCard') : t('pay.cash')}</span>
              <Amount value={part.amount} currency={device.store.currency} />
            </li>
          ))}
        </ul>
      )}
      {others > 0n && <Note tone="info">{t('pay.notPaidInCash', { amount: money(others) })}</Note>}
    </>
  );
}

function MethodButton({ method, chosen }: { method: Method; chosen: Method }) {
  const { desk, state } = useTill();
  const { t } = useWords();
  const Icon = method === 'CASH' ? Banknote : method === 'CARD' ? CreditCard : Undo2;
  const refund = dueOf(state) < 0n;
  return (
    <Button
      className={styles.method ?? ''}
      aria-pressed={method === chosen}
      onClick={() => desk.pay(method)}
      {...(method === chosen ? {} : { shortcut: 'F9' })}
    >
      <Icon size={22} aria-hidden="true" />
      {t(
        method === 'AS_PAID'
          ? 'pay.asPaid'
          : method === 'CARD'
            ? 'pay.card'
            : refund
              ? 'pay.allCash'
              : 'pay.cash',
      )}
    </Button>
  );
}
