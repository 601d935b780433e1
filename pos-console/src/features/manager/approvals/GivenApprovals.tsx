import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { get, query, type Page } from '@/shared/http/api';
import type { ApprovalRow } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayManage, useSession } from '@/shared/session/session';
import { Amount, Choice } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { addressOf } from '../address';
import manager from '../manager.module.css';
import { usePlace } from '../place';

const MOST = 500;

/** Who approved what for whom, the latest first; by cashier and by approver. */
export function GivenApprovals() {
  const { t } = useWords();
  const { store } = usePlace();
  const [cashier, setCashier] = useState('');
  const [approver, setApprover] = useState('');
  const loaded = useQuery({
    queryKey: ['approvals', store.id],
    queryFn: () => get<Page<ApprovalRow>>(`/api/approvals${query({ storeId: store.id, limit: MOST })}`),
  });
  if (loaded.error) return <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />;
  if (!loaded.data) return <Loading rows={5} />;
  const all = loaded.data.items;
  if (all.length === 0)
    return (
      <EmptyState icon={<ShieldCheck size={32} aria-hidden="true" />} title={t('approvals.noneGiven')}>
        <p>{t('approvals.noneGivenHelp')}</p>
      </EmptyState>
    );
  const shown = all.filter(
    (row) => (cashier === '' || row.cashier === cashier) && (approver === '' || row.approver === approver),
  );
  return (
    <section className={manager.panel} aria-label={t('approvals.view.given')} tabIndex={0}>
      <div className={manager.filters}>
        <Choice
          label={t('approvals.for')}
          value={cashier}
          options={counted(
            all.map((row) => ({ id: row.cashier, name: row.cashierName })),
            t('approvals.everybody'),
          )}
          onChange={(event) => setCashier(event.target.value)}
        />
        <Choice
          label={t('approvals.by')}
          value={approver}
          options={counted(
            all.map((row) => ({ id: row.approver, name: row.approverName })),
            t('approvals.everybody'),
          )}
          onChange={(event) => setApprover(event.target.value)}
        />
      </div>
      <table className={manager.table}>
        <thead>
          <tr>
            <th scope="col">{t('approvals.when')}</th>
            <th scope="col">{t('approvals.what')}</th>
            <th scope="col" data-number>
              {t('approvals.upTo')}
            </th>
            <th scope="col">{t('approvals.for')}</th>
            <th scope="col">{t('approvals.by')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            <Row key={`${row.documentId} ${at}`} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { row: ApprovalRow }) {
  const { t, format } = useWords();
  const { user } = useSession();
  const { store } = usePlace();
  const when = format.dateTime(row.givenAt, store.timeZone);
  return (
    <tr>
      <th scope="row">
        {row.documentKind === 'SALE' && mayManage(user) ? (
          <Link href={addressOf('/sales', { store: store.id, sale: row.documentId })}>{when}</Link>
        ) : (
          when
        )}
      </th>
      <td>
        {t(`approvals.action.${row.action}`)}
        <span className={manager.sub}>{t(`approvals.how.${row.how}`)}</span>
      </td>
      <td data-number>
        {row.percent ? `${format.quantity(row.percent)} %` : ''}
        {row.difference && <Amount value={row.difference} currency={row.currency} className={manager.does} />}
      </td>
      <td>{row.cashierName}</td>
      <td>{row.approverName}</td>
    </tr>
  );
}

/** Everybody, then each with how many, the most first. */
function counted(people: readonly { id: string; name: string }[], everybody: string) {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { id, name } of people) counts.set(id, { name, count: (counts.get(id)?.count ?? 0) + 1 });
  return [
    { value: '', text: everybody },
    ...[...counts]
      .sort(([, a], [, b]) => b.count - a.count)
      .map(([value, { name, count }]) => ({ value, text: `${name} (${count})` })),
  ];
}
