import { amount, amountText, sum, type Amount } from '@/domain/decimal';
import { stillToPay, type SaleDeposit } from '@/domain/deposit';
import { receiptLabel } from '@/domain/receipt-number';
import {
  amountAsPriced,
  type SaleDocument,
  type SaleTender,
  type SoldBatch,
  type TaxPart,
} from '@/domain/sale';
import { discountsOf } from '@/domain/sale-pricing';
import type { TaxExemption } from '@/domain/tax-exemption';
import type { Store, Till } from '../http/shapes';
import { receiptLaw, type ReceiptLaw } from './legal';
import type { ReceiptLanguage } from './receipt-language';
import { fill } from './words/words';

/** What a receipt is made from. */
export interface ReceiptData {
  readonly document: SaleDocument;
  readonly store: Store;
  readonly till: Till;
  readonly cashierName: string | null;
  readonly customerName: string | null;
  /** The proof of a customer who was charged no tax, where it is known. */
  readonly taxExemption?: TaxExemption | null;
  readonly cardDetails: string | null;
  /** The codes that carry the signed sale; null where there are none. */
  readonly codes?: () => Promise<readonly string[] | null>;
}

/** The first print, another one of the same sale, or one for whom the goods are a present: without any price. */
export type ReceiptKind = 'original' | 'copy' | 'gift';

export interface Figure {
  readonly label: string;
  readonly value: string;
}

export interface ReceiptLine {
  readonly name: string;
  /** Null on a gift receipt. */
  readonly amount: string | null;
  /** Quantity and unit price, lot and serial number, what was taken off. */
  readonly details: readonly { readonly text: string; readonly amount?: string }[];
}

/** Everything a receipt says, in the store's language, independent of screen and paper. */
export interface Receipt {
  readonly direction: 'ltr' | 'rtl';
  readonly head: { readonly name: string; readonly lines: readonly string[] };
  /** What kind of receipt this is, where it is not the plain one: a copy, a gift receipt, what the law calls it. */
  readonly marks: readonly string[];
  readonly lines: readonly ReceiptLine[];
  /** What leads from the prices to the total: tax that comes on top of them, and tax in them that is not paid. */
  readonly before: readonly Figure[];
  readonly total: Figure | null;
  readonly tenders: readonly Figure[];
  /** A head and rows of four: rate, net, tax, gross. */
  readonly taxes: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
  readonly facts: readonly string[];
  readonly legal: readonly string[];
  /** Its number, by which the sale is found again. */
  readonly code: string;
  /** What a scanner reads: the number, or the signed sale itself in one code or more. */
  readonly codes: readonly string[];
  readonly closing: readonly string[];
}

/** @param codes what the signed sale is printed as; the number where there is none */
export function receiptOf(
  data: ReceiptData,
  language: ReceiptLanguage,
  kind: ReceiptKind,
  codes: readonly string[] | null = null,
): Receipt {
  const { document: sale, store, till } = data;
  const { words, format, apart } = language;
  const law = receiptLaw(store.country);
  const gift = kind === 'gift';
  const deposit = sale.lines.length === 0 ? sale.deposit : undefined;
  const label = receiptLabel(till.receiptPrefix, sale.receiptNumber);
  const place = [store.address.postalCode, store.address.city].filter(Boolean).join(' ');
  const tax =
    store.taxNumber && fill(taxName(store.taxNumber, law) ?? words.taxNumber, { number: store.taxNumber });
  return {
    direction: language.direction,
    head: {
      name: store.name,
      lines: [store.address.street, place, tax].filter((line) => !!line) as string[],
    },
    marks: [
      ...(gift ? [words.gift] : deposit ? [depositTitle(deposit, language)] : (law.titles ?? [])),
      ...(kind === 'copy' ? [words.copy] : []),
    ],
    lines: gift
      ? sale.lines.filter(({ kind: way }) => way === 'SALE').map((line) => giftLine(line, language))
      : linesOf(sale).map((line) => soldLine(line, sale, language)),
    before: gift ? [] : taxesAdded(sale, language),
    total: gift ? null : totalOf(sale, language),
    tenders: gift ? [] : settlement(data, language),
    taxes: gift || sale.taxes.length === 0 ? null : taxTable(sale, language),
    facts: [
      fill(words.number, { number: apart(label) }),
      `${apart(till.name)} · ${apart(format.dateTime(sale.occurredAt, store.timeZone))}`,
      ...(data.cashierName ? [fill(words.cashier, { name: apart(data.cashierName) })] : []),
      ...(data.customerName && !gift ? [fill(words.customer, { name: apart(data.customerName) })] : []),
      ...(gift ? [] : keptFacts(sale.deposit, language)),
    ],
    legal: gift ? [] : deposit ? [words.depositNote] : [...exemption(data, language), ...(law.notes ?? [])],
    code: label,
    codes: gift ? [label] : (codes ?? [label]),
    closing: gift ? [words.giftHelp] : [words.thanks],
  };
}

