import { get, query, type Page } from '@/shared/http/api';
import type { ApprovalPolicy, StaffMember } from '@/shared/http/shapes';
import { syncPolicy } from './approval-policy';
import type { ConsoleDatabase } from './database';
import { canCheckPins, syncStaff } from './staff';

const EVERY_MS = 20_000;

const policies = async (storeId: string) =>
  (await get<Page<ApprovalPolicy>>(`/api/approval-policies${query({ storeId })}`)).items;
const staff = async (storeId: string) =>
  (await get<Page<StaffMember>>(`/api/staff${query({ storeId })}`)).items;

/** Keeps the store's policy and people current while somebody looks at the till; calls back when there is news. */
export function runApprovalSync(db: ConsoleDatabase, storeId: string, news: () => void): () => void {
  let stopped = false;
  const sync = async () => {
    const parts = [syncPolicy(db, storeId, policies)];
    if (canCheckPins()) parts.push(syncStaff(db, storeId, staff));
    // Without an answer the till goes on with what it knows; the next round asks again.
    const outcomes = await Promise.allSettled(parts);
    if (!stopped && outcomes.some((outcome) => outcome.status === 'fulfilled' && outcome.value)) news();
  };
  const poll = () => {
    if (document.visibilityState === 'visible' && navigator.onLine) void sync();
  };
  poll();
  const timer = setInterval(poll, EVERY_MS);
  window.addEventListener('online', poll);
  return () => {
    stopped = true;
    clearInterval(timer);
    window.removeEventListener('online', poll);
  };
}
