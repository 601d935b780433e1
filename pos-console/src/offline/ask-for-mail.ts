import { receiptOf, type ReceiptData } from '@/shared/receipt/receipt';
import { mailedReceipt } from '@/shared/receipt/mailed-receipt';
import { receiptLanguage } from '@/shared/receipt/receipt-language';
import type { ConsoleDatabase } from './database';
import { mailReceipt } from './receipt-mails';

/** Puts the receipt of a sale in line for an address. */
export async function askForMail(
  db: ConsoleDatabase,
  saleId: string,
  data: ReceiptData,
  address: string,
): Promise<void> {
  const language = await receiptLanguage(data.store.country);
  const receipt = mailedReceipt(receiptOf(data, language, 'original'), language);
  await mailReceipt(db, { storeId: data.store.id, saleId, address, receipt }, Date.now());
}
