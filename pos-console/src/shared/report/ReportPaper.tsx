import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { receiptCount } from '@/domain/receipt-number';
import type { SessionFigures } from '@/domain/session-figures';
import type { SessionReport } from '../http/shapes';
import { useWords } from '../i18n';
import { Button } from '../ui/controls';
import { Printed } from '../ui/Printed';
import { Note } from '../ui/states';
import styles from './report.module.css';
import { reportRows, type ReportHead, type ReportPlace, type ReportRow } from './session-report';

/** A report as it is printed. What came after a Z report stands beside it, never in its place. */
export function ReportPapers({
  report,
  place,
  children,
}: {
  report: SessionReport;
  place: ReportPlace;
  children?: ReactNode;
}) {
  const { t, format } = useWords();
  const { corrected, lateSales } = report;
  return (
    <div className={styles.report}>
      {corrected && (
        <Note tone="warn">
          {lateSales.length > 0
            ? t('report.late', {
                count: lateSales.length,
                receipts: format.list(lateSales.map(({ receiptNumber }) => receiptCount(receiptNumber))),
              })
            : t('report.lateMovements')}
        </Note>
      )}
      {children}
      <div className={styles.papers}>
        <Paper head={report} figures={report.figures} place={place} />
        {corrected && <Paper head={report} figures={corrected} place={place} corrected />}
      </div>
      <div className={styles.actions}>
        <Button onClick={() => window.print()}>
          <Printer size={20} aria-hidden="true" />
          {t('receipt.print')}
        </Button>
      </div>
      <Printed>
        <Paper head={report} figures={report.figures} place={place} />
        {corrected && <Paper head={report} figures={corrected} place={place} corrected />}
      </Printed>
    </div>
  );
}

function Paper({
  head,
  figures,
  place,
  corrected = false,
}: {
  head: ReportHead;
  figures: SessionFigures;
  place: ReportPlace;
  corrected?: boolean;
}) {
  const { t, format } = useWords();
  const rows = reportRows(head, figures, place, t, format, corrected);
  return (
    <section className={styles.paper} aria-label={rows[0]?.left}>
      {rows.map((row, at) => (
        <Row key={at} row={row} />
      ))}
    </section>
  );
}

function Row({ row }: { row: ReportRow }) {
  if (row.look === 'rule') return <hr />;
  return (
    <div className={`${styles.row} ${styles[row.look] ?? ''}`}>
      <span>{row.left}</span>
      {row.right && <span className={styles.amount}>{row.right}</span>}
    </div>
  );
}
