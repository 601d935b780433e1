import type { ConsoleDatabase } from '../database';
import type { Device } from '../till-device';
import { edgeAddress } from './edge-setting';
import { relayAt, type Letter, type Relay } from './relay';
import { nameOfTill, opened, sealed, storeKeyOf, type StoreKey } from './store-key';

/** This till at the store's box. */
export interface StoreEdge {
  readonly db: ConsoleDatabase;
  readonly device: Device;
  readonly relay: Relay;
  readonly key: StoreKey;
  /** What this till is called at the relay. */
  readonly me: string;
}

/** What a till proves with that it goes on with a sale. */
export interface Claim {
  readonly tillId: string;
  readonly tillName: string;
}

/** None where no address is set, or before the server has given the store's key to this device. */
export async function storeEdge(
  db: ConsoleDatabase,
  device: Device,
  at: (address: string) => Relay = relayAt,
): Promise<StoreEdge | null> {
  const address = await edgeAddress(db);
  const key = await storeKeyOf(db, device.store.id);
  if (!address || !key) return null;
  return { db, device, relay: at(address), key, me: await nameOfTill(key, device.till.id) };
}

/** Asks for a sale. Null: it is this till's; otherwise who goes on with it, where that till proves it. */
export async function claim(edge: StoreEdge, saleId: string): Promise<Claim | 'somebody' | null> {
  const { device, relay, key, me } = edge;
  const mine: Claim = { tillId: device.till.id, tillName: device.till.name };
  const letter = await relay.take(key.box, saleId, me, await sealed(key, aboutClaim(saleId), mine));
  return letter.takenBy === me ? null : ((await takerOf(edge, letter)) ?? 'somebody');
}

/** Who took a sale, proved by the store's key; null while it waits, or when somebody else says so. */
export const takerOf = async ({ key }: StoreEdge, { id, claim: proof }: Letter): Promise<Claim | null> =>
  proof === undefined ? null : opened<Claim>(key, aboutClaim(id), proof);

const aboutClaim = (saleId: string) => `claim\n${saleId}`;
