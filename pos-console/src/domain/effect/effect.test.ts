import { describe, expect, it } from 'vitest';
import { amount, amountText, quantity, quantityText } from '../decimal';
import { readPromotion, type Wire } from '../pricing/pricing-reader';
import type { Promotion } from '../pricing/price-book';
import type { NamedList } from '../pricing/store-prices';
import type { Product } from '../product';
import { findingsOf, firstMoment, listEffects, promotionEffects, type Moment } from './effect';
import { samplesOf, soldBasket, type Sample, type SampleGoods } from './samples';

const product = (productId: string, price: string, categoryId: string): Product => ({
  ...{ productId, sku: productId, name: productId, unit: 'PIECE', price: amount(price), currency: 'EUR' },
  ...{ taxCategory: 'REDUCED', taxRate: '7', categoryId, category: null, ageLimit: null, barcodes: [] },
});
const espresso = product('espresso', '5.00', 'coffee');
const filter = product('filter', '4.00', 'coffee');
const soap = product('soap', '3.00', 'household');
const goods: SampleGoods = { aimed: [[espresso, filter]], others: [soap] };
const coffee = { products: [], categories: ['coffee'], exceptProducts: [] };

const promotion = (terms: Wire<Promotion>): Promotion =>
  readPromotion({ id: 'p', name: 'Ours', target: coffee, ...terms });
const moment: Moment = {
  ...{ promotions: [], priceLists: [], taxRates: [], lineages: new Map() },
  ...{ store: 'berlin', timeZone: 'Europe/Berlin', at: '2026-11-23T12:00' },
};
const tried = (ours: Promotion, others: readonly Promotion[] = [], samples = samplesOf(ours, goods)) =>
  promotionEffects(
    samples,
    ours,
    {
      without: { ...moment, promotions: others },
      with: { ...moment, promotions: [...others, ours] },
      stored: null,
    },
    2,
  );
const told = (effects: ReturnType<typeof tried>) =>
  effects.map(({ sample, before, after, off }) =>
    [sample.kind, ...[before, after, off].map((each) => amountText(each))].join(' '),
  );
const amounts = (sample: Sample | undefined) =>
  sample?.basket.lines.map((line) => `${quantityText(line.quantity)} ${line.name}`);

const threeForTwo = promotion({
  ...{ kind: 'CHEAPEST_FREE', percent: '100' },
  parts: [{ target: coffee, pieces: 3 }],
});

describe('sample baskets', () => {
  it('meet a condition, just miss it, and meet it twice', () => {
    const samples = samplesOf(threeForTwo, goods);
    expect(samples.map(({ kind }) => kind)).toEqual(['MEETS', 'MISSES', 'TWICE', 'OTHER_GOODS']);
    expect(amounts(samples[0])).toEqual(['2 espresso', '1 filter']);
    expect(amounts(samples[1])).toEqual(['1 espresso', '1 filter']);
    expect(told(tried(threeForTwo))).toEqual([
      'MEETS 14.00 10.00 4.00',
      'MISSES 9.00 9.00 0.00',
      'TWICE 32.00 23.00 9.00',
      'OTHER_GOODS 3.00 3.00 0.00',
    ]);
  });

  it('reach the worth that is asked for with whole pieces, and stay a piece below it', () => {
    const from12 = promotion({ kind: 'BASKET_AMOUNT', amount: '2.00', minimumAmount: '12.00' });
    expect(told(tried(from12)).slice(0, 2)).toEqual(['MEETS 15.00 13.00 2.00', 'MISSES 10.00 10.00 0.00']);
    expect(tried(from12)[1]?.refused[0]).toMatchObject({ subject: 'p', code: 'BELOW_MINIMUM_AMOUNT' });
  });

  it('show the coupon and are of the group that are asked for', () => {
    const asked = promotion({
      kind: 'LINE_PERCENT',
      percent: '10',
      coupon: 'C10',
      customerGroups: ['STAFF'],
    });
    expect(told(tried(asked))[0]).toBe('GOODS 9.00 8.10 0.90');
  });

  it('are those of real sales as well, at what the goods were sold for', () => {
    const line = { productId: 'filter', sku: 'F', name: 'Filter', taxCategory: 'REDUCED', taxRate: '7' };
    const basket = soldBasket(
      [{ ...line, quantity: quantity('2'), unitPrice: amount('3.50') }],
      () => filter,
      new Map(),
    );
    const sale: Sample = { id: 's', kind: 'SALE', basket, customerGroup: null };
    const tenPercent = promotion({ kind: 'LINE_PERCENT', percent: '10' });
    expect(told(tried(tenPercent, [], [sale]))).toEqual(['SALE 7.00 6.30 0.70']);
  });
});

