import { useLiveQuery } from '@/offline/live';
import { lazy, Suspense, useMemo, useState } from 'react';
import { MOVEMENT_KINDS, type CashMovement, type MovementKind } from '@/domain/cash-movement';
import { amount } from '@/domain/decimal';
import { uuidV7 } from '@/domain/uuid';
import { journalOf, moveCash } from '@/offline/cash-drawer';
import { database } from '@/offline/database';
import { chooseDrawer } from '@/offline/till-device';
import { loadLaterWords, useWords } from '@/shared/i18n';
import { reasonWords } from '@/shared/report/session-report';
import { Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import { shopTime } from '@/shared/shop-clock';
import { approvalsAsWritten } from './approving';
import { CashMovementForm } from './CashMovementForm';
import styles from './drawer.module.css';
import { HandOverForm } from './HandOverForm';
import { PaneHead } from './PaneHead';
import { openDrawer } from './printing';
import { usePresence, useTill } from './till-context';
import { useTillKeys } from './till-keys';
import { begun } from './till-state';
import till from './till.module.css';
import { XReport } from './XReport';

const NearbyTills = lazy(async () => {
  const [tills] = await Promise.all([import('./edge/NearbyTills'), loadLaterWords()]);
  return tills;
});

type Movement = Omit<CashMovement, 'movedAt'>;
type Step = MovementKind | 'menu' | 'report' | 'hand-over';

/** Everything about the drawer but selling: cash in and out, a look at the figures, the next cashier, the closing. */
export default function DrawerPane() {
  const { desk, device, session, state } = useTill();
  const { t, format } = useWords();
  const { person } = usePresence();
  const [step, setStep] = useState<Step>('menu');
  const [said, setSaid] = useState<string | null>(null);
  const { currency } = device.store;

  const actions = useMemo(
    () => ({
      showKeys: () => undefined,
      confirmSearch: () => undefined,
      walkResults: () => false,
      leavePane: () => {
        if (step === 'menu') return false;
        setStep('menu');
        return true;
      },
    }),
    [step],
  );
  useTillKeys(desk, actions);

  const move = (movement: Movement) => {
    const { kind, amount: text, note, reason } = movement;
    if (kind !== 'PAY_OUT' && kind !== 'NO_SALE') return void moved(movement);
    const deed = { action: kind, amount: amount(text), of: amount(text) };
    desk.needsApproval(deed, note ?? reasonWords(reason, t), (given) => {
      const approvals = approvalsAsWritten(given, desk.minorDigits);
      void moved(approvals.length === 0 ? movement : { ...movement, approvals });
    });
  };
  const moved = async (movement: Movement) => {
    const now = { movedAt: shopTime().toISOString(), doneBy: { id: person.id, name: person.name } };
    await moveCash(database, session, { ...movement, ...now }, person.name);
    const opens = openDrawer(uuidV7());
    setSaid(
      t(`cash.done.${movement.kind}`, {
        amount: format.money(movement.amount, currency, true),
        reason: movement.note ?? reasonWords(movement.reason, t),
      }),
    );
    setStep('menu');
    if (!(await opens)) setSaid(t('notice.drawer-shut'));
  };

  const items: readonly (readonly [string, () => void])[] = [
    ...MOVEMENT_KINDS.map((kind) => [t(`cash.${kind}`), () => setStep(kind)] as const),
    [t('report.x'), () => setStep('report')],
    [t('drawer.handOver'), () => setStep('hand-over')],
    [t('sell.close'), () => desk.act({ type: 'pane', pane: { name: 'closing' } })],
    ...((device.till.drawers ?? 1) > 1
      ? [
          [
            t('drawer.other'),
            () => {
              if (begun(state)) setSaid(t('drawer.finishFirst'));
              else void chooseDrawer(database, device.till.id, null);
            },
          ] as const,
        ]
      : []),
  ];

  return (
    <div
      className={till.sidePane}
      onKeyDown={(event) => {
        const chosen = step === 'menu' ? items[Number(event.key) - 1] : undefined;
        if (!chosen) return;
        // The digit is no part of what is typed next.
        event.preventDefault();
        chosen[1]();
      }}
    >
      <PaneHead title={step === 'menu' ? t('drawer.title') : stepTitle(step, t)} />
      {step === 'menu' ? (
        <>
          {said && (
            <Note tone="good" live>
              {said}
            </Note>
          )}
          <div className={styles.menu}>
            {items.map(([words, act], at) => (
              <Button key={words} shortcut={String(at + 1)} autoFocus={at === 0} onClick={act}>
                {words}
              </Button>
            ))}
          </div>
          <MovedToday />
          <Suspense>
            <NearbyTills />
          </Suspense>
        </>
      ) : step === 'report' ? (
        <XReport />
      ) : step === 'hand-over' ? (
        <HandOverForm
          done={(words) => {
            setSaid(words);
            setStep('menu');
          }}
        />
      ) : (
        <CashMovementForm kind={step} currency={currency} minorDigits={desk.minorDigits} move={move} />
      )}
    </div>
  );
}

const stepTitle = (step: Exclude<Step, 'menu'>, t: ReturnType<typeof useWords>['t']) =>
  step === 'report' ? t('report.x') : step === 'hand-over' ? t('drawer.handOver') : t(`cash.${step}`);

/** What was moved in this session so far, newest first. */
function MovedToday() {
  const { device, session } = useTill();
  const { t, format } = useWords();
  const journal = useLiveQuery((db) => journalOf(db, session.id), [session.id]);
  if (!journal || journal.movements.length === 0) return null;
  const { currency, timeZone } = device.store;
  return (
    <section aria-labelledby="moved">
      <h3 id="moved">{t('drawer.moved')}</h3>
      <ul className={styles.moved}>
        {journal.movements.toReversed().map(({ id, body, cashierName }) => (
          <li key={id}>
            <span>{t(`cash.${body.kind}`)}</span>
            {amount(body.amount) !== 0n && (
              <strong>
                {body.kind === 'PAY_IN' ? '+' : '−'}
                {format.money(body.amount, currency)}
              </strong>
            )}
            <small>
              {[format.time(body.movedAt, timeZone), reasonWords(body.reason, t), body.note, cashierName]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
