import { useQuery } from '@tanstack/react-query';
import { get } from '@/shared/http/api';
import type { SessionReport, Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { ReportPapers } from '@/shared/report/ReportPaper';
import { Dialog } from '@/shared/ui/dialog';
import { FailureState, Loading } from '@/shared/ui/states';

/** The X or Z report of a session beside the page, with what came later. */
export function ReportSheet({
  sessionId,
  tillName,
  store,
  close,
}: {
  sessionId: string;
  tillName: string;
  store: Store;
  close: () => void;
}) {
  const { t } = useWords();
  const loaded = useQuery({
    queryKey: ['session-report', sessionId],
    queryFn: () => get<SessionReport>(`/api/till-sessions/${sessionId}/report`),
  });
  return (
    <Dialog title={t('shift.report')} side onClose={close}>
      {loaded.error ? (
        <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />
      ) : loaded.data ? (
        <ReportPapers
          report={loaded.data}
          place={{ storeName: store.name, tillName, timeZone: store.timeZone }}
        />
      ) : (
        <Loading rows={10} height="2rem" />
      )}
    </Dialog>
  );
}
