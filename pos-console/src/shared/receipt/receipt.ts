import { amount, amountText, sum, type Amount } from '@/domain/decimal';
import { receiptLabel } from '@/domain/receipt-number';
import { amountAsPriced, type SaleDocument, type SoldBatch, type TaxPart } from '@/domain/sale';
import { discountsOf } from '@/domain/sale-pricing';
import type { TaxExemption } from '@/domain/tax-exemption';
import type { Formats } from '../format';
import type { Store, Till } from '../http/shapes';
import type { Say } from '../i18n';

/** Everything a receipt says, independent of paper. */
export interface ReceiptData {
  readonly document: SaleDocument;
  readonly store: Store;
  readonly till: Till;
  readonly cashierName: string | null;
  readonly customerName: string | null;
  /** The proof of a customer who was charged no tax, where it is known. */
  readonly taxExemption?: TaxExemption | null;
  readonly cardDetails: string | null;
}

export interface ReceiptRow {
  readonly left: string;
  readonly right: string;
  readonly look: 'title' | 'centre' | 'line' | 'detail' | 'strong' | 'small' | 'rule';
}

const rule: ReceiptRow = { left: '', right: '', look: 'rule' };

const partWords = ({ component, rate }: TaxPart, say: Say, format: Formats) =>
  say('receipt.taxPart', { name: component, rate: format.quantity(rate) });

/** Between prices and total: tax that comes on top of them, and tax in them that an exempt customer does not pay. */
function taxAddedRows(sale: SaleDocument, say: Say, format: Formats): ReceiptRow[] {
  const added = sale.lines.flatMap(({ quantity, taxAdded }) => {
    const value = amount(taxAdded ?? '0');
    return value === 0n ? [] : [{ value, onTop: value > 0n === !quantity.startsWith('-') }];
  });
  if (added.length === 0) return [];
  const row = (left: string, value: string | Amount): ReceiptRow => ({
    left,
    right: format.money(value, sale.currency),
    look: 'line',
  });
  const subtotal = sum(sale.lines.map(amountAsPriced));
  const onTop = added.some((each) => each.onTop);
  const taxes = sale.taxes.filter(({ tax }) => onTop && amount(tax) !== 0n);
  const notPaid = added.filter((each) => !each.onTop).map(({ value }) => value);
  return [
    row(say('receipt.subtotal'), subtotal),
    ...(notPaid.length === 0 ? [] : [row(say('receipt.taxNotPaid'), sum(notPaid))]),
    ...taxes.flatMap(({ rate, tax, taxParts }) =>
      taxParts
        ? taxParts.map((part) => row(partWords(part, say, format), part.tax))
        : [row(say('receipt.tax', { rate: format.quantity(rate) }), tax)],
    ),
  ];
}

/** Why no tax was charged; a receipt that the server knows does not say by which certificate. */
function exemptWords(exemption: TaxExemption | null | undefined, say: Say, format: Formats): string {
  if (!exemption) return say('receipt.exempt');
  const { certificate, validUntil } = exemption;
  return validUntil
    ? say('exempt.until', { certificate, date: format.date(validUntil) })
    : say('exempt.always', { certificate });
}

/** What tells the very goods from others of their product, in words. */
export function batchWords(batch: SoldBatch | undefined, say: Say, format: Formats): string[] {
  return [
    ...(batch?.lot ? [say('basket.lot', { lot: batch.lot })] : []),
    ...(batch?.serial ? [say('basket.serial', { serial: batch.serial })] : []),
    ...(batch?.expiryDate ? [say('basket.expiry', { date: format.date(batch.expiryDate) })] : []),
  ];
}

