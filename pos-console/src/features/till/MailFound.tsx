import { askForMail } from '@/offline/ask-for-mail';
import { database } from '@/offline/database';
import { useLiveQuery } from '@/offline/live';
import { looksLikeAddress, receiptMails } from '@/offline/receipt-mails';
import { MailNotes, MailReceipt } from '@/shared/receipt/MailReceipt';
import type { FoundReceipt } from './find-receipt';
import { addressOf } from './shelf';

/** A receipt that was found is mailed like one of a sale just made. */
export function MailFound({ receipt: { saleId, data } }: { receipt: FoundReceipt }) {
  const mails = useLiveQuery((db) => receiptMails(db, saleId), [saleId]);
  return (
    <>
      <MailReceipt
        send={(address) => askForMail(database, saleId, data, address)}
        valid={looksLikeAddress}
        offered={() => addressOf(data.document.customerId)}
      />
      <MailNotes mails={mails ?? []} />
    </>
  );
}
