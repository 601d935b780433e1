import { useLiveQuery } from '@/offline/live';
import { receiptMails } from '@/offline/receipt-mails';
import { useWords } from '@/shared/i18n';
import { MailNotes } from '@/shared/receipt/MailReceipt';

/** Receipts on their way to customers' mailboxes, and what became of those of the last day. */
export function MailEntries() {
  const { t } = useWords();
  const mails = useLiveQuery((db) => receiptMails(db));
  if (!mails || mails.length === 0) return null;
  return (
    <>
      <h3>{t('mail.all')}</h3>
      <MailNotes mails={mails} />
    </>
  );
}
