import { createInstance } from 'i18next';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { PromotionTerms } from '@/shared/http/shapes';
import { formatsFor } from '@/shared/format';
import { en } from '@/shared/i18n/en';
import { enManager } from '@/shared/i18n/en-manager';
import { storeTime } from '@/domain/business-date';
import type { Say } from '@/shared/i18n';
import { errorAt, errorsElsewhere } from '../forms/placed-errors';
import { draftOf, KINDS, newDraft, termsOf, withKind } from './promotion-draft';
import { stateOf } from '../terms/state';
import { whatItDoes, whenItHolds } from './promotion-words';

const everything = { products: [], categories: [], exceptProducts: [] };
const plain: PromotionTerms = {
  name: 'Spring',
  kind: 'LINE_PERCENT',
  currency: null,
  priority: 5,
  exclusive: true,
  active: true,
  window: { from: null, until: null, weekdays: [], startsAt: null, endsAt: null },
  stores: ['berlin'],
  customerGroups: ['staff'],
  coupon: 'SPRING-10',
  couponLimit: 100,
  maximumUses: 3,
  minimumAmount: null,
  minimumQuantity: null,
  target: everything,
  percent: null,
  amount: null,
  parts: [],
  price: null,
};
const tea = { products: ['tea', 'mint'], categories: ['drinks'], exceptProducts: ['cola'] };
const cake = { ...everything, products: ['cake'] };
const window = {
  from: '2026-03-01T08:00',
  until: '2026-04-01T00:00',
  weekdays: [1, 6],
  startsAt: '22:00',
  endsAt: '02:00',
};
const ofEveryKind: readonly PromotionTerms[] = [
  { ...plain, kind: 'LINE_PERCENT', percent: '12.5', target: tea, window },
  { ...plain, kind: 'LINE_AMOUNT', amount: '0.50', currency: 'EUR', minimumQuantity: '2.5' },
  { ...plain, kind: 'BASKET_PERCENT', percent: '10', minimumAmount: '20.00', currency: 'EUR' },
  { ...plain, kind: 'BASKET_AMOUNT', amount: '5.00', currency: 'EUR', active: false },
  { ...plain, kind: 'CHEAPEST_FREE', percent: '100', parts: [{ target: tea, pieces: 3 }] },
  {
    ...plain,
    kind: 'BUY_X_GET_Y',
    percent: '50',
    parts: [
      { target: tea, pieces: 2 },
      { target: cake, pieces: 1 },
    ],
  },
  { ...plain, kind: 'MIX_AND_MATCH', price: '5.00', currency: 'EUR', parts: [{ target: tea, pieces: 4 }] },
  {
    ...plain,
    kind: 'BUNDLE',
    price: '0.00',
    currency: 'EUR',
    parts: [
      { target: cake, pieces: 1 },
      { target: tea, pieces: 2 },
      { target: everything, pieces: 1 },
    ],
  },
];

const PARTS: Readonly<Partial<Record<PromotionTerms['kind'], number>>> = {
  BUY_X_GET_Y: 2,
  CHEAPEST_FREE: 1,
  MIX_AND_MATCH: 1,
  BUNDLE: 2,
};

