import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_BASKET, withProduct } from '@/domain/basket';
import { amount } from '@/domain/decimal';
import type { Product } from '@/domain/product';
import { Problem, Unreachable } from '@/shared/http/problem';
import type { Draft } from './database';
import { db, device } from './offline-fixture';
import { parkSale, takeDown, takeUpSale, tellShelf, type Shelf, type ToShelve } from './parked-sales';

const espresso = {
  ...{ productId: 'p', sku: 'ESP', name: 'Espresso', unit: 'PIECE', price: amount('4.99'), currency: 'EUR' },
  ...{ taxCategory: 'REDUCED', taxRate: '7', categoryId: null, category: null, ageLimit: null, barcodes: [] },
} as Product;
const draft = {
  ...{ tillId: 'berlin-1', saleId: 's1', basket: withProduct(EMPTY_BASKET, espresso), tenders: [] },
  ...{ customer: null, pendingPayment: null, offering: null },
} as Draft;
const taken = new Problem(409, { type: '/problems/parked-sale-taken', detail: 'taken up on till berlin-2' });

/** The shelf of one store as its tills see it. */
class TestShelf implements Shelf {
  readonly parked = new Map<string, ToShelve>();
  readonly taken = new Map<string, string>();
  readonly park = vi.fn((id: string, sale: ToShelve) => Promise.resolve(this.parked.set(id, sale)));
  readonly takeUp = vi.fn((id: string, tillId: string) => {
    const sale = this.parked.get(id);
    if (!sale) return Promise.reject(new Problem(404));
    if ((this.taken.get(id) ?? tillId) !== tillId) return Promise.reject(taken);
    this.taken.set(id, tillId);
    return Promise.resolve({ customerId: sale.customerId, basket: sale.basket });
  });
  readonly waiting = vi.fn(() =>
    Promise.resolve([...this.parked.keys()].filter((id) => !this.taken.has(id)).map((id) => ({ id }))),
  );
}

let shelf: TestShelf;
const take = (saleId = 's1') => takeUpSale(db, saleId, 'berlin-1', shelf);
const claims = () => db.setting<string[]>('parking-claims');

beforeEach(async () => {
  shelf = new TestShelf();
  await db.drafts.put(draft);
  await parkSale(db, draft, '2026-11-22T10:15:00Z', '4.99');
});

const nobody = () => Promise.resolve(null);
const s1 = { id: 's1', parkedAt: '2026-11-22T10:15:00Z', total: '4.99' };

