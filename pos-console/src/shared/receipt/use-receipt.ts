import { useEffect, useState } from 'react';
import { receiptOf, type Receipt, type ReceiptData, type ReceiptKind } from './receipt';
import { receiptLanguage } from './receipt-language';

/** The receipt in the store's language; null until that has been read. */
export function useReceipt(data: ReceiptData, kind: ReceiptKind = 'original'): Receipt | null {
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  useEffect(() => {
    let outdated = false;
    void Promise.all([receiptLanguage(data.store.country), data.codes?.()]).then(([language, codes]) => {
      if (!outdated) setReceipt(receiptOf(data, language, kind, codes));
    });
    return () => {
      outdated = true;
    };
  }, [data, kind]);
  return receipt;
}
