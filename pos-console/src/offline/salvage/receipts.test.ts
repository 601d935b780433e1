import { expect, it } from 'vitest';
import type { UnnumberedSale } from '@/domain/sale';
import { uuidV7 } from '@/domain/uuid';
import { db, sale } from '../offline-fixture';
import { codesOfSale } from '../receipt-codes';
import { keepSale } from '../sale-journal';
import { bringIn } from './bring-in';
import { heldOnReceipts, NOTHING_SCANNED, scan, type Scanned } from './receipts';
import { DEVICE, signingDevice } from './salvage-fixture';

const keyed = (key: CryptoKey | null) => () => Promise.resolve(key);

/** Sells so many lines on the device; what its receipt carries. */
async function sold(lines: number): Promise<{ id: string; codes: readonly string[] }> {
  const id = uuidV7();
  const bare = sale(id);
  const document = {
    ...bare.document,
    ...{ currency: 'EUR', total: '4.99' },
    lines: Array.from({ length: lines }, (_, at) => ({
      ...{
        lineNo: at + 1,
        kind: 'SALE',
        productId: uuidV7(),
        sku: `SKU-${at * 7919}`,
        name: `Goods ${at * 31}`,
      },
      ...{ quantity: '1', unitPrice: '4.99', discount: '0.00', amount: '4.99', returnOf: null },
    })),
  } as unknown as UnnumberedSale;
  await keepSale(db, { ...bare, document });
  return { id, codes: (await codesOfSale(db, id)) ?? [] };
}

async function scanAll(codes: readonly string[], key: CryptoKey | null) {
  let so: Scanned = NOTHING_SCANNED;
  const results: string[] = [];
  for (const code of codes) {
    const read = await scan(code, so, keyed(key));
    so = read.so;
    results.push(read.result.is);
  }
  return { so, results };
}

it('makes the sales of a dead device again from the receipts it printed, byte for byte', async () => {
  const key = await signingDevice();
  const first = await sold(2);
  const lost = await sold(1);
  const large = await sold(40);
  expect(large.codes.length).toBeGreaterThan(1);

  const { so, results } = await scanAll([...[...large.codes].reverse(), ...first.codes], key);
  expect(results).toEqual([...large.codes.slice(1).map(() => 'part'), 'sale', 'sale']);
  const held = heldOnReceipts(so);
  expect(held).toMatchObject({ storeId: 'berlin', deviceId: DEVICE, extent: 'whole' });

  const put = new Map<string, unknown>();
  const payloads: string[] = [];
  await bringIn(
    held,
    { document: () => false, entry: () => false },
    {
      put: (path, body) => Promise.resolve(put.set(path, body)),
      handIn: (_, entries) => {
        payloads.push(...entries.map(({ payload }) => payload));
        return Promise.resolve({ results: entries.map(() => 'STORED') });
      },
    },
    () => undefined,
    new AbortController().signal,
  );
  const kept = await db.outbox.where('id').anyOf(first.id, large.id).toArray();
  expect([...put]).toEqual(kept.map(({ path, body }) => [path, body]));
  const journal = await db.journal.toArray();
  expect(payloads).toEqual(
    journal.filter(({ subject }) => subject !== lost.id).map(({ payload }) => payload),
  );
});

it('says of each code what it was, and takes none that the device did not sign', async () => {
  const key = await signingDevice();
  const { codes } = await sold(1);
  const [code = ''] = codes;
  const other = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  expect((await scanAll([code, code], key)).results).toEqual(['sale', 'again']);
  expect((await scanAll([code.slice(0, -3), 'B1-000017', '4006381333931'], key)).results).toEqual([
    'damaged',
    'only-a-number',
    'only-a-number',
  ]);
  expect((await scanAll([code], other.publicKey)).results).toEqual(['forged']);
  const unchecked = await scanAll([code], null);
  expect(heldOnReceipts(unchecked.so).documents).toMatchObject([{ kind: 'sale', proof: 'unproven' }]);
});

it('prints the number alone where a sale is not signed, or is too large for four codes', async () => {
  const { id } = await keepSale(db, sale(uuidV7()));
  expect(await codesOfSale(db, id)).toBeNull();
  await signingDevice();
  expect((await sold(150)).codes).toEqual([]);
});
