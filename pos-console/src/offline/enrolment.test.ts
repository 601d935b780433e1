import { describe, expect, it } from 'vitest';
import type { Device as EnrolledDevice } from '@/shared/http/shapes';
import type { Draft } from './database';
import { identityOf, learnStanding, type DeviceIdentity } from './device-identity';
import { enrol, leave, StillOpen, StillUnsent, type EnrolmentOffice } from './enrolment';
import { db, device, sale } from './offline-fixture';
import { keepSale } from './sale-journal';
import { deviceOf, openTill } from './till-device';
import { stateOf } from './till-heartbeat';

interface Proof {
  readonly publicKey: string;
  readonly challenge: string;
  readonly signature: string;
}

const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

async function proves(id: string, { publicKey, challenge, signature }: Proof): Promise<boolean> {
  const key = await crypto.subtle.importKey(
    'spki',
    bytes(publicKey),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['verify'],
  );
  const text = new TextEncoder().encode(`tillstream-device-enrolment\n${id}\n${challenge}`);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes(signature), text);
}

const FOLLOWS = { device: 'old', number: 7, hash: 'ab'.repeat(32) };

/** An office that takes whoever proves a key, and loses its first `lost` answers. */
function anOffice(lost = 0, epoch = 1) {
  const enrolled: { id: string; proof: Proof }[] = [];
  let challenges = 0;
  const office: EnrolmentOffice = {
    challenge: () => Promise.resolve({ challenge: `challenge-${++challenges}` }),
    enrol: async (id, body) => {
      const proof = body as Proof;
      expect(await proves(id, proof)).toBe(true);
      enrolled.push({ id, proof });
      if (enrolled.length <= lost) throw new Error('the answer was lost');
      return {
        ...{ id, tillId: 'berlin-1', storeId: 'berlin', epoch, state: 'ACTIVE' },
        ...{ enrolledAt: '2026-11-22T10:00:00Z', enrolledByName: 'Mia', follows: FOLLOWS },
      } as EnrolledDevice;
    },
    store: () => Promise.resolve(device.store),
    till: () => Promise.resolve(device.till),
    lastReceipt: () => Promise.resolve({ receiptNumber: 41 }),
  };
  return { office, enrolled };
}

async function anIdentity(): Promise<DeviceIdentity> {
  const identity = await identityOf(db);
  if (!identity) throw new Error('not enrolled');
  return identity;
}

describe('enrolling a device', () => {
  it('makes a key that never leaves it, proves it, and goes on numbering', async () => {
    const { office } = anOffice();
    await enrol(db, office, { code: 'ABCD-2345' });

    const identity = await anIdentity();
    expect(identity).toMatchObject({ tillId: 'berlin-1', epoch: 1, retired: null, follows: FOLLOWS });
    expect(identity.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', identity.key)).rejects.toThrow();
    expect(await deviceOf(db)).toEqual(device);
    expect((await keepSale(db, sale('first'))).receiptNumber).toBe(42);
    expect((await stateOf(db, device, '1')).deviceId).toBe(identity.id);
  });

  it('has receipt numbers of its own when it takes the place of another, which may not have sent all of its (odoo 16781)', async () => {
    await enrol(db, anOffice(0, 3).office, { tillId: 'berlin-1' });
    expect((await keepSale(db, sale('first'))).receiptNumber).toBe(3_000_000_001);
    expect((await keepSale(db, sale('second'))).receiptNumber).toBe(3_000_000_002);

    await db.outbox.toCollection().modify({ state: 'accepted' });
    await db.journal.toCollection().modify({ state: 'accepted' });
    await enrol(db, anOffice(0, 4).office, { tillId: 'berlin-1' });
    expect((await keepSale(db, sale('third'))).receiptNumber).toBe(4_000_000_001);
  });

  it('asks again with the same key when the answer was lost', async () => {
    const { office, enrolled } = anOffice(1);
    await expect(enrol(db, office, { tillId: 'berlin-1' })).rejects.toThrow('lost');
    await enrol(db, office, { tillId: 'berlin-1' });

    const [first, second] = enrolled;
    expect(second?.id).toBe(first?.id);
    expect(second?.proof.publicKey).toBe(first?.proof.publicKey);
    expect(second?.proof.challenge).not.toBe(first?.proof.challenge);
    expect((await identityOf(db))?.id).toBe(first?.id);
  });

  it('is refused while something is not sent', async () => {
    const { office, enrolled } = anOffice();
    await enrol(db, office, { tillId: 'berlin-1' });
    await keepSale(db, sale('unsent'));

    await expect(enrol(db, office, { tillId: 'berlin-2' })).rejects.toThrow(StillUnsent);
    await expect(leave(db, () => Promise.resolve())).rejects.toThrow(StillUnsent);
    expect(enrolled).toHaveLength(1);
    expect(await deviceOf(db)).toEqual(device);
  });
});

describe('a device that is taken out of use', () => {
  const opening = { openingFloat: '0.00', businessDate: '2026-11-22', openedAt: '2026-11-22T08:00:00Z' };

  it('counts its drawers first, then forgets its key', async () => {
    await enrol(db, anOffice().office, { tillId: 'berlin-1' });
    const revoked: string[] = [];
    const revoke = (id: string) => Promise.resolve(revoked.push(id));
    const { id } = await openTill(db, device, opening);
    await db.outbox.toCollection().modify({ state: 'accepted' });
    await expect(leave(db, revoke)).rejects.toThrow(StillUnsent);
    await db.journal.toCollection().modify({ state: 'accepted' });
    await expect(leave(db, revoke)).rejects.toThrow(StillOpen);

    await db.tillSessions.update(id, { closedAt: '2026-11-22T18:00:00Z' });
    await leave(db, revoke);

    expect(revoked).toHaveLength(1);
    expect(await identityOf(db)).toBeUndefined();
    expect(await deviceOf(db)).toBeUndefined();
  });

  it('learns from elsewhere that it is, after the basket it holds', async () => {
    await enrol(db, anOffice().office, { tillId: 'berlin-1' });
    const { id } = await anIdentity();
    const standing = {
      ...{ id, state: 'REVOKED', retiredAt: '2026-11-22T12:00:00Z' },
      ...{ retiredByName: 'Mia', reason: 'LOST' },
    };
    await db.drafts.put({ tillId: 'berlin-1' } as Draft);
    await learnStanding(db, standing);
    expect((await identityOf(db))?.retired).toBeNull();

    await db.drafts.delete('berlin-1');
    await learnStanding(db, { ...standing, id: 'somebody else' });
    expect((await identityOf(db))?.retired).toBeNull();
    await learnStanding(db, standing);
    expect((await identityOf(db))?.retired).toMatchObject({ byName: 'Mia', reason: 'LOST' });
  });
});