describe('a parked sale', () => {
  it('is in one place at a time, and is taken up once', async () => {
    expect(await db.drafts.count()).toBe(0);
    const both = await Promise.all([take(), take()]);
    expect(both.map(({ done }) => done).sort()).toEqual(['gone', 'taken']);
    expect(await db.drafts.get('berlin-1')).toMatchObject({ basket: draft.basket });
    expect(await db.parkedSales.count()).toBe(0);
  });

  it('goes to another till to the last amount, and no longer to its own', async () => {
    shelf.park.mockRejectedValueOnce(new Unreachable());
    await tellShelf(db, device, shelf, nobody);
    expect(await db.parkedSales.get('s1')).not.toHaveProperty('shelved');
    await tellShelf(db, device, shelf, nobody);
    expect(shelf.parked.get('s1')).toMatchObject({ total: '4.99', items: 1, tillId: 'berlin-1' });
    const there = await takeDown(db, s1, 'berlin-2', shelf, nobody);
    expect(there).toEqual({ done: 'taken', draft: { ...draft, tillId: 'berlin-2' } });
    expect(await take()).toEqual({ done: 'elsewhere', why: 'taken up on till berlin-2' });
    expect(await db.parkedSales.count()).toBe(0);
  });

  it('that another till has gone on with waits here no longer', async () => {
    await tellShelf(db, device, shelf, nobody);
    expect(await db.parkedSales.count()).toBe(1);
    await shelf.takeUp('s1', 'berlin-2');
    shelf.waiting.mockRejectedValueOnce(new Unreachable());
    await expect(tellShelf(db, device, shelf, nobody)).rejects.toThrow(Unreachable);
    expect(await db.parkedSales.count()).toBe(1);
    await tellShelf(db, device, shelf, nobody);
    expect(await db.parkedSales.count()).toBe(0);
  });

  it('that the shelf gave to this till stays until it is written down here', async () => {
    await tellShelf(db, device, shelf, nobody);
    let whileAsking: Promise<void> | undefined;
    shelf.takeUp.mockImplementationOnce((id, tillId) => {
      shelf.taken.set(id, tillId);
      whileAsking = tellShelf(db, device, shelf, nobody);
      return whileAsking.then(() => ({ customerId: null, basket: '' }));
    });
    expect(await take()).toMatchObject({ done: 'taken', draft: { saleId: 's1', basket: draft.basket } });
    expect(await db.drafts.get('berlin-1')).toEqual(draft);
  });

  it('that the shelf has keeps its id when the shelf gives it back', async () => {
    await tellShelf(db, device, shelf, nobody);
    expect(await take()).toMatchObject({ done: 'taken', draft: { saleId: 's1' } });
    expect(await claims()).toBeUndefined();
  });

  it('that is parked again after the shelf gave it back waits there again', async () => {
    await tellShelf(db, device, shelf, nobody);
    const again = await take();
    if (again.done !== 'taken') throw new Error(again.done);
    await parkSale(db, again.draft, '2026-11-22T10:30:00Z', '4.99');
    shelf.park.mockImplementation((id, sale) =>
      shelf.parked.has(id)
        ? Promise.reject(new Problem(409, { type: '/problems/already-stored-differently' }))
        : Promise.resolve(shelf.parked.set(id, sale)),
    );
    await tellShelf(db, device, shelf, nobody);
    await tellShelf(db, device, shelf, nobody);
    const parked = await db.parkedSales.toArray();
    expect(parked).toMatchObject([{ basket: draft.basket, shelved: true }]);
    expect(await shelf.waiting()).toEqual([{ id: parked[0]?.saleId }]);
  });

  it('is gone on with offline under another id, and the shelf is told later', async () => {
    await tellShelf(db, device, shelf, nobody);
    shelf.takeUp.mockRejectedValueOnce(new Unreachable());
    const offline = await take();
    expect(offline.done === 'taken' && offline.draft.saleId).not.toBe('s1');
    expect(await claims()).toEqual(['s1']);
    shelf.takeUp.mockRejectedValueOnce(new Unreachable());
    await tellShelf(db, device, shelf, nobody);
    expect(await claims()).toEqual(['s1']);
    await tellShelf(db, device, shelf, nobody);
    expect(await claims()).toEqual([]);
    expect(shelf.taken.get('s1')).toBe('berlin-1');
  });

  it('stays on its till when money was taken for it', async () => {
    const paid = {
      ...draft,
      saleId: 's2',
      tenders: [{ type: 'CASH', amount: amount('1'), paymentId: null }],
    };
    await parkSale(db, paid as Draft, '2026-11-22T10:16:00Z', '4.99');
    await tellShelf(db, device, shelf, nobody);
    expect([...shelf.parked.keys()]).toEqual(['s1']);
    expect(await take('s2')).toMatchObject({ done: 'taken', draft: { saleId: 's2' } });
  });

  it('that was given to this till and never written down is parked here again, for every till', async () => {
    await tellShelf(db, device, shelf, nobody);
    await db.parkedSales.clear();
    shelf.takeUp.mockImplementationOnce((id, tillId) => {
      shelf.taken.set(id, tillId);
      return Promise.reject(new Unreachable());
    });
    expect(await takeDown(db, s1, 'berlin-1', shelf, nobody)).toEqual({ done: 'unreachable' });
    expect(await db.drafts.count()).toBe(0);
    const ringingUp = { ...draft, saleId: 'next' };
    await db.drafts.put(ringingUp);

    await tellShelf(db, device, shelf, nobody);
    const [found, ...others] = await db.parkedSales.toArray();
    expect(others).toEqual([]);
    expect(found).toMatchObject({ basket: draft.basket, total: '4.99', parkedAt: s1.parkedAt });
    expect(found?.saleId).not.toBe('s1');
    await tellShelf(db, device, shelf, nobody);
    expect([...shelf.parked.keys()]).toEqual(['s1', found?.saleId]);
    expect(await db.parkedSales.count()).toBe(1);
    expect(await db.drafts.get('berlin-1')).toEqual(ringingUp);
  });
});
