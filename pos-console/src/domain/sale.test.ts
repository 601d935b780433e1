import { describe, expect, it } from 'vitest';
import {
  EMPTY_BASKET,
  reduced,
  withBasketDiscount,
  withLineDiscount,
  withProduct,
  withQuantity,
  withoutLine,
  type Basket,
  type BasketLine,
} from './basket';
import { amount, amountText, minus, quantity, sum, timesRounded } from './decimal';
import { priceBasket } from './pricing/price-basket';
import { readPromotion } from './pricing/pricing-reader';
import type { Product } from './product';
import { returnableLines, returnedOf, returnLine } from './returning';
import { cashKept, changeFor, fixSale, likelyCashAmounts } from './sale';
import { discountsOf } from './sale-pricing';
import { closingFigures } from './till-closing';

const product = (sku: string, price: string, taxRate: string): Product => ({
  productId: sku,
  sku,
  name: sku,
  unit: 'PIECE',
  price: amount(price),
  currency: 'EUR',
  taxCategory: taxRate === '7.00' ? 'REDUCED' : 'STANDARD',
  taxRate,
  categoryId: null,
  category: null,
  ageLimit: null,
  barcodes: [],
});
const espresso = product('espresso', '4.99', '7.00');
const wine = product('wine', '8.90', '19.00');
const setting = {
  storeId: 'berlin',
  tillId: 'berlin-1',
  tillSessionId: null,
  currency: 'EUR',
  minorDigits: 2,
  customerId: null,
  occurredAt: '2026-11-22T10:15:00Z',
  businessDate: '2026-11-22',
  terms: {
    priceBookVersion: 4711,
    at: '2026-11-22T11:15',
    customerGroup: null,
    coupons: [],
    discount: null,
  },
};
const sold = (basket: Basket, cash: string) =>
  fixSale(priceBasket(basket.lines, 2), [{ type: 'CASH', amount: amount(cash), paymentId: null }], setting);

describe('a basket', () => {
  it('joins the same product into one line and keeps it selected', () => {
    const basket = withProduct(withProduct(withProduct(EMPTY_BASKET, espresso), wine), espresso);
    expect(basket.lines.map((line) => [line.sku, line.quantity])).toEqual([
      ['espresso', 2000n],
      ['wine', 1000n],
    ]);
    expect(basket.selected).toBe(1);
  });

  it('keeps a line at its price when the price changes during the sale', () => {
    const basket = withProduct(withProduct(EMPTY_BASKET, espresso), { ...espresso, price: amount('5.49') });
    expect(basket.lines.map((line) => amountText(line.unitPrice))).toEqual(['4.99', '5.49']);
  });

  it('takes a line out when its quantity reaches nothing', () => {
    const basket = withProduct(EMPTY_BASKET, espresso);
    expect(reduced(basket, 1).lines).toEqual([]);
    expect(withQuantity(basket, 1, quantity('0')).lines).toEqual([]);
    expect(withoutLine(withProduct(basket, wine), 2).selected).toBe(1);
  });
});

describe('a sale document', () => {
  it('adds up: lines, taxes, tenders and change', () => {
    const document = sold(withProduct(withProduct(EMPTY_BASKET, espresso, quantity('2')), wine), '20.00');
    expect(document.total).toBe('18.88');
    expect(document.change).toBe('1.12');
    expect(document.taxes).toEqual([
      { category: 'REDUCED', rate: '7.00', net: '9.33', tax: '0.65', gross: '9.98' },
      { category: 'STANDARD', rate: '19.00', net: '7.48', tax: '1.42', gross: '8.90' },
    ]);
    expect(amountText(sum(document.taxes.map((tax) => amount(tax.gross))))).toBe(document.total);
    expect(amountText(cashKept(document))).toBe('18.88');
  });

  it('is refused while the tenders do not settle it', () => {
    expect(() => sold(withProduct(EMPTY_BASKET, wine), '5.00')).toThrow(RangeError);
  });

  it('never gives change for a card', () => {
    const card = { type: 'CARD' as const, amount: amount('10'), paymentId: 'p' };
    const cash = { type: 'CASH' as const, amount: amount('1'), paymentId: null };
    expect(changeFor(amount('8.90'), [card])).toBeNull();
    expect(changeFor(amount('10.90'), [card, cash])).toBe(amount('0.10'));
  });
});

