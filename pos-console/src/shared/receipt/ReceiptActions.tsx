import { Download, Printer } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n';
import { Button } from '../ui/controls';
import { Note } from '../ui/states';
import type { Receipt } from './receipt';
import styles from './receipt.module.css';
import { Printed } from '../ui/Printed';
import { ReceiptPaper } from './ReceiptPaper';
import { savePdf } from './save-pdf';

/** Print through the browser, save, and whatever else there is to do with a receipt. */
export function ReceiptActions({ receipt, children }: { receipt: Receipt; children?: ReactNode }) {
  const { t } = useWords();
  return (
    <div className={styles.actions}>
      <Button onClick={() => window.print()}>
        <Printer size={20} aria-hidden="true" />
        {t('receipt.print')}
      </Button>
      <SavePdf receipt={receipt} />
      {children}
      <Printed>
        <ReceiptPaper receipt={receipt} />
      </Printed>
    </div>
  );
}

export function SavePdf({ receipt }: { receipt: Receipt }) {
  const { t } = useWords();
  const [failed, setFailed] = useState(false);
  return (
    <>
      <Button
        onClick={() =>
          void savePdf(receipt).then(
            () => setFailed(false),
            () => setFailed(true),
          )
        }
      >
        <Download size={20} aria-hidden="true" />
        {t('receipt.pdf')}
      </Button>
      {failed && (
        <Note tone="bad" live>
          {t('receipt.pdfFailed')}
        </Note>
      )}
    </>
  );
}
