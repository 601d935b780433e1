/** What the law of a country wants on a receipt, where it differs from what every receipt says anyway. */
export interface ReceiptLaw {
  /** What the document must be called. */
  readonly titles?: readonly string[];
  /** How the seller's tax number must be named; `{number}` stands for it. */
  readonly taxNumber?: string;
  /** The same for a VAT identification number, which begins with the country's letters, where it has a name of its own. */
  readonly vatNumber?: string;
  readonly notes?: readonly string[];
  /** False where a receipt may only be printed when the customer wants it. */
  readonly printsUnasked?: false;
}

const NONE: ReceiptLaw = {};

/** Sources, and what is missing: docs/receipts-by-country.md. */
const LAWS: Readonly<Record<string, ReceiptLaw>> = {
  AE: { titles: ['فاتورة ضريبية مبسطة', 'Tax Invoice'], taxNumber: 'TRN {number}' },
  AT: { taxNumber: 'UID {number}' },
  CA: { taxNumber: 'GST/HST {number}' },
  CH: { taxNumber: '{number} MWST' },
  DE: { taxNumber: 'Steuer-Nr. {number}', vatNumber: 'USt-IdNr. {number}' },
  ES: { titles: ['Factura simplificada'], taxNumber: 'NIF {number}', notes: ['IVA incluido'] },
  FR: { taxNumber: 'N° TVA {number}', printsUnasked: false },
  GB: { taxNumber: 'VAT No. {number}' },
};

export const receiptLaw = (country: string): ReceiptLaw => LAWS[country] ?? NONE;
