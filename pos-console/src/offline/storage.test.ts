import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IDENTITY } from './device-identity';
import { db, device, sale } from './offline-fixture';
import { countUnsent } from './outbox-entries';
import { keepSale } from './sale-journal';
import { drain } from './sending';
import { storageBecame, storageLevel } from './storage';
import { isTight, keepRoom, storageState, watchStorage } from './storage-watch';
import { KEPT_DAYS, KEPT_DAYS_WHEN_TIGHT, letGoOfOld } from './tidying';
import { openTill } from './till-device';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-11-22T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW - days * DAY_MS).toISOString();
const kept = async () => (await db.outbox.toArray()).map(({ id }) => id);

const soldAgo = (id: string, days: number) => {
  const made = sale(id);
  return { ...made, document: { ...made.document, occurredAt: daysAgo(days) } };
};
/** Sells, and the server takes it, so many days ago. */
async function sentAgo(id: string, days: number, tillSessionId: string | null = null): Promise<void> {
  const made = soldAgo(id, days);
  await keepSale(db, { ...made, document: { ...made.document, tillSessionId } });
  await drain(
    db,
    () => Promise.resolve({}),
    () => Date.parse(daysAgo(days)),
  );
}
/** From now on nothing more fits, until something is let go of. */
function fillUp(untilFreed: boolean): () => void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called for the store that was asked
  const { add, put, delete: remove } = IDBObjectStore.prototype;
  let full = true;
  const refuse = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...given) {
    return full ? refuse() : add.apply(this, given);
  });
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
    return full ? refuse() : put.apply(this, given);
  });
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, ...given) {
    if (untilFreed) full = false;
    return remove.apply(this, given);
  });
  return () => (full = false);
}
beforeEach(() => void vi.stubGlobal('reportError', vi.fn()));
afterEach(() => {
  vi.restoreAllMocks();
  storageBecame('ok');
});

describe('letting go of what was sent', () => {
  it('takes the oldest first, and never what is unsent, refused, or of a session that is open', async () => {
    const session = await openTill(db, device, {
      ...{ openingFloat: '100.00', businessDate: '2026-08-01', openedAt: daysAgo(100) },
    });
    await sentAgo('of-open-session', 100, session.id);
    await sentAgo('old', 100);
    await keepSale(db, soldAgo('refused', 99));
    const [refused] = await db.outbox.where({ id: 'refused' }).toArray();
    await db.outbox.update(refused?.seq ?? 0, { state: 'rejected' });
    await sentAgo('older-than-a-week', 30);
    await sentAgo('recent', 2);
    await keepSale(db, soldAgo('unsent', 100));

    expect(await letGoOfOld(db, KEPT_DAYS, NOW)).toBe(1);
    expect(await kept()).not.toContain('old');
    expect(await letGoOfOld(db, KEPT_DAYS_WHEN_TIGHT, NOW)).toBe(1);
    expect(await kept()).toEqual([session.id, 'of-open-session', 'refused', 'recent', 'unsent']);
    expect((await keepSale(db, sale('next'))).receiptNumber).toBe(7);
  });

  it('leaves the journal its unsent entries and the last one, which the next follows', async () => {
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'sign',
      'verify',
    ]);
    await db.keep(IDENTITY, {
      id: 'device',
      tillId: 'berlin-1',
      epoch: 1,
      key: keys.privateKey,
      retired: null,
    });
    for (const id of ['s1', 's2', 's3', 's4']) await sentAgo(id, 100);
    const states = ['accepted', 'odd', 'queued', 'accepted'] as const;
    for (const [at, state] of states.entries()) await db.journal.update(['device', at + 1], { state });
    await letGoOfOld(db, KEPT_DAYS, NOW);
    expect((await db.journal.toArray()).map(({ number }) => number)).toEqual([3, 4]);

    await db.journal.where('state').equals('queued').modify({ state: 'accepted' });
    await letGoOfOld(db, KEPT_DAYS, NOW);
    await keepSale(db, sale('s5'));
    const [before, next] = await db.journal.toArray();
    expect([before?.number, next?.number]).toEqual([4, 5]);
    expect(next?.previous).toBe(before?.hash);
  });
});

