import type { AgeCheck } from './age';
import type { ApprovalAction } from './approval/approval';
import {
  amount,
  amountText,
  minorDigitsOf,
  minus,
  negated,
  percentText,
  quantityText,
  sum,
  ZERO,
  type Amount,
} from './decimal';
import type { PricedBasket } from './pricing/price-basket';
import type { LineTax } from './pricing/priced-basket';
import type { BasketLine, ComeBack, SoldLineRef } from './basket';
import { dealtWith, standsAlone, type Dealing, type SaleDeposit } from './deposit';
import type { ForeignMoney } from './foreign-cash';
import type { TenderRef } from './refunding';
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
  /** Who stood at the till; an older till does not say it. */
  readonly rungUpBy?: RungUpBy;
  readonly approvals?: readonly GivenApproval[];
  /** Left out where nothing that was sold has a minimum age. */
  readonly ageCheck?: AgeCheck;
  /** Left out where nobody gave one. */
  readonly tip?: SaleTip;
  /** What the tenders hold for goods that are set aside; left out where there are none. */
  readonly deposit?: SaleDeposit;
}

/** What the tenders hold besides total and rounding: neither revenue nor taxed. */
export interface SaleTip {
  readonly amount: string;
  readonly recipient: RungUpBy;
}

export interface RungUpBy {
  /** Subject of their own token. */
  readonly id: string;
  readonly name: string;
}

/** That somebody else approved what was done, up to which size. */
export interface GivenApproval {
  readonly action: ApprovalAction;
  readonly lineNo?: number;
  readonly approverId: string;
  readonly approverName: string;
  readonly how: 'PIN' | 'REMOTE';
  readonly at: string;
  /** What was asked and answered from elsewhere. */
  readonly requestId?: string;
  readonly difference?: string;
  readonly percent?: string;
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
  /** All taxes of the line, within its amount; an older till or another system does not say it. */
  readonly tax?: string;
  /** Part of the amount that the unit price does not hold: tax on top, or (less than zero) tax that is not paid. */
  readonly taxAdded?: string;
  /** What the tax is made of, where that is more than one. */
  readonly taxParts?: readonly TaxPart[];
  readonly batch?: SoldBatch;
  readonly note?: string;
  /** Why goods come back, and whether they can be sold again; an older till does not ask. */
  readonly comeBack?: ComeBack;
}

export interface TaxPart {
  readonly component: string;
  readonly rate: string;
  readonly tax: string;
}

/** What tells the goods from others of their product; whatever their code did not say is left out. */
export interface SoldBatch {
  readonly lot?: string;
  readonly serial?: string;
  /** The last day of use. */
  readonly expiryDate?: string;
}

export interface SaleTax {
  readonly category: string;
  readonly rate: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly taxParts?: readonly TaxPart[];
}

export interface SaleTender {
  readonly tenderNo: number;
  readonly type: 'CASH' | 'CARD';
  readonly amount: string;
  readonly paymentId: string | null;
  /** Of money that goes back: what had paid it; an older till does not say it. */
  readonly refundOf?: TenderRef;
  /** What cash was really handed over, where it was another currency's; `amount` is its worth. */
  readonly foreign?: { readonly currency: string; readonly amount: string; readonly rate: string };
}

/** Money taken (or, negative, given back) towards a sale. */
export interface Tender {
  readonly type: 'CASH' | 'CARD';
  readonly amount: Amount;
  readonly paymentId: string | null;
  readonly refundOf?: TenderRef;
  readonly foreign?: ForeignMoney;
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
  readonly rungUpBy?: RungUpBy;
  readonly approvals?: readonly GivenApproval[];
  readonly ageCheck?: AgeCheck;
  readonly tip?: { readonly amount: Amount; readonly recipient: RungUpBy };
  readonly deposit?: Dealing | null;
}

/** What is still to be paid; negative when money goes back. */
export function remaining(total: Amount, tenders: readonly Tender[]): Amount {
  return minus(total, sum(tenders.map((tender) => tender.amount)));
}

