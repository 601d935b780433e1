import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { codesOf } from '@/domain/receipt-code/receipt-code';
import { DIGITS_OF_ONE_CODE } from '@/domain/receipt-code/digits';
import type { UnnumberedSale } from '@/domain/sale';
import { uuidV7 } from '@/domain/uuid';
import { database } from '@/offline/database';
import { learnKeys } from '@/offline/device-keys';
import { IDENTITY } from '@/offline/device-identity';
import { keepSale } from '@/offline/sale-journal';
import { scannedReceipt } from './scanned-receipt';
import { device } from './till-desk-fixture';

const DEAD = '01920000-0000-7000-8000-0000000000d1';
const secondTill = { ...device, till: { ...device.till, id: 'berlin-2', receiptPrefix: 'B2' } };

afterEach(() => Promise.all(database.tables.map((table) => table.clear())));

const line = (lineNo: number, quantity: string, returnOf: object | null = null) => ({
  ...{
    lineNo,
    kind: returnOf ? 'RETURN' : 'SALE',
    productId: uuidV7(),
    sku: 'ESP',
    name: 'Espresso',
    quantity,
  },
  ...{
    unitPrice: '4.99',
    discount: '0.00',
    taxCategory: 'REDUCED',
    taxRate: '7.00',
    amount: '9.98',
    tax: '0.65',
  },
  returnOf,
});

const documentOf = (tillId: string, lines: readonly object[], storeId = 'berlin') =>
  ({
    ...{
      storeId,
      tillId,
      tillSessionId: null,
      occurredAt: '2026-11-22T10:15:00Z',
      businessDate: '2026-11-22',
    },
    ...{ currency: 'EUR', total: '9.98', cashRounding: '0.00', change: '0.00', customerId: null },
    ...{ externalReference: null, lines, taxes: [] },
    tenders: [{ tenderNo: 1, type: 'CASH', amount: '9.98', paymentId: null }],
  }) as unknown as UnnumberedSale;

const keep = (id: string, document: UnnumberedSale) =>
  keepSale(database, { id, document, cashierName: 'Clara', customerName: null, cardDetails: null });

/** A sale on the first till, which then dies with everything that it held; the codes of its receipt are left, and its key. */
async function soldOnDeadDevice(lines = [line(1, '2')], storeId = 'berlin') {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  await database.keep(IDENTITY, {
    id: DEAD,
    tillId: 'berlin-1',
    epoch: 1,
    key: keys.privateKey,
    retired: null,
  });
  const id = uuidV7();
  await keep(id, documentOf('berlin-1', lines, storeId));
  const [entry] = await database.journal.toArray();
  if (!entry) throw new Error('not signed');
  await Promise.all(database.tables.map((table) => table.clear()));
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey));
  return {
    ...{ id, entry, codes: codesOf(entry, DIGITS_OF_ONE_CODE) ?? [] },
    publicKey: btoa(String.fromCharCode(...spki)),
  };
}

const found = async (code: string) => {
  const scanned = await scannedReceipt(secondTill, code, []);
  if (scanned.at !== 'found') throw new Error(JSON.stringify(scanned));
  return scanned.receipt;
};

it('opens the return of a sale that only its receipt still knows, with its goods, prices and taxes', async () => {
  const { id, codes, publicKey } = await soldOnDeadDevice();
  await learnKeys(database, [{ id: DEAD, publicKey }]);
  const receipt = await found(codes[0] ?? '');
  expect(receipt).toMatchObject({ saleId: id, fromPaper: 'signed', complete: false });
  expect(receipt.lines).toMatchObject([
    { line: { name: 'Espresso', unitPrice: '4.99', tax: '0.65', quantity: '2' }, returnable: 2_000n },
  ]);
  expect(receipt.tenders).toMatchObject([{ saleId: id, type: 'CASH', left: 99_800n }]);
});

it('gives back no more than was sold, as far as this till knows', async () => {
  const { id, codes, publicKey } = await soldOnDeadDevice();
  await learnKeys(database, [{ id: DEAD, publicKey }]);
  await keep(uuidV7(), documentOf('berlin-2', [line(1, '-2', { saleId: id, lineNo: 1 })]));
  expect((await found(codes[0] ?? '')).lines).toMatchObject([{ returned: 2_000n, returnable: 0n }]);
});

it('says when it can not check who signed, and refuses what ours did not sign', async () => {
  const { codes } = await soldOnDeadDevice();
  const [code = ''] = codes;
  expect((await found(code)).fromPaper).toBe('unchecked');
  const { publicKey } = await soldOnDeadDevice();
  await learnKeys(database, [{ id: DEAD, publicKey }]);
  expect(await scannedReceipt(secondTill, code, [])).toEqual({ at: 'code', why: 'forged' });
});

it('says that a code is damaged, of another store, or one of several', async () => {
  const { codes } = await soldOnDeadDevice();
  expect(await scannedReceipt(secondTill, (codes[0] ?? '').slice(0, -1), [])).toEqual({
    at: 'code',
    why: 'damaged',
  });
  const elsewhere = await soldOnDeadDevice([line(1, '1')], 'hamburg');
  expect(await scannedReceipt(secondTill, elsewhere.codes[0] ?? '', [])).toEqual({
    at: 'code',
    why: 'other-store',
  });

  const large = await soldOnDeadDevice(Array.from({ length: 60 }, (_, at) => line(at + 1, '1')));
  expect(large.codes.length).toBe(2);
  const first = await scannedReceipt(secondTill, large.codes[1] ?? '', []);
  expect(first).toMatchObject({ at: 'part', parts: [{ part: 2, of: 2 }] });
  const parts = first.at === 'part' ? first.parts : [];
  expect(await scannedReceipt(secondTill, large.codes[1] ?? '', parts)).toMatchObject({ at: 'part' });
  expect(await scannedReceipt(secondTill, large.codes[0] ?? '', parts)).toMatchObject({ at: 'found' });
});
