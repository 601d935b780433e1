import type { ConsoleDatabase } from '../database';

/** Which scale this device weighs with. */
export interface ScaleSetting {
  /** `none` leaves every weight to be typed. */
  readonly connection: 'none' | 'bridge';
  /** Where the bridge listens. */
  readonly bridge: string;
  /** The scale's name at the bridge. */
  readonly scale: string;
}

export const NO_SCALE: ScaleSetting = { connection: 'none', bridge: 'http://localhost:8227', scale: '' };

const KEY = 'scale';

export const scaleSetting = async (db: ConsoleDatabase): Promise<ScaleSetting> => ({
  ...NO_SCALE,
  ...(await db.setting<Partial<ScaleSetting>>(KEY)),
});

export const keepScaleSetting = (db: ConsoleDatabase, setting: ScaleSetting) => db.keep(KEY, setting);
