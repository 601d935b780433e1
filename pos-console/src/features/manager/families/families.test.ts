import { expect, it } from 'vitest';
import { combinationsOf, skuOf, valuesOf } from '@/domain/variant-matrix';
import { madeAt } from '@/domain/uuid';
import { Problem, Unreachable } from '@/shared/http/problem';
import { NEW_FAMILY, rowsOf, workOf, type FamilyDraft, type Making } from './family-draft';
import { makeFamily, type Made } from './family-work';
import { Ids } from './unfinished';

const ids = new Ids();
const making: Making = {
  store: { id: 'berlin', currency: 'EUR', timeZone: 'Europe/Berlin' },
  ...{ minorDigits: 2, everywhere: true, idOf: ids.of, madeAt },
};
const shirt: FamilyDraft = {
  ...NEW_FAMILY,
  ...{ name: 'Shirt', skuPattern: 'TEE-{Size}-{colour}', price: '19,90' },
  options: [
    { name: 'Size', values: 'S, M' },
    { name: 'Colour', values: 'Red; blue' },
  ],
  variants: { '["M","blue"]': { leftOut: true }, '["S","blue"]': { price: '17.90', code: '4006381333931' } },
};
const written = () => {
  const work = workOf(shirt, making);
  if ('faults' in work) throw new Error(JSON.stringify(work.faults));
  return work;
};

it('every combination of values is a variant, with a number that any keyboard can type', () => {
  const options = [
    { name: 'Size', values: ['S', '7½'] },
    { name: 'Colour', values: ['Blau/Grün'] },
  ];
  expect(combinationsOf(options)).toEqual([
    ['S', 'Blau/Grün'],
    ['7½', 'Blau/Grün'],
  ]);
  expect(combinationsOf([])).toEqual([]);
  expect(skuOf('TEE-{size}-{ Colour }', options, ['S', 'Blau/Grün'])).toBe('TEE-S-BLAU-GRUN');
  expect(skuOf('TEE', options, ['7½', 'Blau/Grün'])).toBe('TEE-71-2-BLAU-GRUN');
  expect(valuesOf(' S, M ;S\nL,')).toEqual(['S', 'M', 'L']);
});

it('what is sent has what all share and what is special to one; asked again it is the same', () => {
  const work = written();
  expect(work.family).toEqual({
    name: 'Shirt',
    options: [
      { name: 'Size', values: ['S', 'M'] },
      { name: 'Colour', values: ['Red', 'blue'] },
    ],
  });
  expect(work.variants.map(({ facts, price }) => [facts.name, facts.sku, price?.body.price.amount])).toEqual([
    ['Shirt S Red', 'TEE-S-RED', '19.90'],
    ['Shirt S blue', 'TEE-S-BLUE', '17.90'],
    ['Shirt M Red', 'TEE-M-RED', '19.90'],
  ]);
  expect(work.variants[1]?.facts).toMatchObject({
    ...{ familyId: work.familyId, options: { Size: 'S', Colour: 'blue' } },
    barcodes: [{ code: '4006381333931', quantity: '1', price: null }],
  });
  expect(written()).toEqual(work);
});

it('what cannot be is told at its place before anything is sent', () => {
  const wrong = {
    ...shirt,
    ...{ name: ' ', price: 'dear' },
    options: [
      { name: 'Size', values: 'S' },
      { name: 'Size', values: '' },
    ],
  };
  expect(workOf(wrong, making)).toMatchObject({
    faults: [{ pointer: '/name' }, { pointer: '/options/1/name' }, { pointer: '/options/1/values' }],
  });
  const dear = { ...shirt, price: 'dear' };
  expect(workOf(dear, making)).toMatchObject({
    faults: [{ pointer: '/variants/["S","Red"]/price' }, { pointer: '/variants/["M","Red"]/price' }],
  });
  const none = Object.fromEntries(rowsOf(shirt).map(({ key }) => [key, { leftOut: true }]));
  expect(workOf({ ...shirt, variants: none }, making)).toMatchObject({ faults: [{ pointer: '/rows' }] });
});

it('one refused variant does not stop the others; after a lost network the rest is made with the same ids', async () => {
  const work = written();
  const [first, second, third] = work.variants.map(({ productId }) => `/api/products/${productId}`);
  const sent: string[] = [];
  const answers = new Map<string | undefined, Error>([
    [first, new Problem(409, { errors: [{ pointer: '/sku', detail: 'The SKU is taken.' }] })],
    [third, new Unreachable()],
  ]);
  const send = (path: string) => {
    sent.push(path);
    const failure = answers.get(path);
    answers.delete(path);
    return failure === undefined ? Promise.resolve() : Promise.reject(failure);
  };
  const made = new Map<string, Made>();
  const done = () => new Set([...made].filter(([, each]) => each === 'done').map(([key]) => key));
  const attempt = () => makeFamily(work, done(), send, (key, each) => made.set(key, each));

  await expect(attempt()).rejects.toThrow(Unreachable);
  expect([...made.values()]).toEqual([{ reason: 'The SKU is taken.' }, 'done']);

  sent.length = 0;
  await attempt();
  expect([...made.values()]).toEqual(['done', 'done', 'done']);
  expect(sent.filter((path) => path.startsWith('/api/products/'))).toEqual([first, third]);
  expect(sent).not.toContain(second);
});