describe('a promotion that is changed', () => {
  it('loses nothing that was not touched, whatever its kind', () => {
    expect(new Set(ofEveryKind.map(({ kind }) => kind))).toEqual(new Set(KINDS));
    for (const terms of ofEveryKind) expect(termsOf(draftOf(terms), 'EUR', 2)).toEqual({ terms });
  });

  it('is written by a person: commas, blanks, no needless currency', () => {
    const draft = {
      ...newDraft([]),
      name: ' Tea ',
      percent: '12,5',
      minimumAmount: '1.000,5',
      coupon: ' TEA ',
    };
    expect(termsOf(draft, 'EUR', 2)).toMatchObject({
      terms: { name: 'Tea', percent: '12.5', minimumAmount: '1000.50', coupon: 'TEA', currency: 'EUR' },
    });
    expect(termsOf({ ...draft, minimumAmount: '' }, 'EUR', 2)).toMatchObject({ terms: { currency: null } });
  });

  it('sends only what its kind uses when the kind is changed, and keeps the goods', () => {
    for (const before of ofEveryKind) {
      for (const kind of KINDS.filter((other) => other !== before.kind)) {
        const draft = withKind(draftOf(before), kind);
        const filled = { ...draft, percent: draft.percent || '10', amount: '1', price: '9' };
        const written = termsOf(filled, 'EUR', 2);
        if (!('terms' in written)) throw new Error(`${before.kind} to ${kind}: ${JSON.stringify(written)}`);
        const { percent, amount, price, parts, currency } = written.terms;
        expect([percent, amount, price].filter((value) => value !== null)).toHaveLength(1);
        expect(currency === null).toBe((amount ?? price ?? written.terms.minimumAmount) === null);
        expect(parts).toHaveLength(PARTS[kind] ?? 0);
        const goods = before.parts[0]?.target ?? before.target;
        expect(parts[0]?.target ?? written.terms.target).toEqual(goods);
      }
    }
  });

  it('is not sent with faults; each is named where the server would name it', () => {
    const wrong = {
      ...withKind(newDraft([]), 'CHEAPEST_FREE'),
      percent: '101',
      parts: [{ pieces: '1', target: everything }],
      coupon: 'NO SPACES',
      couponLimit: '0',
      from: '2026-05-01T00:00',
      until: '2026-05-01T00:00',
      startsAt: '10:00',
    };
    const written = termsOf(wrong, 'EUR', 2);
    expect('faults' in written && written.faults.map(({ pointer }) => pointer)).toEqual([
      '/name',
      '/percent',
      '/parts/0/pieces',
      '/coupon',
      '/couponLimit',
      '/window/until',
      '/window/endsAt',
    ]);
  });
});

describe('what the server finds wrong', () => {
  const errors = [
    { pointer: '/parts/0/pieces', detail: 'too many' },
    { pointer: '/percent', detail: 'needed' },
    { pointer: '/active', detail: 'There are 1,000 promotions.' },
  ];

  it('stands at its field, or else where it is seen all the same', () => {
    expect(errorAt(errors, '/percent')).toBe('needed');
    expect(errorAt(errors, '/parts')).toBe('too many');
    expect(errorAt(errors, '/per')).toBeUndefined();
    expect(errorsElsewhere(errors, ['/percent', '/parts'])).toEqual([errors[2]]);
  });
});

describe('where a promotion stands', () => {
  it('is told by the clock of the store, not of the device', () => {
    const now = storeTime(new Date('2026-03-31T22:30:00Z'), 'Europe/Berlin');
    expect(now).toBe('2026-04-01T00:30');
    const state = (from: string | null, until: string | null, active = true) =>
      stateOf({ ...plain, active, window: { ...plain.window, from, until } }, now);
    expect(state(null, null)).toBe('RUNNING');
    expect(state('2026-04-01T00:30:00', null)).toBe('RUNNING');
    expect(state('2026-04-01T00:31', null)).toBe('SCHEDULED');
    expect(state(null, '2026-04-01T00:30')).toBe('OVER');
    expect(state(null, '2026-04-01T00:31', false)).toBe('ENDED');
  });
});

describe('a promotion in words', () => {
  let t: Say;
  beforeAll(async () => {
    vi.stubGlobal('navigator', { languages: ['en'] });
    const i18n = createInstance();
    await i18n.init({
      lng: 'en',
      keySeparator: false,
      resources: { en: { translation: { ...en, ...enManager } } },
      interpolation: { escapeValue: false },
    });
    t = i18n.t as unknown as Say;
  });
  const names: Readonly<Record<string, string>> = {
    tea: 'Tea',
    mint: 'Mint',
    drinks: 'Drinks',
    cake: 'Cake',
  };

  it('says what a customer gets and when', () => {
    const telling = { t, format: formatsFor('en'), nameOf: (id: string) => names[id] };
    expect(ofEveryKind.map((terms) => whatItDoes(terms, telling))).toEqual([
      '12.5 % off Drinks and 2 products except 1 product',
      '€0.50 off each piece: everything',
      '10 % off the whole basket',
      '€5.00 off the whole basket',
      'The cheapest of 3 is free: Drinks and 2 products except 1 product',
      'Buy 2 × Drinks and 2 products except 1 product, get 50 % off 1 × Cake',
      'Any 4 of Drinks and 2 products except 1 product for €5.00',
      '1 × Cake, 2 × Drinks and 2 products except 1 product, and 1 × everything together for €0.00',
    ]);
    expect(whenItHolds({ ...plain, window }, telling)).toMatch(
      /^Mar 1, 2026, 8:00\sAM to Apr 1, 2026, 12:00\sAM · Mon and Sat · 22:00–02:00$/,
    );
  });
});
