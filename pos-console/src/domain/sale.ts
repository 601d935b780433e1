import { amount, amountText, minus, negated, quantityText, sum, ZERO, type Amount } from './decimal';
import type { PricedBasket } from './pricing/price-basket';
import type { BasketLine, SoldLineRef } from './basket';
import { pricingOf, type PricingTerms, type SalePricing } from './sale-pricing';

/** The sale document exactly as `PUT /api/sales/{id}` takes it. Amounts and quantities are decimal strings. */
export interface SaleDocument {
  readonly storeId: string;
  readonly tillId: string;
  readonly tillSessionId: string | null;
  readonly receiptNumber: number;
  readonly occurredAt: string;
  readonly businessDate: string;
  readonly currency: string;
  readonly customerId: string | null;
  readonly externalReference: string | null;
  readonly lines: readonly SaleLine[];
  readonly taxes: readonly SaleTax[];
  readonly total: string;
  readonly cashRounding: string;
  readonly tenders: readonly SaleTender[];
  readonly change: string;
  /** Sales that another system priced, or an older till, do not say it. */
  readonly pricing?: SalePricing;
}

export interface SaleLine {
  readonly lineNo: number;
  readonly kind: 'SALE' | 'RETURN';
  readonly productId: string | null;
  readonly sku: string;
  readonly name: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly taxCategory: string;
  readonly taxRate: string;
  readonly amount: string;
  readonly returnOf: SoldLineRef | null;
}

export interface SaleTax {
  readonly category: string;
  readonly rate: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
}

export interface SaleTender {
  readonly tenderNo: number;
  readonly type: 'CASH' | 'CARD';
  readonly amount: string;
  readonly paymentId: string | null;
}

/** Money taken (or, negative, given back) towards a sale. */
export interface Tender {
  readonly type: 'CASH' | 'CARD';
  readonly amount: Amount;
  readonly paymentId: string | null;
}

export interface SaleSetting {
  readonly storeId: string;
  readonly tillId: string;
  readonly tillSessionId: string | null;
  readonly currency: string;
  readonly minorDigits: number;
  readonly customerId: string | null;
  readonly occurredAt: string;
  readonly businessDate: string;
  readonly terms: PricingTerms;
}

/** What is still to be paid; negative when money goes back. */
export function remaining(total: Amount, tenders: readonly Tender[]): Amount {
  return minus(total, sum(tenders.map((tender) => tender.amount)));
}

/**
 * Whether tenders settle a total, and with which change: only cash gives change, and never more than was handed over.
 */
export function changeFor(total: Amount, tenders: readonly Tender[]): Amount | null {
  const over = negated(remaining(total, tenders));
  if (over < 0n) return null;
  const cash = sum(tenders.filter((tender) => tender.type === 'CASH').map((tender) => tender.amount));
  return over === 0n || over <= cash ? over : null;
}

export type UnnumberedSale = Omit<SaleDocument, 'receiptNumber'>;

/** Fixes a paid basket as a document; the receipt number is added where it is assigned, in the same transaction. */
export function fixSale(
  priced: PricedBasket<BasketLine>,
  tenders: readonly Tender[],
  setting: SaleSetting,
): UnnumberedSale {
  const change = changeFor(priced.total, tenders);
  if (change === null) throw new RangeError('the tenders do not settle the total');
  const text = (value: Amount) => amountText(value, setting.minorDigits);
  return {
    storeId: setting.storeId,
    tillId: setting.tillId,
    tillSessionId: setting.tillSessionId,
    occurredAt: setting.occurredAt,
    businessDate: setting.businessDate,
    currency: setting.currency,
    customerId: setting.customerId,
    externalReference: null,
    lines: priced.lines.map(({ line, listed, amount: lineAmount }, index) => ({
      lineNo: index + 1,
      kind: line.kind,
      productId: line.productId,
      sku: line.sku,
      name: line.name,
      quantity: quantityText(line.quantity),
      unitPrice: text(line.unitPrice),
      discount: text(minus(listed, lineAmount)),
      taxCategory: line.taxCategory,
      taxRate: line.taxRate,
      amount: text(lineAmount),
      returnOf: line.returnOf,
    })),
    taxes: priced.taxes.map((group) => ({
      category: group.category,
      rate: group.rate,
      net: text(group.net),
      tax: text(group.tax),
      gross: text(group.gross),
    })),
    total: text(priced.total),
    cashRounding: text(ZERO),
    tenders: tenders.map((tender, index) => ({
      tenderNo: index + 1,
      type: tender.type,
      amount: text(tender.amount),
      paymentId: tender.paymentId,
    })),
    change: text(change),
    pricing: pricingOf(priced, setting.terms, setting.minorDigits),
  };
}

/** Cash that a sale leaves in the drawer. */
export function cashKept(document: Pick<SaleDocument, 'tenders' | 'change'>): Amount {
  const cash = sum(document.tenders.filter((tender) => tender.type === 'CASH').map((t) => amount(t.amount)));
  return minus(cash, amount(document.change));
}

/** Amounts worth offering for a cash payment: exact first, then what people hand over for it, without repeats. */
export function likelyCashAmounts(total: Amount, minorDigits: number): Amount[] {
  if (total <= 0n) return [];
  const unit = 10_000n;
  const offers: bigint[] = [total];
  for (const note of [5n, 10n, 20n, 50n, 100n, 200n]) {
    const step = note * unit * (minorDigits === 0 ? 100n : 1n);
    const above = ((total + step - 1n) / step) * step;
    if (!offers.includes(above)) offers.push(above);
  }
  return offers.sort((a, b) => (a < b ? -1 : 1)).slice(0, 5) as Amount[];
}
