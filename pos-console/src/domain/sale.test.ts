import { describe, expect, it } from 'vitest';
import {
  EMPTY_BASKET,
  reduced,
  withBasketDiscount,
  withLineDiscount,
  withProduct,
  withQuantity,
  withReturned,
  withoutLine,
  type Basket,
  type BasketLine,
} from './basket';
import { amount, amountText, minus, plus, quantity, sum, timesRounded } from './decimal';
import { priceBasket } from './pricing/price-basket';
import { readPromotion } from './pricing/pricing-reader';
import type { Product } from './product';
import { returnableLines, returnedOf, returnLine } from './returning';
import { cashKept, cashRoundingOf, changeFor, fixSale, likelyCashAmounts } from './sale';
import { withScanned } from './scanned';
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
    taxExempt: false,
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
      taxExempt: false,
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

  it('of a receipt that does not say its taxes pays back the price with its share of the discount', () => {
    const [first] = document.lines;
    if (!first) throw new Error('the sale has no line');
    const { tax, ...line } = { ...first, discount: '1.00', amount: '13.97' };
    expect(tax).toBeDefined();
    const returned = returnLine({ saleId: 's1', lineNo: 1 }, document, line, quantity('1'), [], 2);
    const priced = priceBasket([returned], 2);
    expect(amountText(priced.total)).toBe('-4.66');
    expect(returned.discount).toEqual({ amount: amount('-0.33') });
  });

  it('joins what of the same line lies in the basket already', () => {
    const [first] = document.lines;
    if (!first) throw new Error('the sale has no line');
    const take = (part: string) =>
      returnLine({ saleId: 's1', lineNo: 1 }, document, first, quantity(part), [], 2);
    const basket = [take('1'), take('3')].reduce(withReturned, EMPTY_BASKET);
    expect(basket.lines.map((line) => line.quantity)).toEqual([quantity('-3')]);
    expect(amountText(priceBasket(basket.lines, 2).total)).toBe('-14.97');
  });
});

describe('a receipt that comes back in parts', () => {
  const lot = { lot: 'L-7', serial: null, expiry: '2026-12-31' };
  const cheese = { ...product('cheese', '19.99', '7.00'), unit: 'KG' as const };
  const third = product('third', '0.333', '19.00');
  const basket = [
    { product: espresso, quantity: quantity('3'), price: null, labelled: false, batch: lot },
    { product: cheese, quantity: quantity('0.345'), price: null, labelled: true },
    { product: third, quantity: quantity('3'), price: null, labelled: false },
    { product: wine, quantity: quantity('2'), price: null, labelled: false },
  ].reduce((filled, goods) => withScanned(filled, goods, null, 2), EMPTY_BASKET);
  const priced = priceBasket(basket.lines, 2, { amount: amount('7.77') });
  const charged = fixSale(priced, [{ type: 'CASH', amount: priced.total, paymentId: null }], setting);
  const receipt = { ...charged, cashRounding: '0.02' };
  const adds = (texts: readonly (string | undefined)[]) =>
    amountText(sum(texts.map((text) => amount(text ?? '0'))));

  /** Takes everything back, `steps` thousandths of each line at a time. */
  const takenBack = (steps: readonly bigint[]) => {
    const documents: ReturnType<typeof fixSale>[] = [];
    for (let turn = 0; ; turn++) {
      const lines = returnableLines(receipt, returnedOf('s1', documents)).flatMap(
        ({ line, returnable, before }, at) => {
          const step = steps[(turn + at) % steps.length] ?? 1000n;
          const part = (step < returnable ? step : returnable) as typeof returnable;
          if (part === 0n) return [];
          return returnLine({ saleId: 's1', lineNo: line.lineNo }, receipt, line, part, before, 2);
        },
      );
      if (lines.length === 0) return documents;
      const back = priceBasket(lines.reduce(withReturned, EMPTY_BASKET).lines, 2);
      const given = plus(back.total, cashRoundingOf(back));
      documents.push(fixSale(back, [{ type: 'CASH', amount: given, paymentId: null }], setting));
    }
  };

  it.each([[[1000n]], [[345n, 1000n, 2000n]], [[77n]], [[1n, 999n]], [[3000n]]])(
    'gives back what was paid, tax and cash rounding to the cent, in steps of %s',
    (steps) => {
      const documents = takenBack(steps);
      const lines = documents.flatMap((each) => each.lines);
      for (const sale of receipt.lines) {
        const own = lines.filter(({ returnOf }) => returnOf?.lineNo === sale.lineNo);
        expect(adds([sale.amount, ...own.map((line) => line.amount)])).toBe('0.00');
        expect(adds([sale.tax, ...own.map((line) => line.tax)])).toBe('0.00');
        expect(own.every((line) => line.batch?.lot === sale.batch?.lot)).toBe(true);
      }
      for (const group of receipt.taxes) {
        const own = documents.flatMap((each) => each.taxes.filter(({ rate }) => rate === group.rate));
        expect(adds([group.tax, ...own.map((tax) => tax.tax)])).toBe('0.00');
      }
      expect(adds([receipt.cashRounding, ...documents.map((each) => each.cashRounding)])).toBe('0.00');
      for (const { lines: own, tenders, total, cashRounding } of documents) {
        expect(adds(tenders.map((tender) => tender.amount))).toBe(adds([total, cashRounding]));
        for (const line of own) {
          const listed = timesRounded(amount(line.unitPrice), quantity(line.quantity), 2);
          expect(amountText(minus(listed, amount(line.discount)))).toBe(line.amount);
        }
      }
    },
  );

  it('says of every line its tax, which add up to those of its group', () => {
    expect(receipt.lines.map(({ tax }) => tax)).toEqual(['0.79', '0.37', '0.13', '2.30']);
    expect(receipt.taxes.map(({ tax }) => tax)).toEqual(['1.16', '2.43']);
    expect(receipt.lines[0]?.batch).toEqual({ lot: 'L-7', expiryDate: '2026-12-31' });
    expect(receipt.lines[1]).not.toHaveProperty('batch');
  });
});