describe('a device without room', () => {
  it('lets go of old sales for the one that was just paid', async () => {
    await sentAgo('old', 30);
    fillUp(true);
    await keepSale(db, sale('paid'));
    expect(await kept()).toEqual(['paid']);
  });

  it('keeps nothing half: no number, no entry, and the basket stays', async () => {
    await db.drafts.put({ tillId: 'berlin-1' } as never);
    const free = fillUp(false);
    await expect(keepSale(db, sale('s1'))).rejects.toMatchObject({ name: 'SaleNotKept' });
    expect([await kept(), await db.counters.count(), await db.drafts.count()]).toEqual([[], 0, 1]);
    free();
    expect((await keepSale(db, sale('s1'))).receiptNumber).toBe(1);
    expect(await db.drafts.count()).toBe(0);
  });

  it('goes on sending, once for each sale that is noted as sent', async () => {
    await keepSale(db, sale('s1'));
    const sent: string[] = [];
    const free = fillUp(false);
    await expect(drain(db, (path) => (sent.push(path), Promise.resolve({})))).rejects.toThrow();
    expect(await countUnsent(db)).toBe(1);
    free();
    await drain(db, (path) => (sent.push(path), Promise.resolve({})));
    expect([sent.length, await countUnsent(db)]).toEqual([2, 0]);
  });
});

describe('the room on a device', () => {
  const GB = 1e9;
  const storage = (used: number, quota: number, persisted = true) => ({
    estimate: () => Promise.resolve({ usage: used, quota }),
    persisted: () => Promise.resolve(persisted),
    persist: vi.fn(() => Promise.resolve(true)),
  });

  it.each([
    [1 * GB, 10 * GB, false],
    [9.4 * GB, 10 * GB, false],
    [9.6 * GB, 10 * GB, true],
    [0.7 * GB, 1 * GB, false],
    [0.85 * GB, 1 * GB, true],
  ])('is short long before it is gone: %d of %d', async (used, quota, tight) => {
    expect(isTight(await storageState(storage(used, quota)))).toBe(tight);
  });

  it('is not judged where the browser says nothing of it', async () => {
    expect(isTight(await storageState({}))).toBe(false);
  });

  it('is asked to be protected until it is, and said to be short where old sales do not make enough', async () => {
    const unprotected = storage(9.9 * GB, 10 * GB, false);
    await sentAgo('old', 100);
    await keepRoom(db, unprotected);
    expect(unprotected.persist).toHaveBeenCalledOnce();
    expect([await kept(), storageLevel()]).toEqual([[], 'low']);
    await keepRoom(db, storage(1 * GB, 10 * GB));
    expect(storageLevel()).toBe('ok');
  });

  describe('that ran out somewhere', () => {
    beforeEach(() => void vi.stubGlobal('window', new EventTarget()));
    const failed = (reason: unknown) => Object.assign(new Event('unhandledrejection'), { reason });

    it('is said on every page until something can be written again', async () => {
      await db.open();
      const stop = watchStorage(db, storage(1 * GB, 10 * GB));
      await vi.waitFor(() => expect(storageLevel()).toBe('ok'));
      const free = fillUp(false);
      const wrapped = { name: 'AbortError', inner: new DOMException('full', 'QuotaExceededError') };
      window.dispatchEvent(failed(new Error('something else')));
      expect(storageLevel()).toBe('ok');
      window.dispatchEvent(failed(wrapped));
      expect(storageLevel()).toBe('full');
      await keepRoom(db, storage(1 * GB, 10 * GB));
      expect(storageLevel()).toBe('full');
      free();
      await keepRoom(db, storage(1 * GB, 10 * GB));
      expect(storageLevel()).toBe('ok');
      stop();
    });
  });
});
