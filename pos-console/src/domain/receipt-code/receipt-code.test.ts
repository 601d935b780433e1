import { expect, it } from 'vitest';
import canonicalize from 'canonicalize';
import { codesInBurst } from '../barcode';
import { DIGITS_OF_ONE_CODE, isReceiptCode } from './digits';
import { codesOf, readPart, signedIn, type CodePart } from './receipt-code';

/** The same numbers in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const NAMES = [
  'Espresso 250 g',
  'Bio-Äpfel „Elstar“',
  'قهوة عربية',
  'Crème brûlée',
  '抹茶ラテ',
  'Milk 3.5 %',
  '𝄞 tuning fork',
];

function payloadOf(lines: number, seed: number): string {
  const random = chance(seed);
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  const id = () => `01920${hex(3)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
  const money = (most: number) => (random() * most).toFixed(2);
  const person = { id: id(), name: 'Clara Sommer' };
  const payload = canonicalize({
    ...{ format: 'tillstream-journal-1', device: id(), epoch: 1, tillId: 'berlin-1', number: 4711 },
    ...{ previous: hex(64), kind: 'SALE', subject: id(), at: '2026-11-22T10:15:27.481Z' },
    body: {
      ...{ storeId: 'berlin', tillId: 'berlin-1', tillSessionId: id(), receiptNumber: 4242, currency: 'EUR' },
      ...{ occurredAt: '2026-11-22T10:15:27.481Z', businessDate: '2026-11-22', customerId: null },
      externalReference: null,
      lines: Array.from({ length: lines }, (_, at) => ({
        ...{
          lineNo: at + 1,
          kind: 'SALE',
          productId: id(),
          sku: `SKU-${hex(5)}`,
          returnOf: null,
          discount: '0.00',
        },
        name: NAMES[Math.floor(random() * NAMES.length)],
        ...{ quantity: String(1 + Math.floor(random() * 3)), unitPrice: money(20), amount: money(40) },
        ...{ taxCategory: 'REDUCED', taxRate: '7.00', tax: money(2) },
      })),
      taxes: [{ category: 'REDUCED', rate: '7.00', net: money(90), tax: money(9), gross: money(99) }],
      ...{ total: money(99), cashRounding: '0.00', change: money(9), rungUpBy: person },
      tenders: [{ tenderNo: 1, type: 'CASH', amount: money(99), paymentId: null }],
      pricing: { priceBookVersion: 48_213, at: '2026-11-22T11:15:27', lines: [], promotions: [] },
    },
  });
  if (payload === undefined) throw new Error('not canonical');
  return payload;
}

const SIGNATURE = btoa(String.fromCharCode(...Array.from({ length: 64 }, (_, at) => (at * 37) % 256)));
const partsOf = (codes: readonly string[]) =>
  codes.map(readPart).filter((part): part is CodePart => typeof part !== 'string');

it('gives back exactly the text that was signed, whatever is sold', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const payload = payloadOf(1 + (seed % 30), seed);
    const codes = codesOf({ payload, signature: SIGNATURE }, DIGITS_OF_ONE_CODE) ?? [];
    expect(signedIn(partsOf(codes))).toEqual({ payload, signature: SIGNATURE });
  }
  for (const payload of [
    '{}',
    '{"a":"01920000-0000-7000-8000-00000000000G"}',
    `"${'0'.repeat(64)}"`,
    '"\\u0001\\u0002"',
  ])
    expect(signedIn(partsOf(codesOf({ payload, signature: SIGNATURE }, DIGITS_OF_ONE_CODE) ?? []))).toEqual({
      payload,
      signature: SIGNATURE,
    });
});

it('takes one code for a usual basket, more for a large one, and none beyond four', () => {
  const count = (lines: number) =>
    codesOf({ payload: payloadOf(lines, 7), signature: SIGNATURE }, DIGITS_OF_ONE_CODE)?.length;
  expect(count(1)).toBe(1);
  expect(count(10)).toBe(1);
  expect(count(25)).toBe(2);
  expect(count(200)).toBeUndefined();
});

it('holds nothing but digits, which a scanner types alike everywhere and nobody takes for goods', () => {
  for (const code of codesOf({ payload: payloadOf(40, 3), signature: SIGNATURE }, DIGITS_OF_ONE_CODE) ?? []) {
    expect(code.length).toBeLessThanOrEqual(DIGITS_OF_ONE_CODE);
    expect(isReceiptCode(code)).toBe(true);
    expect(codesInBurst(code)).toEqual([code]);
  }
  expect(isReceiptCode('4006381333931')).toBe(false);
  expect(isReceiptCode('7071')).toBe(false);
});

it('puts several codes together in any order, and waits for the one that is missing', () => {
  const payload = payloadOf(40, 5);
  const parts = partsOf(codesOf({ payload, signature: SIGNATURE }, DIGITS_OF_ONE_CODE) ?? []);
  expect(parts.length).toBeGreaterThan(1);
  expect(signedIn([...parts].reverse())).toEqual({ payload, signature: SIGNATURE });
  expect(signedIn(parts.slice(1))).toBeNull();
});

it('says that a code is damaged wherever a digit is wrong or missing, and that a newer till printed it', () => {
  const [code = ''] = codesOf({ payload: payloadOf(2, 9), signature: SIGNATURE }, DIGITS_OF_ONE_CODE) ?? [];
  for (let at = 4; at < code.length; at += 13) {
    const wrong = String((Number(code[at]) + 1) % 10);
    expect(readPart(code.slice(0, at) + wrong + code.slice(at + 1))).toBe('damaged');
    expect(readPart(code.slice(0, at) + code.slice(at + 1))).toBe('damaged');
  }
});
