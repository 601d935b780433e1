import { describe, expect, it } from 'vitest';
import type { CatalogProduct } from '@/shared/http/shapes';
import { draftOf, factsOf, merged, NEW_PRODUCT } from './product-draft';

const water: CatalogProduct = {
  ...{ id: 'w', version: 3, sku: 'WATER', name: 'Water', description: null, brand: 'Spring' },
  ...{ categoryId: 'drinks', category: 'Drinks', unit: 'PIECE', taxCategory: 'REDUCED', stockTracked: true },
  ...{ ageLimit: 16, status: 'ACTIVE', tracking: 'LOT', familyId: 'f', options: { Size: 'M' } },
  barcodes: [
    { code: '4006381333931', quantity: '1', price: null },
    { code: 'CASE', quantity: '6', price: { amount: '10.00', currency: 'GBP' } },
  ],
  components: [{ productId: 'cup', quantity: '0.5' }],
};

describe('a product in the form', () => {
  it('goes back as it came when nothing was typed', () => {
    const { id, version, category, ...facts } = water;
    expect([id, version, category]).toBeDefined();
    expect(factsOf(draftOf(water), 'EUR', 2)).toEqual({ facts });
  });

  it('takes numbers as people type them, and prices of new codes in the store’s currency', () => {
    const draft = {
      ...{ ...NEW_PRODUCT, name: ' Tea ', sku: 'TEA' },
      barcodes: [{ code: ' 96385074 ', quantity: '0,5', price: '1.234,5', currency: '' }],
    };
    expect(factsOf(draft, 'EUR', 2)).toMatchObject({
      facts: {
        ...{ name: 'Tea', description: null, ageLimit: null, options: {} },
        barcodes: [{ code: '96385074', quantity: '0.5', price: { amount: '1234.50', currency: 'EUR' } }],
      },
    });
  });

  it('says what is wrong at the place where the server would', () => {
    const draft = {
      ...{ ...NEW_PRODUCT, ageLimit: '200' },
      barcodes: [{ code: 'A', quantity: '0', price: 'cheap', currency: '' }],
      components: [{ productId: 'cup', quantity: '' }],
    };
    const written = factsOf(draft, 'EUR', 2);
    expect('faults' in written && written.faults.map(({ pointer }) => pointer)).toEqual([
      ...[
        '/name',
        '/sku',
        '/ageLimit',
        '/barcodes/0/quantity',
        '/barcodes/0/price',
        '/components/0/quantity',
      ],
    ]);
  });

  it('loses nothing when two people save: both changes stand, and the same field changed twice is told', () => {
    const base = draftOf(water);
    const mine = { ...base, name: 'Still water', brand: 'Mine', sku: 'W-2' };
    const theirs = { ...base, brand: 'Theirs', ageLimit: '', barcodes: [], sku: 'W-2' };
    expect(merged(base, mine, theirs)).toEqual({
      draft: { ...base, name: 'Still water', brand: 'Mine', sku: 'W-2', ageLimit: '', barcodes: [] },
      clashes: ['brand'],
    });
  });
});
