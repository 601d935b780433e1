import { describe, expect, it } from 'vitest';
import { db, device, sale } from './offline-fixture';
import { keepSale } from './sale-journal';
import { becomeTill } from './till-device';

describe('keeping sales', () => {
  it('numbers them without gaps per till, also when many are completed at once', async () => {
    await becomeTill(db, device, 41);
    const kept = await Promise.all(Array.from({ length: 20 }, (_, at) => keepSale(db, sale(`s${at}`))));
    expect(kept.map((entry) => entry.receiptNumber).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, at) => 42 + at),
    );
    expect((await keepSale(db, sale('other', 'berlin-2'))).receiptNumber).toBe(1);
  });

  it('gives the same sale the same number when it is completed again: no gap by a retry (odoo 205935)', async () => {
    const first = await keepSale(db, sale('s1'));
    expect((await keepSale(db, sale('s1'))).receiptNumber).toBe(first.receiptNumber);
    expect((await keepSale(db, sale('s2'))).receiptNumber).toBe(first.receiptNumber + 1);
  });

  it('uses up no number and keeps the draft when the sale cannot be stored (odoo 240579)', async () => {
    await keepSale(db, sale('s1'));
    await db.drafts.put({ tillId: 'berlin-1' } as never);
    const broken = sale('s2');
    await expect(
      keepSale(db, { ...broken, document: { ...broken.document, occurredAt: (() => 0) as never } }),
    ).rejects.toThrow('could not be stored');
    expect(await db.drafts.count()).toBe(1);
    expect((await keepSale(db, sale('s3'))).receiptNumber).toBe(2);
  });

  it('never goes back to numbers that the device knows to be used', async () => {
    await keepSale(db, sale('s1'));
    await keepSale(db, sale('s2'));
    await becomeTill(db, device, 0);
    expect((await keepSale(db, sale('s3'))).receiptNumber).toBe(3);
  });
});
