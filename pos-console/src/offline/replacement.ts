import type { ConsoleDatabase } from './database';

const TO_ASK = 'device-before';

/** That this device took another's place, and nobody has said yet what became of what that one held. */
export interface Replacement {
  /** The how many-th device of its till the other one is. */
  readonly epoch: number;
}

export const askAboutDeviceBefore = (db: ConsoleDatabase, epoch: number) =>
  db.keep(TO_ASK, { epoch: epoch - 1 } satisfies Replacement);
export const deviceBefore = (db: ConsoleDatabase) => db.setting<Replacement>(TO_ASK);
export const forgetDeviceBefore = (db: ConsoleDatabase) => db.settings.delete(TO_ASK);
