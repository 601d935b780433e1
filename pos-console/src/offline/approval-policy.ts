import type { ApprovalRule } from '@/domain/approval/approval';
import type { ApprovalPolicy } from '@/shared/http/shapes';
import type { ConsoleDatabase } from './database';

/** What of the store's policy its tills follow. */
export interface TillPolicy {
  readonly rules: readonly ApprovalRule[];
  readonly lockAfterMinutes: number | null;
}

export const NO_POLICY: TillPolicy = { rules: [], lockAfterMinutes: null };

const key = (storeId: string) => `approval-policy:${storeId}`;

export const policyOf = async (db: ConsoleDatabase, storeId: string): Promise<TillPolicy> =>
  (await db.setting<TillPolicy>(key(storeId))) ?? NO_POLICY;

/** Takes over the policy that holds in the store: of those it is told, the first that is active. True when that is news. */
export async function syncPolicy(
  db: ConsoleDatabase,
  storeId: string,
  fetchPolicies: (storeId: string) => Promise<readonly ApprovalPolicy[]>,
): Promise<boolean> {
  const active = (await fetchPolicies(storeId)).find(({ terms }) => terms.active);
  const policy = active
    ? { rules: active.terms.rules, lockAfterMinutes: active.terms.lockAfterMinutes }
    : NO_POLICY;
  if (JSON.stringify(policy) === JSON.stringify(await policyOf(db, storeId))) return false;
  await db.keep(key(storeId), policy);
  return true;
}
