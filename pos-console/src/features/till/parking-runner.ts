import type { ConsoleDatabase } from '@/offline/database';
import { edgeAddress } from '@/offline/edge/edge-setting';
import { watch } from '@/offline/live';
import { parkedSalesOf, tellShelf, type CustomerOf, type Shelf } from '@/offline/parked-sales';
import type { Device } from '@/offline/till-device';
import { nearby } from './shelf';

const AGAIN_MS = 15_000;

/**
 * Tells the store's shelf of what is parked on this till: when something is, when the network returns, and every now and then.
 *
 * @returns stops telling
 */
export function runParking(
  db: ConsoleDatabase,
  device: Device,
  shelf: Shelf,
  customerOf: CustomerOf,
  byName: string,
): () => void {
  let telling: Promise<void> = Promise.resolve();
  const tell = () => {
    telling = telling
      .then(() => tellShop(db, device, byName))
      .catch(() => undefined)
      .then(() => tellShelf(db, device, shelf, customerOf))
      .catch(() => undefined);
  };
  const unwatch = watch(db, (now) => parkedSalesOf(now, device.till.id), tell);
  const again = setInterval(tell, AGAIN_MS);
  window.addEventListener('online', tell);
  return () => {
    unwatch();
    clearInterval(again);
    window.removeEventListener('online', tell);
  };
}

/** First the shop: what another till took there is not told to the server as if it still waited here. */
async function tellShop(db: ConsoleDatabase, device: Device, byName: string): Promise<void> {
  if (await edgeAddress(db)) await (await nearby()).shareWithShop(device, byName);
}
