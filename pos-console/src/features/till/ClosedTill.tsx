import { useLiveQuery } from '@/offline/live';
import { useEffect, useState } from 'react';
import { minorDigitsOf } from '@/domain/decimal';
import { journalOf } from '@/offline/cash-drawer';
import { database, type OutboxClosing } from '@/offline/database';
import { acknowledgeClosing, type Device } from '@/offline/till-device';
import { get } from '@/shared/http/api';
import type { SessionReport } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { ReportPapers } from '@/shared/report/ReportPaper';
import { useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { Loading, Note } from '@/shared/ui/states';
import { ClosingFigures } from './ClosingFigures';
import { localReport } from './local-report';
import start from './start.module.css';
import { Agreement } from './XReport';

/** What the closing came to: the server's Z report as soon as it has answered, until then this device's own, and so called. */
export default function ClosedTill({ device, closing }: { device: Device; closing: OutboxClosing }) {
  const { t, format } = useWords();
  const mine = useOwnReport(device, closing);
  const theirs = useServersReport(closing);
  const { store, till } = device;
  const report = theirs ?? mine;
  return (
    <main className={start.page}>
      <section className={`${start.card} ${start.wide}`} aria-labelledby="closed-till">
        <h1 id="closed-till">{t('closed.title', { till: till.name })}</h1>
        <p>{t('closed.at', { when: format.dateTime(closing.body.closedAt, store.timeZone) })}</p>
        {theirs ? <p>{t('closed.byServer')}</p> : <NotAnswered closing={closing} />}
        {mine && theirs && <Agreement mine={mine} theirs={theirs} unsent={0} online />}
        {report ? (
          <>
            <ClosingFigures
              figures={{
                ...report.figures,
                expectedCash: report.figures.expectedCash ?? '0',
                countedCash: report.figures.countedCash ?? '0',
                difference: report.figures.difference ?? '0',
                foreignCash: report.figures.foreignCash ?? [],
              }}
              currency={store.currency}
            />
            <Button look="primary" big onClick={() => void acknowledgeClosing(database, closing.id)}>
              {t('closed.next')}
            </Button>
            <details>
              <summary>
                {theirs?.zNumber ? t('report.z', { number: theirs.zNumber }) : t('report.zUnnumbered')}
              </summary>
              <ReportPapers
                report={report}
                place={{ storeName: store.name, tillName: till.name, timeZone: store.timeZone }}
              />
            </details>
          </>
        ) : (
          <Loading rows={4} />
        )}
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

function useOwnReport({ store }: Device, closing: OutboxClosing): SessionReport | undefined {
  const { user } = useSession();
  return useLiveQuery(
    async (db) => {
      const session = await db.tillSessions.get(closing.id);
      if (!session) return undefined;
      const { countedCash, closedAt, reason, doneBy, foreign } = closing.body;
      return localReport(
        session,
        await journalOf(db, closing.id),
        store.currency,
        minorDigitsOf(store.currency),
        {
          blind: false,
          closing: {
            ...{ countedCash, closedAt, foreign },
            ...{ closedByName: doneBy?.name ?? user.name, reason: reason ?? null },
          },
        },
      );
    },
    [closing.id, user.name],
  );
}

function useServersReport({ id, answer }: OutboxClosing): SessionReport | null {
  const [report, setReport] = useState<SessionReport | null>(null);
  const accepted = answer !== null;
  useEffect(() => {
    if (!accepted) return;
    const stop = new AbortController();
    get<SessionReport>(`/api/till-sessions/${id}/report`, { signal: stop.signal })
      .then(setReport)
      .catch(() => setReport(null));
    return () => stop.abort();
  }, [id, accepted]);
  return report;
}