describe('tax on top of prices', () => {
  const listed = (sku: string, price: string, taxCategory: string) => ({
    ...product(sku, price, '0'),
    taxCategory,
    prices: [
      {
        ...{ priceList: null, storeOwn: false, minimumQuantity: quantity('0'), amount: amount(price) },
        ...{ validFrom: '2000-01-01T00:00:00Z', validUntil: null },
      },
    ],
  });
  const [chair, bread] = [listed('chair', '19.99', 'STANDARD'), listed('bread', '4.00', 'ZERO')];
  const rate = (component: string, percent: string, validFrom: string, compound = false) => ({
    ...{ category: 'STANDARD', component, compound, rate: percent, validFrom },
  });
  const zero = { ...{ category: 'ZERO', component: 'ZERO', rate: '0.00', validFrom: '2000-01-01' } };
  const offers = {
    ...{ promotions: [], store: 'montreal', timeZone: 'America/Toronto', customerGroup: null, coupons: [] },
    ...{ at: '2026-11-24T10:00', pricesIncludeTax: false },
    taxRates: [rate('QST', '9.975', '2013-01-01'), rate('GST', '5.00', '2008-01-01'), zero],
  };
  const basket = withProduct(withProduct(EMPTY_BASKET, chair, quantity('3')), bread);
  const pricedIn = (more: object) =>
    priceBasket(basket.lines, 2, { percent: amount('10') }, { ...offers, ...more });
  const priced = pricedIn({});
  const document = fixSale(priced, [{ type: 'CASH', amount: priced.total, paymentId: null }], setting);

  /** 59.97 less 6.00: 53.97, GST 2.70 (2.6985), QST 5.38 (5.3835); bread 4.00 less 0.40. */
  it('is in the amount of its line, which says what of it prices do not hold', () => {
    expect(document.lines[0]).toMatchObject({
      ...{ unitPrice: '19.99', discount: '6.00', amount: '62.05', taxRate: '14.975' },
      ...{ tax: '8.08', taxAdded: '8.08' },
      taxParts: [
        { component: 'GST', rate: '5', tax: '2.70' },
        { component: 'QST', rate: '9.975', tax: '5.38' },
      ],
    });
    expect(document.lines[1]).toMatchObject({ amount: '3.60', tax: '0.00', taxRate: '0.00' });
    expect(document.lines[1]).not.toHaveProperty('taxAdded');
    expect(document.taxes.map(({ category, net, tax, gross }) => [category, net, tax, gross])).toEqual([
      ['STANDARD', '53.97', '8.08', '62.05'],
      ['ZERO', '3.60', '0.00', '3.60'],
    ]);
    expect(document.total).toBe('65.65');
  });

  it('counts a compound tax after the others, and none before its day', () => {
    const compound = pricedIn({
      taxRates: [rate('A', '9.5', '2012-01-01', true), rate('B', '5', '2012-01-01'), zero],
    });
    expect(compound.taxes[0]?.rate).toBe('14.975');
    expect(compound.taxes[0]?.taxes.map(({ id, tax }) => [id, amountText(tax)])).toEqual([
      ['B', '2.70'],
      ['A', '5.38'],
    ]);
    expect(pricedIn({ at: '2012-12-31T23:59' }).taxes[0]?.rate).toBe('5.00');
  });

  it('goes back with the goods, each tax to the cent, also beside others of the same rate', () => {
    const [sold] = document.lines;
    if (!sold) throw new Error('the sale has no line');
    const documents: ReturnType<typeof fixSale>[] = [];
    for (const part of ['1', '1', '1']) {
      const [{ before } = { before: [] }] = returnableLines(document, returnedOf('s1', documents));
      const back = returnLine({ saleId: 's1', lineNo: 1 }, document, sold, quantity(part), before, 2);
      const lines = withReturned(withProduct(EMPTY_BASKET, chair), back).lines;
      const taxRates = [rate('HST', '14.975', '2026-01-01'), zero];
      const exchange = priceBasket(lines, 2, null, { ...offers, taxRates });
      documents.push(fixSale(exchange, [{ type: 'CASH', amount: exchange.total, paymentId: null }], setting));
    }
    const own = documents.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'RETURN'));
    const whole = (texts: readonly string[]) => amountText(sum(texts.map(amount)));
    expect(whole(own.map((line) => line.amount))).toBe('-62.05');
    expect(own.map(({ taxParts }) => taxParts?.map(({ tax }) => tax))).toEqual([
      ['-0.90', '-1.79'],
      ['-0.90', '-1.80'],
      ['-0.90', '-1.79'],
    ]);
    expect(documents[0]?.taxes).toHaveLength(1);
    expect(documents[0]?.taxes[0]?.taxParts?.map(({ component }) => component)).toEqual([
      'GST',
      'QST',
      'HST',
    ]);
    for (const { lines, taxes, total } of documents) {
      expect(whole(lines.map((line) => line.amount))).toBe(total);
      expect(whole(lines.map((line) => line.tax ?? '0'))).toBe(whole(taxes.map(({ tax }) => tax)));
    }
  });
});

describe('closing a till', () => {
  it('expects the float and all cash taken less the change given', () => {
    const one = { ...sold(withProduct(EMPTY_BASKET, wine), '20.00'), receiptNumber: 1 };
    expect(closingFigures(amount('100'), amount('108.50'), [one, one], [], 2)).toEqual({
      expectedCash: '117.80',
      foreignCash: [],
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
