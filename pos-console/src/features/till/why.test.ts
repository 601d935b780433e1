import { expect, it } from 'vitest';
import { EMPTY_BASKET, withBasketDiscount, withLineDiscount, withProduct } from '@/domain/basket';
import { amount, amountText, quantity, type Amount } from '@/domain/decimal';
import { priceBasket } from '@/domain/pricing/price-basket';
import { readPromotion } from '@/domain/pricing/pricing-reader';
import { sentenceOf } from '@/domain/pricing/sentences';
import type { TraceEntry } from '@/domain/pricing/trace';
import type { Product } from '@/domain/product';
import english from '../../../../contracts/pricing/sentences.en.json';
import { lineAloud, reasonsOfBasket, reasonsOfLine, type Reasons } from './why';

const product = (name: string, price: string): Product => ({
  productId: name,
  sku: name,
  name,
  unit: 'PIECE',
  price: amount(price),
  currency: 'EUR',
  taxCategory: 'REDUCED',
  taxRate: '7.00',
  categoryId: null,
  category: null,
  ageLimit: null,
  barcodes: [],
});
const offers = {
  promotions: [
    readPromotion({
      ...{ id: 'p1', name: 'Three for two', kind: 'CHEAPEST_FREE', percent: '100' },
      parts: [{ target: { products: ['Espresso'] }, pieces: 3 }],
    }),
    readPromotion({ id: 'p2', name: 'Welcome', kind: 'BASKET_PERCENT', percent: '10', coupon: 'WELCOME10' }),
  ],
  store: 'berlin',
  at: '2026-11-22T10:15:00',
  customerGroup: null,
  coupons: [],
};
const told = ({ made, refused }: Reasons) =>
  [made, refused].map((each) => each.map((entry) => sentenceOf(entry, english)));

it('a line and the basket say why they cost what they do, each decision once', () => {
  const coffee = withProduct(EMPTY_BASKET, product('Espresso', '4.99'), quantity('3'));
  const both = withLineDiscount(withProduct(coffee, product('Milk', '1.29')), 2, { amount: amount('0.29') });
  const basket = withBasketDiscount(both, { amount: amount('1.00') });
  const priced = priceBasket(basket.lines, 2, basket.discount, offers);

  const refused = ['“Welcome” needs the coupon WELCOME10.'];
  expect(told(reasonsOfLine(priced, 1))).toEqual([
    [
      'The price is 4.99, as it was when the goods were scanned.',
      '“Three for two” takes off 4.99.',
      '1.00 off the basket by hand.',
      '9.98 includes 0.65 tax (REDUCED, 7 %).',
    ],
    refused,
  ]);
  expect(told(reasonsOfLine(priced, 2))).toEqual([
    [
      'The price is 1.29, as it was when the goods were scanned.',
      '0.29 off by hand.',
      '1.00 off the basket by hand.',
      '9.98 includes 0.65 tax (REDUCED, 7 %).',
    ],
    refused,
  ]);
  expect(told(reasonsOfBasket(priced))).toEqual([
    [
      '“Three for two” takes off 4.99.',
      '1.00 off the basket by hand.',
      '9.98 includes 0.65 tax (REDUCED, 7 %).',
    ],
    refused,
  ]);
  expect(reasonsOfLine(priced, 99)).toEqual({ made: [], refused: [] });
});

it('a line is read aloud from the price of one to what is paid, without what is the whole basket’s', () => {
  const coffee = withProduct(EMPTY_BASKET, product('Espresso', '4.99'), quantity('3'));
  const milk = withLineDiscount(withProduct(coffee, product('Milk', '1.29')), 2, { amount: amount('0.29') });
  const basket = withBasketDiscount(milk, { amount: amount('1.00') });
  const { lines } = priceBasket(basket.lines, 2, basket.discount, offers);
  const words = {
    say: (entry: TraceEntry) => sentenceOf(entry, english),
    times: ({ listed }: { listed: Amount }) => `In all ${amountText(listed)}.`,
    share: ({ share }: { share: Amount }) => `Share ${amountText(share)}.`,
    result: ({ amount: due }: { amount: Amount }) => `So ${amountText(due)}.`,
    untaxed: ({ gross: due }: { gross: Amount }) => `So ${amountText(due)}.`,
  };
  expect(lines.map((line) => lineAloud(line, words))).toEqual([
    [
      'The price is 4.99, as it was when the goods were scanned.',
      'In all 14.97.',
      '“Three for two” takes off 4.99.',
      'Share 0.91.',
      'So 9.07.',
    ],
    [
      'The price is 1.29, as it was when the goods were scanned.',
      '0.29 off by hand.',
      'Share 0.09.',
      'So 0.91.',
    ],
  ]);
});
