import { beforeEach, describe, expect, it } from 'vitest';
import { noteReport } from './cash-drawer';
import type { JournalEntry } from './database';
import { IDENTITY, type DeviceIdentity } from './device-identity';
import { NOTHING_BEFORE, type Fact } from './journal';
import { sendJournal, unsentEntries } from './journal-sending';
import { db, device, sale } from './offline-fixture';
import { drain, dueNow } from './sending';
import { keepSale } from './sale-journal';
import { closeTill, openTill } from './till-device';
import { keepVoid, releaseVoid, settleVoids, withdrawVoid } from './voids';

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

describe('what is signed of a voided basket', () => {
  const session = { id: 'session-1', tillId: 'berlin-1' };
  const body = {
    ...{ saleId: 's1', voidedAt: '2026-11-22T10:15:00.000Z', lines: [], total: '4.99', tenders: [] },
    doneBy: { id: 'clara', name: 'Clara' },
  };
  const after = (ms: number) => () => Date.parse(body.voidedAt) + ms;
  const sent: string[] = [];
  const send = (path: string) => Promise.resolve(sent.push(path));
  const told = async () => (await entries()).map(({ payload }) => JSON.parse(payload) as Fact);
  beforeEach(() => sent.splice(0));

  it('is nothing as long as it may be taken back, and that it stands once nobody may', async () => {
    await keepVoid(db, session, 'taken-back', body, true);
    await withdrawVoid(db, 'taken-back');
    await keepVoid(db, session, 'void', body, true);
    await dueNow(db);
    expect(await settleVoids(db, after(14_000))).toBe(1_000);
    expect(await drain(db, send, after(16_000))).toBe(1);
    expect([await entries(), sent]).toEqual([[], []]);

    expect(await settleVoids(db, after(15_000))).toBeNull();
    await withdrawVoid(db, 'void');
    expect(await told()).toMatchObject([
      { kind: 'BASKET_VOIDED', subject: 'void', at: body.voidedAt, body, number: 1 },
    ]);
    await drain(db, send, after(15_000));
    expect(sent).toEqual(['/api/till-sessions/session-1/voids/void']);
  });

  it('is one entry when it is let go in two tabs, and none when it was withdrawn at the same time', async () => {
    await keepVoid(db, session, 'void', body, true);
    const until = after(15_000);
    await Promise.all([settleVoids(db, until), releaseVoid(db, 'void'), settleVoids(db, until)]);
    expect(await told()).toHaveLength(1);

    await keepVoid(db, session, 'another', body, true);
    await Promise.all([releaseVoid(db, 'another'), withdrawVoid(db, 'another')]);
    const stands = (await db.outbox.where({ id: 'another' }).count()) === 1;
    expect((await told()).some(({ subject }) => subject === 'another')).toBe(stands);
  });

  it('is there at once where money went back', async () => {
    await keepVoid(
      db,
      session,
      'void',
      { ...body, tenders: [{ type: 'CASH', amount: '1.00', paymentId: null }] },
      false,
    );
    expect(await told()).toMatchObject([{ subject: 'void' }]);
    expect(await isWhole(await entries())).toBe(true);
  });
});

it('says who read which figures of a running session', async () => {
  await keepSale(db, sale('s1'));
  const report = {
    ...{ readAt: '2026-11-22T12:00:00Z', readBy: { id: 'lea', name: 'Lea' } },
    figures: { sales: 1, total: '4.99' },
  };
  await noteReport(db, { id: 'session-1', tillId: 'berlin-1' }, report);

  const journal = await entries();
  expect(JSON.parse(journal[1]?.payload ?? '{}')).toMatchObject({
    ...{ kind: 'X_REPORT', at: report.readAt, body: { tillSessionId: 'session-1', ...report } },
  });
  expect(await isWhole(journal)).toBe(true);
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
