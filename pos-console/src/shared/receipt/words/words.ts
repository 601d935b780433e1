/** What a receipt says in one language. The language is that of the store, not of whoever sits at the till. */
export interface ReceiptWords {
  readonly return: string;
  readonly discount: string;
  readonly lot: string;
  readonly serial: string;
  readonly expiry: string;
  readonly subtotal: string;
  readonly total: string;
  readonly rounding: string;
  readonly tip: string;
  readonly change: string;
  /** Foreign money and what one of it is worth. */
  readonly atRate: string;
  /** By the type of the tender. */
  readonly tenders: Readonly<Record<string, string>>;
  /** What went back to the customer, by the type of the tender. */
  readonly givenBack: Readonly<Record<string, string>>;
  /** What an exempt customer does not pay, and why. */
  readonly taxNotPaid: string;
  readonly exempt: string;
  readonly exemptBy: string;
  readonly exemptUntil: string;
  readonly rate: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly taxAt: string;
  readonly taxPart: string;
  readonly taxNumber: string;
  readonly number: string;
  readonly cashier: string;
  readonly customer: string;
  readonly thanks: string;
  readonly copy: string;
  readonly gift: string;
  readonly giftHelp: string;
  readonly mailSubject: string;
  /** What a receipt for a deposit is called. */
  readonly depositTaken: string;
  readonly depositBack: string;
  readonly deposit: string;
  readonly depositBefore: string;
  readonly goodsTotal: string;
  readonly paidSoFar: string;
  readonly stillToPay: string;
  readonly keptFor: string;
  readonly keptUntil: string;
  /** Why a receipt for a deposit tells no tax. */
  readonly depositNote: string;
}

/** Fills `{name}` places. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
