import { IDENTITY } from '../device-identity';
import { keepSale } from '../sale-journal';
import { db, device, sale } from '../offline-fixture';
import { closeTill, becomeTill, openTill } from '../till-device';
import { unsentLines } from '../unsent-export';
import { uuidV7 } from '@/domain/uuid';

export const DEVICE = '01920000-0000-7000-8000-0000000000d1';

/** A device that signs, and the key that proves it. */
export async function signingDevice(): Promise<CryptoKey> {
  await becomeTill(db, device, 0);
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  await db.keep(IDENTITY, { id: DEVICE, tillId: 'berlin-1', epoch: 1, key: keys.privateKey, retired: null });
  return keys.publicKey;
}

const worth = (id: string, total: string) => {
  const sold = sale(id);
  return { ...sold, document: { ...sold.document, currency: 'EUR', total } };
};

/** A day on that device: opened, some sales, closed; as the ids of the sales. */
export async function aDay(sales: number): Promise<string[]> {
  const session = await openTill(db, device, {
    ...{ openingFloat: '100.00', businessDate: '2026-11-22', openedAt: '2026-11-22T08:00:00Z' },
  });
  const ids = Array.from({ length: sales }, () => uuidV7());
  for (const id of ids) await keepSale(db, worth(id, '4.99'));
  const counted = { amount: '104.99' };
  await closeTill(db, session, counted as never, { closedAt: '2026-11-22T20:00:00Z' });
  return ids;
}

/** The lines that the device saves. */
export async function savedLines(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of unsentLines(db, '1.0', new Date('2026-11-22T21:00:00Z'))) lines.push(line);
  return lines;
}

export const fileOf = (lines: readonly string[]) => new Blob([...lines]);
