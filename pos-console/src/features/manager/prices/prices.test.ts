import { expect, it } from 'vitest';
import { storeInstant } from '@/domain/business-date';
import { draftOf, newDraft, termsOf } from '../price-lists/price-list-draft';
import { priceOf, type PriceDraft } from './price-draft';
import { endedAt, standingOf } from './price-standing';

const berlin = { id: 'berlin', currency: 'EUR', timeZone: 'Europe/Berlin' };
const setting = { productId: 'p', store: berlin, minorDigits: 2, now: new Date('2026-11-22T10:15:30Z') };
const typed: PriceDraft = { amount: '4,995', list: 'store', minimumQuantity: '', from: '', until: '' };

it('the store’s clock is read as it stands on the wall, also on the days it is changed', () => {
  const at = (local: string) => storeInstant(local, 'Europe/Berlin').toISOString();
  expect(at('2026-12-01T00:00')).toBe('2026-11-30T23:00:00.000Z');
  expect(at('2026-07-01T00:00')).toBe('2026-06-30T22:00:00.000Z');
  expect(at('2026-10-25T02:30'), 'comes twice').toBe('2026-10-25T00:30:00.000Z');
  expect(at('2026-03-29T02:30'), 'does not come').toBe('2026-03-29T01:30:00.000Z');
  expect(storeInstant('2026-12-01T00:00', 'Pacific/Auckland').toISOString()).toBe('2026-11-30T11:00:00.000Z');
});

it('a price is sent for the list that was chosen, from the store’s minute on', () => {
  expect(priceOf(typed, setting)).toEqual({
    price: {
      productId: 'p',
      storeId: 'berlin',
      price: { amount: '4.995', currency: 'EUR' },
      validFrom: '2026-11-22T10:15:30.000Z',
      priceListId: null,
      minimumQuantity: '0',
      validUntil: null,
    },
  });
  const later = { list: 'l1', minimumQuantity: '6', from: '2026-12-01T08:00', until: '2026-12-24T00:00' };
  expect(priceOf({ ...typed, ...later }, setting)).toMatchObject({
    price: {
      ...{ storeId: null, priceListId: 'l1', minimumQuantity: '6' },
      ...{ validFrom: '2026-12-01T07:00:00.000Z', validUntil: '2026-12-23T23:00:00.000Z' },
    },
  });
  expect(priceOf({ ...typed, list: 'general' }, setting)).toMatchObject({ price: { storeId: null } });
});

it('a price that cannot be is told place by place before it is sent', () => {
  const wrong = { amount: '-1', minimumQuantity: 'six', until: '2026-11-22T11:15' };
  expect(priceOf({ ...typed, ...wrong }, setting)).toEqual({
    faults: [
      { pointer: '/price', word: 'products.notAPrice' },
      { pointer: '/minimumQuantity', word: 'promotions.fault.quantity' },
      { pointer: '/validUntil', word: 'promotions.fault.until' },
    ],
  });
});

it('a price counts, will, did, or never came to it; it is ended by itself anew, or taken back', () => {
  const from = '2026-11-22T10:00:00Z';
  const at = (validFrom: string, endsAt: string | null) => standingOf({ validFrom, endsAt }, setting.now);
  expect(at(from, null)).toBe('NOW');
  expect(at(from, '2026-11-22T10:15:31Z')).toBe('NOW');
  expect(at(from, '2026-11-22T10:15:30Z')).toBe('PAST');
  expect(at(from, from)).toBe('NEVER');
  expect(at('2026-11-22T10:16:00Z', null)).toBe('COMING');

  const price = {
    ...{ id: 'x', productId: 'p', storeId: null, priceListId: 'l1', minimumQuantity: '6', validFrom: from },
    ...{ price: { amount: '3.00', currency: 'EUR' }, validUntil: null, endsAt: null },
    ...{ recordedAt: from, recordedBy: 'me' },
  };
  expect(endedAt(price, setting.now)).toMatchObject({
    validFrom: from,
    validUntil: '2026-11-22T10:15:30.000Z',
  });
  expect(endedAt(price, new Date('2026-11-01T00:00:00Z')).validUntil).toBe('2026-11-22T10:00:00.000Z');
  expect(Object.keys(endedAt(price, setting.now))).not.toContain('id');
});

it('a price list is written and read back the same; with its groups', () => {
  const draft = {
    ...newDraft(['berlin']),
    name: ' Regulars ',
    customerGroups: ['REGULAR', 'STAFF'],
  };
  const written = termsOf(draft, 'EUR');
  if ('faults' in written) throw new Error('refused');
  expect(written.terms).toMatchObject({
    ...{ name: 'Regulars', currency: 'EUR', priority: 10, stores: ['berlin'], active: true },
    customerGroups: ['REGULAR', 'STAFF'],
    window: { from: null, until: null },
  });
  expect(termsOf(draftOf(written.terms), 'EUR')).toEqual(written);
  const wrong = {
    ...draft,
    name: ' ',
    priority: '1001',
    from: '2026-12-02T00:00',
    until: '2026-12-01T00:00',
  };
  expect(termsOf(wrong, 'EUR')).toMatchObject({
    faults: [{ pointer: '/name' }, { pointer: '/priority' }, { pointer: '/window/until' }],
  });
});
