import { useLiveQuery } from '@/offline/live';
import { useEffect, useRef, useState } from 'react';
import { disagreements } from '@/domain/session-figures';
import { journalOf, noteReport } from '@/offline/cash-drawer';
import { database } from '@/offline/database';
import { get } from '@/shared/http/api';
import type { SessionReport } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { ReportPapers } from '@/shared/report/ReportPaper';
import { onlySells, useSession } from '@/shared/session/session';
import { Loading, Note } from '@/shared/ui/states';
import { shopTime } from '@/shared/shop-clock';
import { localReport } from './local-report';
import { useTill } from './till-context';

/** The figures of the running session from this device's own journal, with what the server has of it beside. */
export function XReport() {
  const { desk, device, session, online } = useTill();
  const { user } = useSession();
  const journal = useLiveQuery((db) => journalOf(db, session.id), [session.id]);
  const [theirs, setTheirs] = useState<SessionReport | null>(null);
  const unsent = journal?.unsent ?? 0;
  useEffect(() => {
    if (!online || unsent > 0) return;
    const stop = new AbortController();
    get<SessionReport>(`/api/till-sessions/${session.id}/report`, { signal: stop.signal })
      .then(setTheirs)
      .catch(() => setTheirs(null));
    return () => stop.abort();
  }, [online, unsent, session.id]);
  const report =
    journal &&
    localReport(session, journal, device.store.currency, desk.minorDigits, { blind: onlySells(user) });
  const noted = useRef(false);
  useEffect(() => {
    if (!report || noted.current) return;
    noted.current = true;
    const readBy = { id: user.subject, name: user.name };
    void noteReport(database, session, {
      ...{ readAt: shopTime().toISOString(), readBy, figures: report.figures },
    });
  }, [report, session, user]);
  if (!report) return <Loading rows={8} />;
  return (
    <ReportPapers
      report={report}
      place={{
        storeName: device.store.name,
        tillName: device.till.name,
        timeZone: device.store.timeZone,
      }}
    >
      <Agreement mine={report} theirs={unsent > 0 ? null : theirs} unsent={unsent} online={online} />
    </ReportPapers>
  );
}

/** Whether the server has the same figures, and where it has not. */
export function Agreement({
  mine,
  theirs,
  unsent,
  online,
}: {
  mine: SessionReport;
  theirs: SessionReport | null;
  unsent: number;
  online: boolean;
}) {
  const { t, format } = useWords();
  if (unsent > 0) return <Note tone="info">{t('report.unsent', { count: unsent })}</Note>;
  if (!theirs) return <Note tone="info">{t(online ? 'report.asking' : 'report.offline')}</Note>;
  const parts = disagreements(mine.figures, theirs.figures);
  return parts.length === 0 ? (
    <Note tone="good">{t('report.agrees')}</Note>
  ) : (
    <Note tone="bad" live>
      {t('report.disagrees', { parts: format.list(parts.map((part) => t(`report.figure.${part}`))) })}
    </Note>
  );
}