const taxName = (number: string, { taxNumber, vatNumber }: ReceiptLaw) =>
  /^[A-Z]{2}/.test(number) ? (vatNumber ?? taxNumber) : taxNumber;

type Line = SaleDocument['lines'][number];

/** What is sold, or what is set aside with a first deposit. */
const linesOf = ({ lines, deposit }: SaleDocument): readonly Line[] => deposit?.setAside?.lines ?? lines;

const depositTitle = ({ kind }: SaleDeposit, { words }: ReceiptLanguage) =>
  kind === 'REFUNDED' ? words.depositBack : words.depositTaken;

/** A deposit alone comes to nothing sold: what the goods cost stands in its place. */
function totalOf(sale: SaleDocument, { words, format }: ReceiptLanguage): Figure {
  const deposit = sale.lines.length === 0 ? sale.deposit : undefined;
  return {
    label: deposit ? words.goodsTotal : words.total,
    value: format.money(deposit ? deposit.agreedTotal : sale.total, sale.currency, true),
  };
}

/** For whom the goods are kept, and until when. */
function keptFacts(deposit: SaleDeposit | undefined, { words, format, apart }: ReceiptLanguage): string[] {
  const { name, keptUntil } = deposit?.setAside ?? {};
  return [
    ...(name ? [fill(words.keptFor, { name: apart(name) })] : []),
    ...(keptUntil ? [fill(words.keptUntil, { date: format.day(keptUntil) })] : []),
  ];
}

const nameOf = (line: Line, { words }: ReceiptLanguage) =>
  line.kind === 'RETURN' ? fill(words.return, { name: line.name }) : line.name;

function giftLine(line: Line, language: ReceiptLanguage): ReceiptLine {
  const pieces = line.quantity === '1' ? [] : [{ text: `${language.format.quantity(line.quantity)} ×` }];
  return {
    name: nameOf(line, language),
    amount: null,
    details: [...pieces, ...batchDetails(line.batch, language), ...(line.note ? [{ text: line.note }] : [])],
  };
}

function soldLine(line: Line, sale: SaleDocument, language: ReceiptLanguage): ReceiptLine {
  const { words, format } = language;
  const money = (value: string | Amount) => format.money(value, sale.currency);
  // What a discount took off a price is given up again when the goods come back. The mark keeps the sign on the left of
  // its figure where lines run from right to left.
  const mark = language.direction === 'rtl' ? '\u200E' : '';
  const signed = (value: string) =>
    value.startsWith('-') ? `${mark}+${money(value.slice(1))}` : `${mark}−${money(value)}`;
  const { promotions, byHand } = discountsOf(line, sale.deposit?.setAside?.pricing ?? sale.pricing);
  return {
    name: nameOf(line, language),
    amount: money(amountAsPriced(line)),
    details: [
      ...(line.quantity === '1'
        ? []
        : [{ text: `${format.quantity(line.quantity)} × ${money(line.unitPrice)}` }]),
      ...batchDetails(line.batch, language),
      ...(line.note ? [{ text: line.note }] : []),
      ...promotions.map(({ name, amount: off }) => ({ text: name, amount: signed(off) })),
      ...(byHand === 0n ? [] : [{ text: words.discount, amount: signed(amountText(byHand)) }]),
    ],
  };
}

function batchDetails(batch: SoldBatch | undefined, { words, format }: ReceiptLanguage) {
  return [
    ...(batch?.lot ? [{ text: fill(words.lot, { lot: batch.lot }) }] : []),
    ...(batch?.serial ? [{ text: fill(words.serial, { serial: batch.serial }) }] : []),
    ...(batch?.expiryDate ? [{ text: fill(words.expiry, { date: format.day(batch.expiryDate) }) }] : []),
  ];
}

const partLabel = ({ component, rate }: TaxPart, { words, format }: ReceiptLanguage) =>
  fill(words.taxPart, { name: component, rate: format.quantity(rate) });

