import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { amount } from '@/domain/decimal';
import { get, query, type Page } from '@/shared/http/api';
import type { Store, TillSession } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Amount, Button } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { ReportSheet } from './ReportSheet';
import styles from './shift.module.css';
import { useLiveTills } from './use-live-tills';

const EVERY_MS = 30_000;

/** The drawers closed on this trading day, each with its Z report. */
export function ClosedToday({ store, today }: { store: Store; today: string }) {
  const { t, format } = useWords();
  const live = useLiveTills(store.id);
  const [open, setOpen] = useState<TillSession | null>(null);
  const closed = useQuery({
    queryKey: ['closed-sessions', store.id, today],
    queryFn: () =>
      get<Page<TillSession>>(
        `/api/till-sessions${query({ storeId: store.id, state: 'CLOSED', businessDate: today })}`,
      ),
    refetchInterval: EVERY_MS,
  });
  const nameOf = (tillId: string) => live.data?.items.find((till) => till.tillId === tillId)?.name ?? tillId;
  const sessions = closed.data?.items ?? [];
  return (
    <section className={styles.panel} aria-labelledby="z-reports">
      <h2 id="z-reports">{t('shift.zReports')}</h2>
      {closed.error ? (
        <FailureState failure={closed.error} retry={() => void closed.refetch()} />
      ) : closed.isPending ? (
        <Loading rows={3} />
      ) : sessions.length === 0 ? (
        <EmptyState title={t('shift.noZ', { date: format.date(today) })}>
          <p>{t('shift.noZHelp')}</p>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {sessions.map((session) => (
            <li key={session.id}>
              <span>
                <strong>{t('report.z', { number: session.closing?.zNumber ?? 0 })}</strong>{' '}
                {nameOf(session.tillId)} · {t('shift.drawer', { drawer: session.drawer })}
                <small>
                  {format.time(session.closing?.closedAt ?? session.openedAt, store.timeZone)} ·{' '}
                  {session.closing?.closedByName}
                  {amount(session.closing?.difference ?? '0') !== 0n && (
                    <>
                      {' · '}
                      {t('close.difference')}{' '}
                      <Amount
                        value={session.closing?.difference ?? '0'}
                        currency={session.currency}
                        withCurrency
                      />
                    </>
                  )}
                </small>
              </span>
              <Button onClick={() => setOpen(session)}>{t('shift.report')}</Button>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <ReportSheet
          sessionId={open.id}
          tillName={nameOf(open.tillId)}
          store={store}
          close={() => setOpen(null)}
        />
      )}
    </section>
  );
}
