import { beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from './database';
import { IDENTITY, type DeviceIdentity } from './device-identity';
import { NOTHING_BEFORE } from './journal';
import { sendJournal, unsentEntries } from './journal-sending';
import { db, device, sale } from './offline-fixture';
import { keepSale } from './sale-journal';
import { closeTill, openTill } from './till-device';

let keys: CryptoKeyPair;
const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const entries = (): Promise<JournalEntry[]> => db.journal.toArray();
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

beforeEach(async () => {
  keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  await db.keep(IDENTITY, {
    ...{ id: 'device', tillId: 'berlin-1', epoch: 2, key: keys.privateKey },
    ...{ enrolledAt: '2026-11-22T08:00:00Z', enrolledByName: 'Mia', retired: null },
  } satisfies DeviceIdentity);
});

/** Every entry holds the hash of the one before it and is signed. */
async function isWhole(journal: readonly JournalEntry[], follows = NOTHING_BEFORE): Promise<boolean> {
  let before = follows;
  for (const { payload, signature, hash } of journal) {
    const text = new TextEncoder().encode(payload);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
    const told = JSON.parse(payload) as { previous: string };
    const signed = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      keys.publicKey,
      bytes(signature),
      text,
    );
    if (!signed || told.previous !== before || hash !== Buffer.from(digest).toString('hex')) return false;
    before = hash;
  }
  return true;
}

describe('the journal of a till', () => {
  it('has each sale once, in order, chained and signed, also when many are completed at once', async () => {
    const sales = numbers(12).map((at) => sale(`s${at}`));
    const kept = await Promise.all([...sales, ...sales].map((each) => keepSale(db, each)));

    const journal = await entries();
    expect(journal.map(({ number }) => number)).toEqual(numbers(12));
    expect(await isWhole(journal)).toBe(true);
    for (const { payload, subject } of journal) {
      const { body, at, kind, tillId, epoch } = JSON.parse(payload) as Record<string, unknown>;
      expect(body).toEqual(kept.find(({ id }) => id === subject)?.body);
      expect({ at, kind, tillId, epoch }).toEqual({
        ...{ at: sale('any').document.occurredAt, kind: 'SALE', tillId: 'berlin-1', epoch: 2 },
      });
    }
  });

  it('has no entry of a sale that could not be stored', async () => {
    await keepSale(db, sale('s1'));
    const broken = { ...sale('s2'), customerName: (() => 'no text') as never };
    await expect(keepSale(db, broken)).rejects.toThrow('could not be stored');
    await keepSale(db, sale('s3'));

    expect((await entries()).map(({ subject }) => subject)).toEqual(['s1', 's3']);
    expect(await isWhole(await entries())).toBe(true);
  });

  it('never stands in the way of a sale: without a key, or with one that fails, it is kept unsigned', async () => {
    await keepSale(db, sale('elsewhere', 'berlin-2'));
    const identity = (await db.setting<DeviceIdentity>(IDENTITY)) as DeviceIdentity;
    await db.keep(IDENTITY, { ...identity, key: keys.publicKey });
    const kept = await keepSale(db, sale('s1'));

    expect(kept.receiptNumber).toBe(1);
    expect(await entries()).toEqual([]);
  });

  it('goes on from the last entry that was known of the device before', async () => {
    const identity = (await db.setting<DeviceIdentity>(IDENTITY)) as DeviceIdentity;
    const follows = { device: 'old', number: 7, hash: 'ab'.repeat(32) };
    await db.keep(IDENTITY, { ...identity, follows });
    await keepSale(db, sale('s1'));
    await keepSale(db, sale('s2'));

    const journal = await entries();
    expect(await isWhole(journal, follows.hash)).toBe(true);
    expect(journal.map(({ payload }) => (JSON.parse(payload) as { follows?: object }).follows)).toEqual([
      { device: 'old', number: 7 },
      undefined,
    ]);
  });

  it('holds the opening and the closing of a session', async () => {
    const session = await openTill(db, device, {
      ...{ openingFloat: '100.00', businessDate: '2026-11-22', openedAt: '2026-11-22T08:00:00Z' },
    });
    await keepSale(db, sale('s1'));
    await closeTill(db, session, { amount: '104.99', count: null }, { closedAt: '2026-11-22T18:00:00Z' });

    const journal = await entries();
    expect(journal.map(({ payload }) => (JSON.parse(payload) as { kind: string }).kind)).toEqual([
      'SESSION_OPENED',
      'SALE',
      'SESSION_CLOSED',
    ]);
    expect(await isWhole(journal)).toBe(true);
  });
});

describe('handing a journal in', () => {
  it('goes on where an answer was lost, in order, and sends nothing twice that was answered', async () => {
    for (const at of numbers(3)) await keepSale(db, sale(`s${at}`));
    const sent: string[][] = [];
    let lose = true;
    const handIn = (_: string, batch: readonly { payload: string }[]) => {
      sent.push(batch.map(({ payload }) => (JSON.parse(payload) as { subject: string }).subject));
      if (lose) return Promise.reject(new Error('no answer'));
      return Promise.resolve({ results: batch.map(() => 'STORED') });
    };
    await expect(sendJournal(db, handIn)).rejects.toThrow('no answer');
    expect(await unsentEntries(db)).toBe(3);
    lose = false;
    await sendJournal(db, handIn);
    await keepSale(db, sale('s4'));
    await sendJournal(db, handIn);

    expect(sent).toEqual([['s1', 's2', 's3'], ['s1', 's2', 's3'], ['s4']]);
    expect(await unsentEntries(db)).toBe(0);
  });
});