/** What goods that come back were rounded by when they were paid in cash goes back with them. */
export function cashRoundingOf({ lines }: PricedBasket<BasketLine>): Amount {
  return negated(sum(lines.map(({ line }) => line.roundingBack ?? ZERO)));
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
  const { deposit } = setting;
  // A deposit is taken and given back without goods: what is set aside is told in it, not sold.
  const alone = standsAlone(deposit);
  const cashRounding = alone ? ZERO : cashRoundingOf(priced);
  const total = alone ? ZERO : priced.total;
  const held = dealtWith(deposit, sum([total, cashRounding]));
  const change = changeFor(sum([total, cashRounding, setting.tip?.amount ?? ZERO, held]), tenders);
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
    lines: alone ? [] : linesOf(priced, text),
    taxes: (alone ? [] : priced.taxes).map((group) => ({
      category: group.category,
      rate: group.rate,
      net: text(group.net),
      tax: text(group.tax),
      gross: text(group.gross),
      ...partsOf(group.taxes, text),
    })),
    total: text(total),
    cashRounding: text(cashRounding),
    tenders: tenders.map((tender, index) => ({
      tenderNo: index + 1,
      type: tender.type,
      amount: text(tender.amount),
      paymentId: tender.paymentId,
      ...(tender.refundOf && { refundOf: tender.refundOf }),
      ...(tender.foreign && { foreign: foreignAsWritten(tender.foreign) }),
    })),
    change: text(change),
    ...(!alone && { pricing: pricingOf(priced, setting.terms, setting.minorDigits) }),
    ...(setting.rungUpBy && { rungUpBy: setting.rungUpBy }),
    ...(setting.approvals?.length && { approvals: setting.approvals }),
    ...(setting.ageCheck && { ageCheck: setting.ageCheck }),
    ...(setting.tip && { tip: { ...setting.tip, amount: text(setting.tip.amount) } }),
    ...(deposit && { deposit: depositAsWritten(deposit, held, priced, setting) }),
  };
}

function depositAsWritten(
  deposit: Dealing,
  held: Amount,
  priced: PricedBasket<BasketLine>,
  { terms, minorDigits }: SaleSetting,
): SaleDeposit {
  const text = (value: Amount) => amountText(value, minorDigits);
  const { layawayId, kind, before } = deposit;
  const goods = deposit.kind === 'TAKEN' ? deposit.goods : undefined;
  return {
    ...{ layawayId, kind },
    amount: text(held),
    agreedTotal: text(deposit.agreedTotal ?? priced.total),
    balance: text(sum([before, held])),
    ...(deposit.kind === 'REFUNDED' && { reason: deposit.reason }),
    ...(goods && {
      setAside: { ...goods, lines: linesOf(priced, text), pricing: pricingOf(priced, terms, minorDigits) },
    }),
  };
}

const linesOf = ({ lines }: PricedBasket<BasketLine>, text: (value: Amount) => string): SaleLine[] =>
  lines.map(({ line, listed, amount: lineAmount, gross, taxes }, index) => ({
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
    amount: text(gross),
    returnOf: line.returnOf,
    tax: text(taxOf(taxes)),
    ...(gross === lineAmount ? {} : { taxAdded: text(minus(gross, lineAmount)) }),
    ...partsOf(taxes, text),
    ...batchOf(line),
    ...(line.note !== undefined && { note: line.note }),
    ...(line.comeBack && { comeBack: line.comeBack }),
  }));

const foreignAsWritten = ({ currency, amount: given, rate }: ForeignMoney) => ({
  ...{ currency, rate },
  amount: amountText(given, minorDigitsOf(currency)),
});

const taxOf = (taxes: readonly LineTax[]) => sum(taxes.map(({ tax }) => tax));

/** One tax stands in the line itself. */
function partsOf(taxes: readonly LineTax[], text: (value: Amount) => string): { taxParts?: TaxPart[] } {
  if (taxes.length < 2) return {};
  return {
    taxParts: taxes.map(({ id, rate, tax }) => ({
      component: id,
      rate: percentText(rate),
      tax: text(tax),
    })),
  };
}

function batchOf({ pack }: BasketLine): { batch?: SoldBatch } {
  if (!pack?.batch) return {};
  const { lot, serial, expiry } = pack.batch;
  const batch = { ...(lot && { lot }), ...(serial && { serial }), ...(expiry && { expiryDate: expiry }) };
  return Object.keys(batch).length === 0 ? {} : { batch };
}

/** What prices hold of a line's amount: all of it, unless tax came on top or was not paid. */
export const amountAsPriced = ({ amount: paid, taxAdded }: Pick<SaleLine, 'amount' | 'taxAdded'>): Amount =>
  minus(amount(paid), amount(taxAdded ?? '0'));

/** Cash of the store's own currency that a sale leaves in the drawer: change is always given in it. */
export function cashKept(document: Pick<SaleDocument, 'tenders' | 'change'>): Amount {
  const own = document.tenders.filter((tender) => tender.type === 'CASH' && !tender.foreign);
  const cash = sum(own.map((tender) => amount(tender.amount)));
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