describe('a discount by hand', () => {
  const percent = (text: string) => ({ percent: amount(text) });
  const euros = (text: string) => ({ amount: amount(text) });
  const texts = (priced: ReturnType<typeof priceBasket>) =>
    priced.lines.map((line) => [amountText(line.discount), amountText(line.share), amountText(line.amount)]);

  it('takes a share or an amount off a line, and the share follows the quantity', () => {
    const one = withLineDiscount(withProduct(EMPTY_BASKET, espresso), 1, percent('15'));
    expect(texts(priceBasket(one.lines, 2))).toEqual([['0.75', '0.00', '4.24']]);
    expect(texts(priceBasket(withQuantity(one, 1, quantity('3')).lines, 2))).toEqual([
      ['2.25', '0.00', '12.72'],
    ]);
    const cheap = withLineDiscount(one, 1, euros('7.00'));
    expect(texts(priceBasket(cheap.lines, 2))).toEqual([['4.99', '0.00', '0.00']]);
  });

  it('on the basket is spread over what is sold, to the cent, and leaves returns alone', () => {
    const three = ['4.99', '8.90', '0.01'].reduce(
      (basket, price, at) => withProduct(basket, product(`p${at}`, price, at === 1 ? '19.00' : '7.00')),
      EMPTY_BASKET,
    );
    const back = { ...three.lines[0], kind: 'RETURN', quantity: quantity('-1') } as BasketLine;
    const priced = priceBasket([...three.lines, back], 2, percent('10'));
    expect(amountText(priced.discount)).toBe('1.39');
    expect(texts(priced)).toEqual([
      ['0.00', '0.50', '4.49'],
      ['0.00', '0.89', '8.01'],
      ['0.00', '0.00', '0.01'],
      ['0.00', '0.00', '-4.99'],
    ]);
    expect(amountText(priced.total)).toBe('7.52');
    expect(priced.lines[0]?.trace.map((entry) => `${entry.kind} ${entry.code}`)).toEqual([
      'PRICE KEPT',
      'HAND_DISCOUNT BASKET_PERCENT',
      'TAX INCLUDED',
    ]);
  });

  it('stands in the document as order-service checks it: quantity times price less discount is the amount', () => {
    const basket = withBasketDiscount(
      withLineDiscount(
        withProduct(withProduct(EMPTY_BASKET, espresso, quantity('3')), wine),
        1,
        euros('1.50'),
      ),
      euros('5.00'),
    );
    const priced = priceBasket(basket.lines, 2, basket.discount);
    const document = fixSale(priced, [{ type: 'CASH', amount: priced.total, paymentId: null }], setting);
    for (const line of document.lines) {
      const gross = timesRounded(amount(line.unitPrice), quantity(line.quantity), 2);
      expect(amountText(minus(gross, amount(line.discount)))).toBe(line.amount);
    }
    expect(document.lines.map((line) => line.discount)).toEqual(['4.51', '1.99']);
    expect(document.total).toBe('17.37');
    expect(amountText(sum(document.taxes.map((tax) => amount(tax.gross))))).toBe('17.37');
  });

  it('comes after promotions, which stand in the document like it', () => {
    const offers = {
      promotions: [
        readPromotion({
          ...{ id: 'p1', name: 'Three for two', kind: 'CHEAPEST_FREE', percent: '100' },
          parts: [{ target: { products: ['espresso'] }, pieces: 3 }],
          window: { from: '2026-11-23T00:00', until: '2026-12-01T00:00' },
        }),
      ],
      store: 'berlin',
      customerGroup: null,
      coupons: [],
    };
    const basket = withProduct(withProduct(EMPTY_BASKET, espresso, quantity('3')), wine);
    const at = (moment: string) => priceBasket(basket.lines, 2, percent('10'), { ...offers, at: moment });

    const priced = at('2026-11-30T23:59');
    expect(texts(priced)).toEqual([
      ['0.00', '1.00', '8.98'],
      ['0.00', '0.89', '8.01'],
    ]);
    expect(priced.lines[0]?.promotions).toMatchObject([{ name: 'Three for two', amount: amount('4.99') }]);
    const document = fixSale(priced, [{ type: 'CASH', amount: priced.total, paymentId: null }], {
      ...setting,
      terms: { ...setting.terms, discount: percent('10'), coupons: ['TEN'], customerGroup: 'STAFF' },
    });
    expect(document.pricing).toEqual({
      priceBookVersion: 4711,
      at: '2026-11-22T11:15',
      customerGroup: 'STAFF',
      coupons: ['TEN'],
      basketDiscount: { percent: '10' },
      lines: [1, 2].map((lineNo) => ({ lineNo, price: 'KEPT' })),
      promotions: [{ promotionId: 'p1', name: 'Three for two', lineNo: 1, amount: '4.99' }],
    });
    expect(discountsOf({ lineNo: 1, discount: '5.99' }, document.pricing).byHand).toBe(amount('1.00'));
    expect(document.lines.map((line) => line.discount)).toEqual(['5.99', '0.89']);
    expect(amountText(at('2026-12-01T00:00').total)).toBe('21.48');
  });

  it('goes when the last line goes', () => {
    const basket = withBasketDiscount(withProduct(EMPTY_BASKET, espresso), percent('10'));
    expect(withoutLine(basket, 1).discount).toBeNull();
  });
});

