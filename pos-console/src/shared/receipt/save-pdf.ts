import type { Receipt } from './receipt';

/** Hands the receipt over as a file. */
export async function savePdf(receipt: Receipt): Promise<void> {
  const { receiptPdf } = await import('./receipt-pdf');
  const bytes = await receiptPdf(receipt);
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/pdf' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `${receipt.code}.pdf` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
