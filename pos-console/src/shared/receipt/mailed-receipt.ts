import type { ReceiptMailRequest } from '../http/shapes';
import type { Receipt } from './receipt';
import { receiptRows, type RowLook } from './receipt-rows';
import { fill } from './words/words';
import type { ReceiptLanguage } from './receipt-language';

type MailedReceipt = ReceiptMailRequest['receipt'];

const LOOKS: Readonly<Record<RowLook, MailedReceipt['rows'][number]['look']>> = {
  ...{ title: 'TITLE', mark: 'MARK', centre: 'CENTRE', line: 'LINE', detail: 'DETAIL', strong: 'STRONG' },
  ...{ small: 'SMALL', table: 'TABLE', tableHead: 'TABLE_HEAD', rule: 'RULE', code: 'CODE' },
};

/** A receipt as the server mails it: the rows that screen and paper show. */
export function mailedReceipt(receipt: Receipt, { words, tag }: ReceiptLanguage): MailedReceipt {
  return {
    subject: fill(words.mailSubject, { number: receipt.code, store: receipt.head.name }),
    language: tag,
    direction: receipt.direction === 'rtl' ? 'RTL' : 'LTR',
    rows: receiptRows(receipt).map(({ look, left, right, cells }) => ({
      ...{ look: LOOKS[look], left, right },
      cells: cells ? [...cells] : null,
    })),
  };
}