describe('a return', () => {
  const document = sold(withProduct(withProduct(EMPTY_BASKET, espresso, quantity('3')), wine), '50.00');
  const back = (count: string) => ({
    lines: [{ ...document.lines[0], quantity: `-${count}`, returnOf: { saleId: 's1', lineNo: 1 } }] as never,
  });

  it('never exceeds what was sold less what came back already', () => {
    const lines = returnableLines(document, returnedOf('s1', [back('1'), back('1')]));
    expect(lines.map((line) => line.returnable)).toEqual([quantity('1'), quantity('1')]);
    expect(returnableLines(document, returnedOf('s1', [back('2'), back('2')]))[0]?.returnable).toBe(0n);
    expect(returnableLines(document, returnedOf('other', [back('2')]))[0]?.returnable).toBe(quantity('3'));
  });

  it('pays back the price that was paid, with its share of the discount', () => {
    const [first] = document.lines;
    if (!first) throw new Error('the sale has no line');
    const line = { ...first, discount: '1.00', amount: '13.97' };
    const returned = returnLine({ saleId: 's1', lineNo: 1 }, line, quantity('1'), quantity('0'), 2);
    const priced = priceBasket([returned], 2);
    expect(amountText(priced.total)).toBe('-4.66');
    expect(returned.discount).toEqual({ amount: amount('-0.33') });
  });
});

describe('a line that comes back piece by piece', () => {
  it('pays back in all exactly what was charged', () => {
    const [first] = sold(withProduct(EMPTY_BASKET, espresso, quantity('3')), '20.00').lines;
    if (!first) throw new Error('the sale has no line');
    const line = { ...first, discount: '4.97', amount: '10.00' };
    const back = ['0', '1', '2'].map((before) =>
      returnLine({ saleId: 's1', lineNo: 1 }, line, quantity('1'), quantity(before), 2),
    );
    const paidBack = back.map((one) => amountText(priceBasket([one], 2).total));
    expect(paidBack).toEqual(['-3.33', '-3.34', '-3.33']);
  });
});

describe('closing a till', () => {
  it('expects the float and all cash taken less the change given', () => {
    const one = { ...sold(withProduct(EMPTY_BASKET, wine), '20.00'), receiptNumber: 1 };
    expect(closingFigures(amount('100'), amount('108.50'), [one, one], 2)).toEqual({
      expectedCash: '117.80',
      countedCash: '108.50',
      difference: '-9.30',
      sales: 2,
      returns: 0,
    });
  });
});

describe('cash amounts worth offering', () => {
  it('start with the exact one and go on with notes people carry', () => {
    expect(likelyCashAmounts(amount('26.63'), 2).map((offer) => amountText(offer))).toEqual([
      '26.63',
      '30.00',
      '40.00',
      '50.00',
      '100.00',
    ]);
    expect(likelyCashAmounts(amount('20'), 2)[0]).toBe(amount('20'));
    expect(likelyCashAmounts(amount('-5'), 2)).toEqual([]);
  });
});
