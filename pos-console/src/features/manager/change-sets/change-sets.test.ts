import { createInstance } from 'i18next';
import { beforeAll, expect, it, vi } from 'vitest';
import { formatsFor } from '@/shared/format';
import type { ChangeSetTerms, ForecastLine } from '@/shared/http/shapes';
import type { Say } from '@/shared/i18n';
import { en } from '@/shared/i18n/en';
import { enManager } from '@/shared/i18n/en-manager';
import { draftOf, newDraft, termsOf, type ChangeSetDraft } from './change-set-draft';
import { editInWords, notesOf } from './change-set-words';

const setting = { store: { id: 'berlin', currency: 'EUR' }, minorDigits: 2 };
const everything = {
  ...{ categories: [], brands: [], products: [], exceptProducts: [] },
  ...{ priceListId: null, search: null, status: null },
};
const nothing = {
  ...{ currency: null, storeId: null, priceListId: null, value: null, rounding: null },
  ...{ categoryId: null, status: null, taxCategory: null, ageLimit: null },
};
const prices = { ...nothing, currency: 'EUR' };
const names = { store: () => 'Berlin', list: () => 'Regulars', category: () => 'Food > Tea' };
const draft = (values: Partial<ChangeSetDraft>): ChangeSetDraft => ({
  ...newDraft('general'),
  name: 'Autumn',
  ...values,
});

let say: Say;
beforeAll(async () => {
  vi.stubGlobal('navigator', { languages: ['en'] });
  const i18n = createInstance();
  await i18n.init({
    lng: 'en',
    interpolation: { escapeValue: false },
    resources: { en: { translation: { ...en, ...enManager } } },
    keySeparator: false,
    nsSeparator: false,
  });
  say = i18n.t as unknown as Say;
});

it('every kind of edit goes through the form and comes out the same', () => {
  const edits: ChangeSetTerms['edit'][] = [
    { ...prices, kind: 'PERCENT', value: '-12.5', priceListId: 'regulars' },
    { ...prices, kind: 'AMOUNT', value: '0.50', storeId: 'berlin' },
    { ...prices, kind: 'SET', value: '0.00', rounding: null },
    { ...prices, kind: 'ROUND', rounding: { form: 'ENDING', value: '0.99', towards: 'UP' } },
    { ...prices, kind: 'ROUND', rounding: { form: 'STEP', value: '0.05', towards: 'NEAREST' } },
    { ...prices, kind: 'PERCENT', value: '3', rounding: { form: 'ENDING', value: '9.49', towards: 'DOWN' } },
    { ...nothing, kind: 'CATEGORY', categoryId: 'tea' },
    { ...nothing, kind: 'STATUS', status: 'INACTIVE' },
    { ...nothing, kind: 'TAX_CATEGORY', taxCategory: 'REDUCED' },
    { ...nothing, kind: 'AGE_LIMIT', ageLimit: 18 },
    { ...nothing, kind: 'AGE_LIMIT', ageLimit: null },
  ];
  const selection = {
    ...everything,
    ...{ categories: ['food'], brands: ['Illy', 'Lavazza'], products: ['a'], exceptProducts: ['b'] },
    ...{ priceListId: 'regulars', search: 'espresso', status: 'INACTIVE' as const },
  };
  for (const edit of edits) {
    const terms = { name: 'Autumn', selection, edit };
    expect(termsOf(draftOf(terms), setting)).toEqual({ terms });
  }
});

it('numbers are read as they are typed, and what comes back into the shop is looked for among what left it', () => {
  expect(termsOf(draft({ kind: 'AMOUNT', direction: 'DOWN', value: ' 0,5 ' }), setting)).toMatchObject({
    terms: { selection: everything, edit: { value: '-0.50', storeId: null } },
  });
  expect(termsOf(draft({ kind: 'PERCENT', value: '10', place: 'store' }), setting)).toMatchObject({
    terms: { edit: { value: '10', storeId: 'berlin', priceListId: null } },
  });
  expect(termsOf(draft({ kind: 'STATUS', status: 'ACTIVE' }), setting)).toMatchObject({
    terms: { selection: { status: 'INACTIVE' }, edit: { status: 'ACTIVE' } },
  });
});

it('what is missing is told at its place before anything is sent', () => {
  const faults = (values: Partial<ChangeSetDraft>) => {
    const written = termsOf(draft(values), setting);
    return 'faults' in written ? written.faults.map(({ pointer }) => pointer) : [];
  };
  expect(faults({ name: ' ', value: '' })).toEqual(['/name', '/edit/value']);
  expect(faults({ value: '0' })).toEqual(['/edit/value']);
  expect(faults({ value: 'five' })).toEqual(['/edit/value']);
  expect(faults({ kind: 'SET', value: '0' })).toEqual([]);
  expect(faults({ kind: 'ROUND' })).toEqual(['/edit/rounding']);
  expect(faults({ value: '5', rounding: 'OWN', ending: '' })).toEqual(['/edit/rounding']);
  expect(faults({ kind: 'CATEGORY' })).toEqual(['/edit/categoryId']);
  expect(faults({ kind: 'TAX_CATEGORY', taxCategory: '7 %' })).toEqual(['/edit/taxCategory']);
  expect(faults({ kind: 'AGE_LIMIT', ageLimit: '100' })).toEqual(['/edit/ageLimit']);
});

it('an edit is one sentence', () => {
  const words = { t: say, format: formatsFor('en') };
  const told = (edit: ChangeSetTerms['edit']) => editInWords(edit, names, words);
  expect(
    told({
      ...prices,
      ...{ kind: 'PERCENT', value: '-5', rounding: { form: 'ENDING', value: '0.99', towards: 'UP' } },
    }),
  ).toBe('Prices down 5 %, ending in 0.99 · general prices');
  expect(told({ ...prices, kind: 'SET', value: '4.5', priceListId: 'l' })).toBe(
    'Price €4.50 · price list Regulars',
  );
  expect(told({ ...nothing, kind: 'CATEGORY', categoryId: 'c' })).toBe('Category: Food > Tea');
  expect(told({ ...nothing, kind: 'AGE_LIMIT', ageLimit: null })).toBe('Age limit: for everybody');
});

it('a line says what there is to know, in the store’s time', () => {
  const words = { t: say, format: formatsFor('en') };
  const notes = (outcome: ForecastLine['outcome'], remarks: ForecastLine['notes']) =>
    notesOf({ outcome, notes: remarks }, 'EUR', 'Europe/Berlin', words);
  expect(notes('NO_PRICE', [])).toEqual(['has no price there']);
  expect(
    notes('CHANGES', [
      { note: 'BELOW_COST', at: null, amount: null, other: null },
      { note: 'SCHEDULED_LATER', at: '2026-12-01T05:00:00Z', amount: '5.10', other: null },
    ]),
  ).toEqual(['below cost', '€5.10 follows on Dec 1, 2026, 6:00 AM']);
  expect(notes('FAILS', [{ note: 'BARCODE_TAKEN', at: null, amount: null, other: 'Tea (SKU T1)' }])).toEqual([
    'its barcode is now on Tea (SKU T1)',
  ]);
});
