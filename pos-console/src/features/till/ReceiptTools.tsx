import { useLiveQuery } from '@/offline/live';
import { Gift, Printer, Receipt } from 'lucide-react';
import { useMemo, useState } from 'react';
import { database, type OutboxSale, type PrintJob } from '@/offline/database';
import { askForMail } from '@/offline/ask-for-mail';
import { looksLikeAddress, receiptMails } from '@/offline/receipt-mails';
import { openPrintJobs } from '@/offline/printing/print-queue';
import { printerSetting } from '@/offline/printing/printer-setting';
import { useWords } from '@/shared/i18n';
import type { ReceiptKind } from '@/shared/receipt/receipt';
import { SavePdf } from '@/shared/receipt/ReceiptActions';
import { MailNotes, MailReceipt } from '@/shared/receipt/MailReceipt';
import { ReceiptPaper } from '@/shared/receipt/ReceiptPaper';
import { Printed } from '@/shared/ui/Printed';
import { useReceipt } from '@/shared/receipt/use-receipt';
import { Button } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { Note } from '@/shared/ui/states';
import { printReceipt, receiptData } from './printing';
import { addressOf } from './shelf';
import { useTill } from './till-context';
import styles from './till.module.css';

/** Everything about the receipt of a sale just made. None of it stands in the way of the next one. */
export default function ReceiptTools({ sale }: { sale: OutboxSale }) {
  const { device } = useTill();
  const { t } = useWords();
  const [showReceipt, setShowReceipt] = useState(false);
  const [failed, setFailed] = useState(false);
  const data = useMemo(() => receiptData(sale, device), [sale, device]);
  const receipt = useReceipt(data);
  const printer = useLiveQuery(
    async (db) => ({
      set: (await printerSetting(db)).connection !== 'none',
      mails: await receiptMails(db, sale.id),
      jobs: await db.printJobs.where('saleId').equals(sale.id).toArray(),
      open: (await openPrintJobs(db))[0] ?? null,
    }),
    [sale.id],
  );
  if (!receipt || !printer) return <div className={styles.paidActions} />;

  const again = printer.jobs.some(({ kind }) => kind === 'original');
  const print = (kind: ReceiptKind) =>
    void printReceipt(sale.id, data, kind).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <>
      <div className={styles.paidActions}>
        <Button onClick={() => setShowReceipt(true)}>
          <Receipt size={20} aria-hidden="true" />
          {t('paid.receipt')}
        </Button>
        <Button onClick={() => (printer.set ? print(again ? 'copy' : 'original') : window.print())}>
          <Printer size={20} aria-hidden="true" />
          {t(again ? 'printing.copy' : 'receipt.print')}
        </Button>
        {printer.set && (
          <Button onClick={() => print('gift')}>
            <Gift size={20} aria-hidden="true" />
            {t('printing.gift')}
          </Button>
        )}
        <SavePdf receipt={receipt} />
        <MailReceipt
          send={(address) => askForMail(database, sale.id, data, address)}
          valid={looksLikeAddress}
          offered={() => addressOf(sale.body.customerId)}
        />
      </div>
      <MailNotes mails={printer.mails} />
      {failed && (
        <Note tone="bad" live>
          {t('printing.notMade')}
        </Note>
      )}
      <PrintNote jobs={printer.jobs} open={printer.open} />
      <Printed>
        <ReceiptPaper receipt={receipt} />
      </Printed>
      {showReceipt && (
        <Dialog title={t('receipt.title')} onClose={() => setShowReceipt(false)}>
          <ReceiptPaper receipt={receipt} />
        </Dialog>
      )}
    </>
  );
}

/** How the printing goes, in words; nothing while all is well. */
function PrintNote({ jobs, open }: { jobs: readonly PrintJob[]; open: PrintJob | null }) {
  const { t } = useWords();
  if (open?.held) {
    return (
      <Note tone="warn" live>
        {t('printing.held', { why: t(`printing.state.${open.held}`) })}
      </Note>
    );
  }
  return jobs.some(({ state }) => state === 'uncertain') ? (
    <Note tone="warn" live>
      {t('printing.uncertain')}
    </Note>
  ) : null;
}