/** Lays a sale out as the rows of a receipt; screen, paper and PDF show the same rows. */
export function receiptRows(data: ReceiptData, say: Say, format: Formats): ReceiptRow[] {
  const { document: sale, store, till } = data;
  const money = (value: string | Amount) => format.money(value, sale.currency);
  // What a discount took off a price is given up again when the goods come back.
  const signed = (value: string) =>
    value.startsWith('-') ? `+${money(value.slice(1))}` : `−${money(value)}`;
  const discountRows = (line: SaleDocument['lines'][number]): ReceiptRow[] => {
    const { promotions, byHand } = discountsOf(line, sale.pricing);
    const row = (left: string, off: string): ReceiptRow => ({ left, right: signed(off), look: 'detail' });
    return [
      ...promotions.map(({ name, amount: off }) => row(name, off)),
      ...(byHand === 0n ? [] : [row(say('receipt.discount'), amountText(byHand))]),
    ];
  };
  const batchRows = ({ batch }: SaleDocument['lines'][number]): ReceiptRow[] =>
    batchWords(batch, say, format).map((left) => ({ left, right: '', look: 'detail' }));
  const centre = (left: string): ReceiptRow => ({ left, right: '', look: 'centre' });
  const small = (left: string, right = ''): ReceiptRow => ({ left, right, look: 'small' });
  const place = [store.address.postalCode, store.address.city].filter(Boolean).join(' ');
  return [
    { left: store.name, right: '', look: 'title' },
    ...[store.address.street, place].filter(Boolean).map((text) => centre(text)),
    ...(store.taxNumber ? [centre(say('receipt.taxNumber', { number: store.taxNumber }))] : []),
    rule,
    ...sale.lines.flatMap((line): ReceiptRow[] => [
      {
        left: line.kind === 'RETURN' ? say('receipt.return', { name: line.name }) : line.name,
        right: money(amountAsPriced(line)),
        look: 'line',
      },
      ...(line.quantity === '1'
        ? []
        : [
            {
              left: `${format.quantity(line.quantity)} × ${money(line.unitPrice)}`,
              right: '',
              look: 'detail' as const,
            },
          ]),
      ...batchRows(line),
      ...discountRows(line),
    ]),
    rule,
    ...taxAddedRows(sale, say, format),
    { left: say('receipt.total'), right: format.money(sale.total, sale.currency, true), look: 'strong' },
    ...(amount(sale.cashRounding) === 0n
      ? []
      : [{ left: say('receipt.rounding'), right: money(sale.cashRounding), look: 'line' as const }]),
    ...sale.tenders.map((tender): ReceiptRow => {
      const back = amount(tender.amount) < 0n;
      const word = tender.type === 'CASH' ? (back ? 'cashBack' : 'cash') : back ? 'cardBack' : 'card';
      const card = tender.type === 'CARD' && data.cardDetails ? ` ${data.cardDetails}` : '';
      return {
        left: say(`receipt.${word}`) + card,
        right: money(back ? tender.amount.replace('-', '') : tender.amount),
        look: 'line',
      };
    }),
    ...(amount(sale.change) === 0n
      ? []
      : [{ left: say('receipt.change'), right: money(sale.change), look: 'line' as const }]),
    rule,
    ...sale.taxes.flatMap((tax) => [
      small(say('receipt.net', { rate: format.quantity(tax.rate) }), money(tax.net)),
      small(say('receipt.tax', { rate: format.quantity(tax.rate) }), money(tax.tax)),
      ...(tax.taxParts ?? []).map((part) => small(partWords(part, say, format), money(part.tax))),
    ]),
    ...(sale.pricing?.taxExempt ? [small(exemptWords(data.taxExemption, say, format))] : []),
    rule,
    small(say('receipt.number', { number: receiptLabel(till.receiptPrefix, sale.receiptNumber) })),
    small(`${till.name} · ${format.dateTime(sale.occurredAt, store.timeZone)}`),
    ...(data.cashierName ? [small(say('receipt.cashier', { name: data.cashierName }))] : []),
    ...(data.customerName ? [small(say('receipt.customer', { name: data.customerName }))] : []),
    centre(say('receipt.thanks')),
  ];
}
