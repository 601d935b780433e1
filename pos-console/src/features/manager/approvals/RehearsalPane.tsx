import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { dateShifted } from '@/domain/business-date';
import { request } from '@/shared/http/api';
import type { ApprovalTerms, Rehearsal } from '@/shared/http/shapes';
import { wishWords } from '@/shared/approval-words';
import { useWords } from '@/shared/i18n';
import { Amount, Choice } from '@/shared/ui/controls';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import { addressOf } from '../address';
import { useSettled } from '../effect/use-settled';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import styles from './approvals.module.css';

const PERIODS = ['7', '30', '90'] as const;
const PAUSE_MS = 500;

/** What these rules would have asked for in sales that are past: how often, of whom, and in which. */
export function RehearsalPane({ terms }: { terms: ApprovalTerms | null }) {
  const { t } = useWords();
  const { store, today } = usePlace();
  const [days, setDays] = useState<(typeof PERIODS)[number]>('30');
  const settled = useSettled(JSON.stringify(terms?.rules ?? null), PAUSE_MS);
  const loaded = useQuery<Rehearsal>({
    queryKey: ['approval-rehearsal', store.id, today, days, settled],
    enabled: terms !== null,
    placeholderData: (before) => before,
    queryFn: ({ signal }) =>
      request<Rehearsal>(
        'POST',
        '/api/approval-policies/rehearsals',
        { storeId: store.id, from: dateShifted(today, 1 - Number(days)), to: today, terms },
        { signal, timeoutMs: 60_000 },
      ),
  });
  return (
    <section className={styles.rehearsal} aria-labelledby="rehearsal">
      <h2 id="rehearsal">{t('approvals.rehearsal')}</h2>
      <Choice
        label={t('approvals.period')}
        value={days}
        options={PERIODS.map((value) => ({ value, text: t('approvals.days', { count: Number(value) }) }))}
        onChange={(event) => setDays(event.target.value as (typeof PERIODS)[number])}
      />
      {terms === null ? (
        <Note tone="info">{t('approvals.mendFirst')}</Note>
      ) : loaded.error ? (
        <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />
      ) : loaded.data ? (
        <Outcome rehearsal={loaded.data} />
      ) : (
        <Loading rows={3} />
      )}
    </section>
  );
}

function Outcome({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const [most] = rehearsal.byCashier;
  return (
    <>
      <p role="status" className={styles.verdict}>
        {rehearsal.approvals === 0
          ? t('approvals.noneNeeded')
          : t('approvals.neededSum', { count: rehearsal.approvals })}{' '}
        {most &&
          rehearsal.byCashier.length > 1 &&
          t('approvals.mostBy', { count: most.approvals, name: most.cashierName })}
      </p>
      <ul className={styles.counts}>
        {rehearsal.byAction.map(({ action, approvals }) => (
          <li key={action}>
            {t(`approvals.action.${action}`)} <strong>{format.number(approvals)}</strong>
          </li>
        ))}
        {rehearsal.byCashier.map(({ cashier, cashierName, approvals }) => (
          <li key={cashier}>
            {cashierName} <strong>{format.number(approvals)}</strong>
          </li>
        ))}
      </ul>
      {rehearsal.items.length > 0 && (
        <details className={manager.asTable}>
          <summary>{t('approvals.behind', { count: rehearsal.sales })}</summary>
          <ul className={styles.behind}>
            {rehearsal.items.map((sale) => (
              <li key={sale.saleId}>
                <Link href={addressOf('/sales', { store: store.id, sale: sale.saleId })}>
                  {format.dateTime(sale.occurredAt, store.timeZone)}
                </Link>
                <span>
                  {sale.cashierName}
                  {': '}
                  {sale.needed
                    .map(({ deed }) =>
                      wishWords(
                        {
                          ...deed,
                          subject:
                            typeof deed.lineNo === 'number'
                              ? t('approvals.line', { line: deed.lineNo })
                              : null,
                        },
                        sale.currency,
                        t,
                        format,
                      ),
                    )
                    .join('; ')}
                </span>
                <Amount value={sale.total} currency={sale.currency} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className={manager.count}>{t('approvals.rehearsalLimit')}</p>
    </>
  );
}
