import { amount } from '@/domain/decimal';
import { uuidV7 } from '@/domain/uuid';
import { database, type OutboxSale } from '@/offline/database';
import { addPrintJob } from '@/offline/printing/print-queue';
import { connectionTo } from '@/offline/printing/print-runner';
import { printerSetting } from '@/offline/printing/printer-setting';
import type { Device } from '@/offline/till-device';
import { canvasPen } from '@/shared/escpos/canvas-pen';
import { escPos } from '@/shared/escpos/esc-pos';
import { PAPERS } from '@/shared/escpos/paper';
import { receiptLaw } from '@/shared/receipt/legal';
import { receiptOf, type ReceiptData, type ReceiptKind } from '@/shared/receipt/receipt';
import { receiptLanguage } from '@/shared/receipt/receipt-language';
import { shopTime } from '@/shared/shop-clock';

/** What the receipt of a sale kept on this device is made from. */
export const receiptData = (sale: OutboxSale, { store, till }: Device): ReceiptData => ({
  document: sale.body,
  store,
  till,
  cashierName: sale.cashierName,
  customerName: sale.customerName,
  taxExemption: sale.taxExemption ?? null,
  cardDetails: sale.cardDetails,
  codes: async () => (await import('@/offline/receipt-codes')).codesOfSale(database, sale.id),
});

/** Whether a store's law lets receipts be printed that nobody asked for. */
export const mayPrintUnasked = ({ store }: Device) => receiptLaw(store.country).printsUnasked !== false;

/** Puts a receipt in line. The first of a sale has the sale's id, so that it is printed once whoever asks for it. */
export async function printReceipt(saleId: string, data: ReceiptData, kind: ReceiptKind): Promise<void> {
  const { paper } = await printerSetting(database);
  const language = await receiptLanguage(data.store.country);
  const codes = kind === 'gift' ? null : await data.codes?.().catch(() => null);
  const pen = canvasPen(getComputedStyle(document.body).fontFamily);
  const bytes = escPos(receiptOf(data, language, kind, codes), PAPERS[paper], pen);
  const id = kind === 'original' ? saleId : uuidV7();
  await addPrintJob(database, { id, saleId, kind, document: bytes }, shopTime());
}

/** Opens the cash drawer, if one hangs on this device's printer. False when it should have opened and did not. */
export async function openDrawer(id: string): Promise<boolean> {
  const setting = await printerSetting(database);
  const connection = connectionTo(setting);
  return !setting.opensDrawer || connection === null || connection.openDrawer(id);
}

/** What happens by itself once a sale is settled: the drawer opens for cash, the receipt is put in line. */
export async function afterSale(sale: OutboxSale, device: Device): Promise<{ drawerShut: boolean }> {
  const setting = await printerSetting(database);
  if (setting.connection === 'none') return { drawerShut: false };
  const cash = sale.body.tenders.some(({ type, amount: given }) => type === 'CASH' && amount(given) !== 0n);
  const opened = cash ? openDrawer(sale.id) : Promise.resolve(true);
  if (setting.printsUnasked && mayPrintUnasked(device))
    await printReceipt(sale.id, receiptData(sale, device), 'original');
  return { drawerShut: !(await opened) };
}
