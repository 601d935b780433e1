import { database } from '@/offline/database';
import { claimOwn, lookNearby, shareNearby, takeNearby, type NearbySale } from '@/offline/edge/sharing';
import { storeEdge } from '@/offline/edge/store-edge';
import { learnStoreKey, type KeyOffice, type ToldKey } from '@/offline/edge/store-key';
import type { TakingUp } from '@/offline/parked-sales';
import { deviceOf, type Device } from '@/offline/till-device';
import { request } from '@/shared/http/api';
import { shopTime } from '@/shared/shop-clock';

const office: KeyOffice = {
  challenge: () => request('POST', '/api/devices/challenges'),
  storeKey: (id, proof) => request<ToldKey>('POST', `/api/devices/${id}/store-key`, proof),
};

export type Nearby = Awaited<ReturnType<typeof lookNearby>>;

const KEY_AGAIN_MS = 10 * 60_000;
let keyAskedAt = -Infinity;

/** Tells the shop's other tills of this one, and learns what they took. A server out of reach keeps the key as it is. */
export async function shareWithShop(device: Device, byName: string): Promise<void> {
  const known = await storeEdge(database, device);
  if (!known || performance.now() - keyAskedAt > KEY_AGAIN_MS) {
    await learnStoreKey(database, device, office).then(
      () => (keyAskedAt = performance.now()),
      () => undefined,
    );
  }
  const edge = await storeEdge(database, device);
  if (edge) await shareNearby(edge, byName, __APP_VERSION__, shopTime());
}

/** Null where this device has no store edge, or it does not answer. */
export async function lookAround(device: Device): Promise<Nearby | null> {
  const edge = await storeEdge(database, device);
  return edge && lookNearby(edge).catch(() => null);
}

export async function takeFromNearby(device: Device, sale: NearbySale): Promise<TakingUp> {
  const edge = await storeEdge(database, device);
  return edge ? takeNearby(edge, sale) : { done: 'unreachable' };
}

/** Who of the shop goes on with a sale that was parked here; null too when the relay does not answer. */
export async function takenNearby(saleId: string): Promise<string | null> {
  const device = await deviceOf(database);
  const edge = device && (await storeEdge(database, device));
  return edge ? claimOwn(edge, saleId).catch(() => null) : null;
}
