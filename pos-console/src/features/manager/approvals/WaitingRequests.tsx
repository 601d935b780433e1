import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { get, put, type Page } from '@/shared/http/api';
import type { ApprovalRequest } from '@/shared/http/shapes';
import { approverWords, wishWords } from '@/shared/approval-words';
import { useWords } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { Amount, Button, Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading, Note } from '@/shared/ui/states';
import { useStoreNames } from '../place';
import styles from './approvals.module.css';

const LOOK_EVERY_MS = 1_500;
const WAITING = ['approval-requests'];

/** What tills of all stores this person serves ask right now; made for a phone in one hand. */
export function WaitingRequests() {
  const { t } = useWords();
  const loaded = useQuery({
    queryKey: WAITING,
    queryFn: () => get<Page<ApprovalRequest>>('/api/approval-requests'),
    refetchInterval: LOOK_EVERY_MS,
    staleTime: 0,
  });
  if (loaded.error && !loaded.data)
    return <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />;
  if (!loaded.data) return <Loading rows={3} />;
  const { items } = loaded.data;
  return (
    <div aria-live="polite">
      {loaded.error && <Note tone="warn">{t('approvals.stale')}</Note>}
      {items.length === 0 ? (
        <EmptyState icon={<CircleCheck size={32} aria-hidden="true" />} title={t('approvals.nothingWaits')}>
          <p>{t('approvals.nothingWaitsHelp')}</p>
        </EmptyState>
      ) : (
        <ul className={styles.requests}>
          {items.map((request) => (
            <li key={request.id}>
              <Request request={request} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Request({ request }: { request: ApprovalRequest }) {
  const { t, format } = useWords();
  const { user } = useSession();
  const storeName = useStoreNames();
  const { askedBy, currency, basket, wishes } = request;
  const mine = askedBy.id === user.subject;
  const able = user.roles.some((role) =>
    (request.approvers as readonly string[]).includes(role.toUpperCase().replace('-', '_')),
  );
  return (
    <article className={styles.request}>
      <header>
        <h2>
          {t('approvals.asks', { name: askedBy.name })}
          <span>
            {storeName(request.storeId)} · {request.tillId} · {format.time(request.askedAt)}
          </span>
        </h2>
      </header>
      <ul className={styles.wishes}>
        {wishes.map(({ deed, subject }, at) => (
          <li key={at}>{wishWords({ ...deed, subject }, currency, t, format)}</li>
        ))}
      </ul>
      {basket && (
        <table className={styles.basket}>
          <caption className="visually-hidden">{t('approvals.basket')}</caption>
          <tbody>
            {basket.lines.map((line, at) => (
              <tr key={at}>
                <td>
                  {format.quantity(line.quantity)} × {line.name}
                  {Number(line.discount) !== 0 && (
                    <span className={styles.off}>
                      {t('approvals.off', { amount: format.money(line.discount, currency) })}
                    </span>
                  )}
                </td>
                <td>
                  <Amount value={line.amount} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('basket.total')}</th>
              <td>
                <Amount value={basket.total} currency={currency} withCurrency />
              </td>
            </tr>
          </tfoot>
        </table>
      )}
      {mine ? (
        <Note tone="info">{t('approvals.own')}</Note>
      ) : able ? (
        <Decision request={request} />
      ) : (
        <Note tone="info">
          {t('approvals.notYours', { roles: approverWords(request.approvers, t, format) })}
        </Note>
      )}
    </article>
  );
}

function Decision({ request }: { request: ApprovalRequest }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [word, setWord] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const decide = async (approved: boolean) => {
    setBusy(true);
    setFailure(null);
    try {
      await put(`/api/approval-requests/${request.id}/decision`, { approved, word: word.trim() || null });
    } catch (reason) {
      setFailure(reason);
    }
    setBusy(false);
    await queries.invalidateQueries({ queryKey: WAITING });
  };
  return (
    <>
      <Field
        label={t('approvals.word')}
        maxLength={200}
        autoComplete="off"
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      {failure !== null && <FailureState failure={failure} />}
      <div className={styles.decide}>
        <Button big disabled={busy} onClick={() => void decide(false)}>
          {t('approvals.refuse')}
        </Button>
        <Button big look="primary" disabled={busy} onClick={() => void decide(true)}>
          {t('approvals.approve')}
        </Button>
      </div>
    </>
  );
}
