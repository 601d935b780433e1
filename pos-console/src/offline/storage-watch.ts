import type { ConsoleDatabase } from './database';
import { isStorageFull, storageBecame, storageLevel } from './storage';
import { KEPT_DAYS, KEPT_DAYS_WHEN_TIGHT, letGoOfOld } from './tidying';

/** What the browser says of the room it gives; null is what it does not say. */
export interface StorageState {
  /** Whether it promises not to clear it by itself. */
  readonly persisted: boolean | null;
  readonly used: number | null;
  readonly quota: number | null;
}

export type Storage = Partial<Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>>;

const EVERY_MS = 10 * 60 * 1000;
const SAID_MS = 60 * 1000;
/** Room for more than 50,000 sales: enough to warn long before it is needed. */
const LITTLE = 500_000_000;
const LITTLE_OF_QUOTA = 0.2;
const PROBE = 'storage-probe';
const PROBE_LENGTH = 100_000;

export async function storageState(storage: Storage): Promise<StorageState> {
  const [persisted, estimate] = await Promise.all([storage.persisted?.(), storage.estimate?.()]);
  return {
    persisted: persisted ?? null,
    used: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
  };
}

export const isTight = ({ used, quota }: StorageState): boolean =>
  used !== null && quota !== null && quota - used < Math.min(quota * LITTLE_OF_QUOTA, LITTLE);

/**
 * Keeps room: asks the browser not to clear anything, lets go of what was sent long ago, sooner where room gets short, and
 * says when that does not help.
 */
export async function keepRoom(db: ConsoleDatabase, storage: Storage): Promise<void> {
  if ((await storage.persisted?.()) === false) await storage.persist?.();
  await letGoOfOld(db, KEPT_DAYS);
  if (isTight(await storageState(storage)) || storageLevel() === 'full')
    await letGoOfOld(db, KEPT_DAYS_WHEN_TIGHT);
  if (storageLevel() === 'full' && !(await canWrite(db))) return;
  storageBecame(isTight(await storageState(storage)) ? 'low' : 'ok');
}

async function canWrite(db: ConsoleDatabase): Promise<boolean> {
  try {
    await db.keep(PROBE, 'x'.repeat(PROBE_LENGTH));
    await db.settings.delete(PROBE);
    return true;
  } catch {
    return false;
  }
}

/** Looks now and every ten minutes. What could not be written stays said for a minute, also where there is room again. */
export function watchStorage(db: ConsoleDatabase, storage: Storage): () => void {
  const look = () => void keepRoom(db, storage).catch(reportError);
  let again: ReturnType<typeof setTimeout> | undefined;
  const onFailure = ({ reason }: PromiseRejectionEvent) => {
    if (!isStorageFull(reason)) return;
    storageBecame('full');
    void letGoOfOld(db, KEPT_DAYS_WHEN_TIGHT).catch(reportError);
    clearTimeout(again);
    again = setTimeout(look, SAID_MS);
  };
  window.addEventListener('unhandledrejection', onFailure);
  const timer = setInterval(look, EVERY_MS);
  look();
  return () => {
    window.removeEventListener('unhandledrejection', onFailure);
    clearInterval(timer);
    clearTimeout(again);
  };
}
