import { useWords } from '../i18n';
import { QrPicture } from './QrPicture';
import type { Receipt } from './receipt';
import { receiptRows, type ReceiptRow } from './receipt-rows';
import styles from './receipt.module.css';

/** The receipt as the customer gets it. */
export function ReceiptPaper({ receipt }: { receipt: Receipt }) {
  const { t } = useWords();
  return (
    <section className={styles.paper} aria-label={t('receipt.title')} dir={receipt.direction}>
      {receiptRows(receipt).map((row, at) => (
        <Row key={at} row={row} />
      ))}
    </section>
  );
}

function Row({ row }: { row: ReceiptRow }) {
  if (row.look === 'rule') return <hr />;
  if (row.look === 'code') return <QrPicture content={row.left} className={styles.code} />;
  if (row.cells) {
    return (
      <div className={`${styles.row} ${styles.table} ${styles[row.look]}`}>
        {row.cells.map((cell, at) => (
          <span key={at}>{cell}</span>
        ))}
      </div>
    );
  }
  return (
    <div className={`${styles.row} ${styles[row.look]}`}>
      <span>{row.left}</span>
      {row.right && <span className={styles.amount}>{row.right}</span>}
    </div>
  );
}
