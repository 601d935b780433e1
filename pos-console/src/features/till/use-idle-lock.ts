import { useLiveQuery } from '@/offline/live';
import { useEffect } from 'react';
import { policyOf } from '@/offline/approval-policy';
import type { TillDesk } from './till-desk';

/** Tells that somebody is at the till who presses nothing: the camera reads. */
export const TOUCHED = 'till:touched';

const TOUCHES = ['pointerdown', 'keydown', TOUCHED] as const;

/** Locks a till that nobody touched for as long as the store's policy says. */
export function useIdleLock(desk: TillDesk, storeId: string): void {
  const minutes = useLiveQuery(async (db) => (await policyOf(db, storeId)).lockAfterMinutes, [storeId]);
  useEffect(() => {
    if (!minutes) return;
    let timer: ReturnType<typeof setTimeout>;
    const begin = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (desk.people.mayLock()) desk.lock();
      }, minutes * 60_000);
    };
    begin();
    for (const touch of TOUCHES) window.addEventListener(touch, begin, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const touch of TOUCHES) window.removeEventListener(touch, begin, { capture: true });
    };
  }, [desk, minutes]);
}
