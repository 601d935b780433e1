import { Download, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { receiptLabel } from '@/domain/receipt-number';
import { useWords } from '../i18n';
import { Button } from '../ui/controls';
import { Note } from '../ui/states';
import { receiptRows, type ReceiptData, type ReceiptRow } from './receipt';
import styles from './receipt.module.css';

/** The receipt as the customer gets it. */
export function ReceiptPaper({ data }: { data: ReceiptData }) {
  const { t, format } = useWords();
  return (
    <section className={styles.paper} aria-label={t('receipt.title')}>
      {receiptRows(data, t, format).map((row, at) => (
        <Row key={at} row={row} />
      ))}
    </section>
  );
}

function Row({ row }: { row: ReceiptRow }) {
  if (row.look === 'rule') return <hr />;
  return (
    <div className={`${styles.row} ${styles[row.look]}`}>
      <span>{row.left}</span>
      {row.right && <span className={styles.amount}>{row.right}</span>}
    </div>
  );
}

/** Print and save; printing shows the paper alone, through the print style sheet. */
export function ReceiptActions({ data }: { data: ReceiptData }) {
  const { t, format } = useWords();
  const [failed, setFailed] = useState(false);
  const name = `${receiptLabel(data.till.receiptPrefix, data.document.receiptNumber)}.pdf`;
  const save = async () => {
    try {
      const { receiptPdf } = await import('./receipt-pdf');
      const bytes = await receiptPdf(receiptRows(data, t, format));
      const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/pdf' }));
      const link = Object.assign(document.createElement('a'), { href: url, download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className={styles.actions}>
      <Button onClick={() => window.print()}>
        <Printer size={20} aria-hidden="true" />
        {t('receipt.print')}
      </Button>
      <Button onClick={() => void save()}>
        <Download size={20} aria-hidden="true" />
        {t('receipt.pdf')}
      </Button>
      {failed && (
        <Note tone="bad" live>
          {t('receipt.pdfFailed')}
        </Note>
      )}
      <PrintedReceipt data={data} />
    </div>
  );
}

/** What goes to paper; it is on the page only while the browser prints. */
function PrintedReceipt({ data }: { data: ReceiptData }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  if (!printing) return null;
  return createPortal(
    <div className={`printing ${styles.printOnly}`} aria-hidden="true">
      <ReceiptPaper data={data} />
    </div>,
    document.body,
  );
}
