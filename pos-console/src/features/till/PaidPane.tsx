import { Check, Receipt } from 'lucide-react';
import { useState } from 'react';
import { amount, negated, sum } from '@/domain/decimal';
import { receiptLabel } from '@/domain/receipt-number';
import type { OutboxSale } from '@/offline/database';
import { useWords } from '@/shared/i18n';
import type { ReceiptData } from '@/shared/receipt/receipt';
import { ReceiptActions, ReceiptPaper } from '@/shared/receipt/ReceiptPaper';
import { Amount, Button } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { useTill } from './till-context';
import styles from './till.module.css';

/** The change, in the largest type there is, until the next scan. */
export function PaidPane({ sale }: { sale: OutboxSale }) {
  const { device } = useTill();
  const { t, format } = useWords();
  const [showReceipt, setShowReceipt] = useState(false);
  const { body } = sale;
  const refund = amount(body.total) < 0n;
  const given = sum(body.tenders.map((tender) => amount(tender.amount)));
  const data: ReceiptData = {
    document: body,
    store: device.store,
    till: device.till,
    cashierName: sale.cashierName,
    customerName: sale.customerName,
    taxExemption: sale.taxExemption ?? null,
    cardDetails: sale.cardDetails,
  };
  return (
    <div className={styles.paid}>
      <p className={styles.paidLine}>
        <Check size={22} aria-hidden="true" />
        {t(refund ? 'paid.refunded' : 'paid.paid', {
          amount: format.money(refund ? negated(given) : given, body.currency),
          receipt: receiptLabel(device.till.receiptPrefix, body.receiptNumber),
        })}
      </p>
      <div role="status" className={styles.change}>
        <span>{t(refund ? 'paid.giveBack' : 'paid.change')}</span>
        <Amount
          value={refund ? negated(given) : body.change}
          currency={body.currency}
          className={styles.giant}
        />
      </div>
      <p className={styles.nextHint}>{t('paid.next')}</p>
      <div className={styles.paidActions}>
        <Button onClick={() => setShowReceipt(true)}>
          <Receipt size={20} aria-hidden="true" />
          {t('paid.receipt')}
        </Button>
        <ReceiptActions data={data} />
      </div>
      {showReceipt && (
        <Dialog title={t('receipt.title')} onClose={() => setShowReceipt(false)}>
          <ReceiptPaper data={data} />
        </Dialog>
      )}
    </div>
  );
}
