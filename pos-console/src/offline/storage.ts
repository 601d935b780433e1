/** How much room the browser leaves for what this device keeps: enough, little, or none at the last write. */
export type StorageLevel = 'ok' | 'low' | 'full';

let level: StorageLevel = 'ok';
const listeners = new Set<() => void>();

export const storageLevel = (): StorageLevel => level;

export function onStorageLevel(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function storageBecame(now: StorageLevel): void {
  level = now;
  for (const listener of listeners) listener();
}

/** Whether something was not written because there is no room for it; databases wrap the reason, more than once. */
export function isStorageFull(failure: unknown): boolean {
  if (typeof failure !== 'object' || failure === null) return false;
  const { name, inner, cause } = failure as { name?: unknown; inner?: unknown; cause?: unknown };
  return name === 'QuotaExceededError' || isStorageFull(inner) || isStorageFull(cause);
}
