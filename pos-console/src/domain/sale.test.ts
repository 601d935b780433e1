import { describe, expect, it } from 'vitest';
import { EMPTY_BASKET, reduced, withProduct, withQuantity, withoutLine, type Basket } from './basket';
import { amount, amountText, quantity, sum } from './decimal';
import { priceBasket } from './pricing/price-basket';
import { taxWithin } from './pricing/tax';
import type { Product } from './product';
import { returnableLines, returnedOf, returnLine } from './returning';
import { cashKept, changeFor, fixSale, likelyCashAmounts } from './sale';
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

  it('contains tax rounded once per group', () => {
    expect(amountText(taxWithin(amount('9.98'), '7.00', 2))).toBe('0.65');
    expect(amountText(taxWithin(amount('-9.98'), '7.00', 2))).toBe('-0.65');
    expect(amountText(taxWithin(amount('100'), '0', 2))).toBe('0.00');
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
    const returned = returnLine({ saleId: 's1', lineNo: 1 }, line, quantity('1'), 2);
    const priced = priceBasket([returned], 2);
    expect(amountText(priced.total)).toBe('-4.66');
    expect(amountText(returned.discount)).toBe('-0.33');
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