describe('what is found in the baskets', () => {
  const kinds = (...args: Parameters<typeof tried>) => findingsOf(tried(...args));

  it('nothing, when a promotion does what it says', () => {
    expect(kinds(threeForTwo)).toEqual([]);
    expect(kinds(promotion({ kind: 'LINE_PERCENT', percent: '10' }))).toEqual([]);
  });

  it('goods for nothing, unless one free is the very point', () => {
    const free = promotion({ kind: 'LINE_AMOUNT', amount: '4.50' });
    expect(kinds(free)).toEqual([{ kind: 'TO_ZERO', names: ['filter'], baskets: 1 }]);
  });

  it('another one that always goes first', () => {
    const first = promotion({ id: 'a', name: 'Sale', kind: 'LINE_PERCENT', percent: '5', exclusive: true });
    const ours = promotion({ kind: 'LINE_PERCENT', percent: '10' });
    expect(kinds(ours, [first])).toEqual([{ kind: 'NEVER_APPLIES', names: ['Sale'], baskets: 1 }]);
  });

  it('another one on the same goods, and one that gets less than before', () => {
    const more = promotion({ id: 'z', name: 'More', kind: 'LINE_PERCENT', percent: '50' });
    const ours = promotion({ kind: 'LINE_PERCENT', percent: '10' });
    expect(kinds(ours, [more])).toEqual([
      { kind: 'ADDS_UP', names: ['More'], baskets: 1 },
      { kind: 'DISPLACES', names: ['More'], baskets: 1 },
    ]);
  });

  it('nothing taken off anywhere', () => {
    const elsewhere = promotion({ kind: 'LINE_PERCENT', percent: '10', stores: ['hamburg'] });
    expect(kinds(elsewhere)).toEqual([{ kind: 'NO_EFFECT', names: [], baskets: 2 }]);
  });
});

it('a price list is tried on goods that are in it', () => {
  const list: NamedList = {
    ...{ id: 'staff', name: 'Staff', priority: 5, stores: [], customerGroups: ['STAFF'] },
    ...{ validFrom: null, validUntil: null },
  };
  const price = (priceList: string | null, value: string) => ({
    ...{ priceList, storeOwn: false, minimumQuantity: quantity('0'), amount: amount(value) },
    ...{ validFrom: '2026-01-01T00:00:00Z', validUntil: null },
  });
  const listed = { ...espresso, prices: [price(null, '5.00'), price('staff', '4.20')] };
  const [sample] = samplesOf(promotion({ kind: 'LINE_PERCENT', percent: '1', customerGroups: ['STAFF'] }), {
    ...{ aimed: [[listed]], others: [] },
  });
  const effects = listEffects(
    sample ? [sample] : [],
    { without: moment, with: { ...moment, priceLists: [list] }, stored: moment },
    2,
  );
  expect(told(effects)).toEqual(['GOODS 5.00 4.20 0.80']);
  expect(effects[0]?.stored).toBe(amount('5.00'));
});

it('baskets are priced for the first moment at which the promotion holds', () => {
  const happy = { from: null, until: null, weekdays: [5], startsAt: '17:00', endsAt: '19:00' };
  expect(firstMoment(happy, '2026-11-22T20:00')).toBe('2026-11-27T17:00');
  expect(firstMoment(happy, '2026-11-27T18:30')).toBe('2026-11-27T18:30');
  expect(firstMoment({ ...happy, startsAt: '22:00', endsAt: '02:00' }, '2026-11-22T20:00')).toBe(
    '2026-11-27T00:00',
  );
  expect(firstMoment({ ...happy, from: '2099-03-01T00:00:00', weekdays: [] }, '2026-11-22T20:00')).toBe(
    '2099-03-01T17:00',
  );
  expect(firstMoment({ ...happy, until: '2026-11-22T12:00:00' }, '2026-11-22T20:00')).toBeNull();
});
