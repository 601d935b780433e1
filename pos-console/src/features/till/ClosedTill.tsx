import { useLiveQuery } from 'dexie-react-hooks';
import { amount, minorDigitsOf } from '@/domain/decimal';
import { closingFigures } from '@/domain/till-closing';
import { database, type OutboxClosing } from '@/offline/database';
import { salesOfSession } from '@/offline/sale-journal';
import { acknowledgeClosing, type Device } from '@/offline/till-device';
import { useWords } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { Loading, Note } from '@/shared/ui/states';
import { ClosingFigures } from './ClosingFigures';
import start from './start.module.css';

/** What the closing came to: the server's figures as soon as it has answered, until then this device's own, and so called. */
export function ClosedTill({ device, closing }: { device: Device; closing: OutboxClosing }) {
  const { t, format } = useWords();
  const estimate = useEstimate(device, closing);
  const { store, till } = device;
  const { answer } = closing;
  return (
    <main className={start.page}>
      <section className={start.card} aria-labelledby="closed-till">
        <h1 id="closed-till">{t('closed.title', { till: till.name })}</h1>
        <p>{t('closed.at', { when: format.dateTime(closing.body.closedAt, store.timeZone) })}</p>
        {answer ? <p>{t('closed.byServer')}</p> : <NotAnswered closing={closing} />}
        {answer ? (
          <ClosingFigures figures={answer} currency={store.currency} />
        ) : estimate ? (
          <ClosingFigures figures={estimate} currency={store.currency} />
        ) : (
          <Loading rows={4} />
        )}
        <Button look="primary" big onClick={() => void acknowledgeClosing(database, closing.id)}>
          {t('closed.next')}
        </Button>
      </section>
    </main>
  );
}

/** Why these are not the server's figures. */
function NotAnswered({ closing }: { closing: OutboxClosing }) {
  const { t } = useWords();
  const { token } = useSession();
  if (closing.problem)
    return (
      <Note tone="bad" live>
        {t('closed.refused', { reason: closing.problem.detail })}
      </Note>
    );
  const offline = token !== 'valid' || closing.attempts > 0;
  return (
    <Note tone={offline ? 'warn' : 'info'} live>
      {t(offline ? 'closed.estimateOffline' : 'closed.estimate')}
    </Note>
  );
}

function useEstimate(device: Device, closing: OutboxClosing) {
  return useLiveQuery(async () => {
    const session = await database.tillSessions.get(closing.id);
    const sales = await salesOfSession(database, closing.id);
    return closingFigures(
      amount(session?.openingFloat ?? '0'),
      amount(closing.body.countedCash),
      sales.map((sale) => sale.body),
      minorDigitsOf(device.store.currency),
    );
  }, [closing.id]);
}
