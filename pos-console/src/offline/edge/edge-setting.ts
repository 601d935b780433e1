import type { ConsoleDatabase } from '../database';

const KEY = 'store-edge';

/** Where the store edge listens; none: this device has none, and asks for nothing. */
export const edgeAddress = async (db: ConsoleDatabase): Promise<string> =>
  (await db.setting<string>(KEY)) ?? '';

export const keepEdgeAddress = (db: ConsoleDatabase, address: string) => db.keep(KEY, address);
