import { getAll, query } from '@/shared/http/api';
import type { Device } from '@/shared/http/shapes';
import type { ConsoleDatabase } from './database';
import { keyFrom } from './salvage/journal-proof';

const KEYS = 'device-keys';

type Keys = Readonly<Record<string, string>>;

/** The keys of a store's devices are kept while the network is there, retired ones too: what they signed stays signed. */
export async function learnKeys(
  db: ConsoleDatabase,
  devices: readonly Pick<Device, 'id' | 'publicKey'>[],
): Promise<void> {
  const keys = Object.fromEntries(devices.map(({ id, publicKey }) => [id, publicKey]));
  await db.keep(KEYS, { ...(await db.setting<Keys>(KEYS)), ...keys });
}

/** Null where this till has not heard of the device. */
export async function knownKey(db: ConsoleDatabase, deviceId: string): Promise<CryptoKey | null> {
  const key = (await db.setting<Keys>(KEYS))?.[deviceId];
  return key === undefined ? null : keyFrom(key);
}

const EVERY_MS = 60 * 60 * 1000;

/**
 * Asks for the keys of a store's devices now, every hour, and when the network is back. A failure is no news.
 *
 * @returns stops asking
 */
export function keepKeysFresh(db: ConsoleDatabase, storeId: string): () => void {
  const ask = () =>
    void getAll<Device>(`/api/devices${query({ storeId })}`)
      .then((devices) => learnKeys(db, devices))
      .catch(() => undefined);
  ask();
  const timer = setInterval(ask, EVERY_MS);
  window.addEventListener('online', ask);
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', ask);
  };
}