/** Between prices and total: tax that comes on top of them, and tax in them that an exempt customer does not pay. */
function taxesAdded(sale: SaleDocument, language: ReceiptLanguage): Figure[] {
  const added = sale.lines.flatMap(({ quantity, taxAdded }) => {
    const value = amount(taxAdded ?? '0');
    return value === 0n ? [] : [{ value, onTop: value > 0n === !quantity.startsWith('-') }];
  });
  if (added.length === 0) return [];
  const { words, format } = language;
  const figure = (label: string, value: string | Amount): Figure => ({
    label,
    value: format.money(value, sale.currency),
  });
  const onTop = added.some((each) => each.onTop);
  const notPaid = added.filter((each) => !each.onTop).map(({ value }) => value);
  return [
    figure(words.subtotal, sum(sale.lines.map(amountAsPriced))),
    ...(notPaid.length === 0 ? [] : [figure(words.taxNotPaid, sum(notPaid))]),
    ...sale.taxes
      .filter(({ tax }) => onTop && amount(tax) !== 0n)
      .flatMap(({ rate, tax, taxParts }) =>
        taxParts
          ? taxParts.map((part) => figure(partLabel(part, language), part.tax))
          : [figure(fill(words.taxAt, { rate: format.quantity(rate) }), tax)],
      ),
  ];
}

/** Why no tax was charged; a receipt that the server knows does not say by which certificate. */
function exemption({ document, taxExemption }: ReceiptData, { words, format }: ReceiptLanguage): string[] {
  if (!document.pricing?.taxExempt) return [];
  if (!taxExemption) return [words.exempt];
  const { certificate, validUntil } = taxExemption;
  return validUntil
    ? [fill(words.exemptUntil, { certificate, date: format.day(validUntil) })]
    : [fill(words.exemptBy, { certificate })];
}

/** Rounding and tip, what was given, what came back. */
function settlement(
  { document: sale, cardDetails }: ReceiptData,
  { words, format }: ReceiptLanguage,
): Figure[] {
  const money = (value: string) => format.money(value, sale.currency);
  const tenderFigure = ({ type, amount: given, foreign }: SaleTender): Figure => {
    if (foreign)
      return { label: foreignLabel(foreign), value: `= ${format.money(given, sale.currency, true)}` };
    const back = amount(given) < 0n;
    const word = (back ? words.givenBack[type] : undefined) ?? words.tenders[type] ?? type;
    return {
      label: type === 'CARD' && cardDetails ? `${word} ${cardDetails}` : word,
      value: money(back ? given.replace('-', '') : given),
    };
  };
  const foreignLabel = ({ currency, amount: handed, rate }: NonNullable<SaleTender['foreign']>) =>
    fill(words.atRate, { given: format.money(handed, currency, true), rate: format.rate(rate) });
  return [
    ...(amount(sale.cashRounding) === 0n ? [] : [{ label: words.rounding, value: money(sale.cashRounding) }]),
    ...(sale.tip ? [{ label: words.tip, value: money(sale.tip.amount) }] : []),
    ...(sale.deposit ? [depositFigure(sale.deposit)] : []),
    ...sale.tenders.map(tenderFigure),
    ...(amount(sale.change) === 0n ? [] : [{ label: words.change, value: money(sale.change) }]),
    ...(sale.deposit?.kind === 'TAKEN' ? paidSoFar(sale.deposit) : []),
  ];

  function depositFigure({ kind, amount: value }: SaleDeposit): Figure {
    return {
      label: kind === 'APPLIED' ? words.depositBefore : words.deposit,
      value: money(value),
    };
  }

  function paidSoFar({ agreedTotal, balance }: SaleDeposit): Figure[] {
    const left = stillToPay(amount(agreedTotal), amount(balance));
    return [
      { label: words.paidSoFar, value: money(balance) },
      { label: words.stillToPay, value: format.money(left, sale.currency) },
    ];
  }
}

function taxTable(sale: SaleDocument, language: ReceiptLanguage): NonNullable<Receipt['taxes']> {
  const { words, format } = language;
  const money = (value: string) => format.money(value, sale.currency);
  return {
    head: [words.rate, words.net, words.tax, words.gross],
    rows: sale.taxes.flatMap(({ rate, net, tax, gross, taxParts }) => [
      [`${format.quantity(rate)} %`, money(net), money(tax), money(gross)],
      ...(taxParts ?? []).map((part) => [partLabel(part, language), '', money(part.tax), '']),
    ]),
  };
}
