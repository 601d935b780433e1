import { expect, it } from 'vitest';
import { EMPTY_BASKET, withProduct } from '@/domain/basket';
import { amount } from '@/domain/decimal';
import { priceBasket } from '@/domain/pricing/price-basket';
import { sentenceOf } from '@/domain/pricing/sentences';
import { priceSentences } from './price-sentences';

const mug = {
  productId: 'mug',
  sku: 'mug',
  name: 'Mug',
  unit: 'PIECE' as const,
  price: amount('7.90'),
  currency: 'EUR',
  taxCategory: 'STANDARD',
  taxRate: '19.00',
  categoryId: null,
  category: null,
  ageLimit: null,
  barcodes: [],
};

it.each([
  ['de-AT', 'Der Preis ist 7,90, wie beim Scannen.', '7,90 enthalten 1,26 Steuer (STANDARD, 19 %).'],
  [
    'pt',
    'The price is 7.90, as it was when the goods were scanned.',
    '7.90 includes 1.26 tax (STANDARD, 19 %).',
  ],
])('a line in the till says in %s why it costs what it does', async (language, ...expected) => {
  const templates = await priceSentences(language);
  const [line] = priceBasket(withProduct(EMPTY_BASKET, mug).lines, 2, { percent: amount('0') }).lines;
  const sentences = line?.trace.map((entry) => sentenceOf(entry, templates)) ?? [];
  expect([sentences[0], sentences.at(-1)]).toEqual(expected);
});
