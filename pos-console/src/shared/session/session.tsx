import { createContext, useContext } from 'react';

export type Role =
  'cashier' | 'shift-lead' | 'store-manager' | 'buyer' | 'accountant' | 'supplier' | 'ops' | 'auditor';

/** Who works on this device. Kept on the device, so that the till opens without a network. */
export interface SignedInUser {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Store ids; `*` is every store. */
  readonly stores: readonly string[];
}

export interface Session {
  readonly user: SignedInUser;
  /** `valid`: requests carry a token. `waiting`: no network yet. `ended`: the person has to sign in again to send. */
  readonly token: 'valid' | 'waiting' | 'ended';
  readonly signIn: () => void;
  readonly signOut: () => void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session');
  return session;
}

export const maySell = (user: SignedInUser) =>
  user.roles.some((role) => role === 'cashier' || role === 'shift-lead' || role === 'store-manager');
export const maySeeShift = (user: SignedInUser) =>
  user.roles.some((role) => role === 'shift-lead' || role === 'store-manager');
/** Counts the drawer blind: is told what should be in it only afterwards. */
export const onlySells = (user: SignedInUser) => user.roles.every((role) => role === 'cashier');
export const mayManage = (user: SignedInUser) => user.roles.some((role) => role === 'store-manager');
/** Whether journals may be read, and checked. */
export const mayAudit = (user: SignedInUser) =>
  user.roles.some((role) => role === 'auditor' || role === 'accountant' || role === 'store-manager');
/** Whether checking them is what this person is here for. */
export const onlyAudits = (user: SignedInUser) => user.roles.includes('auditor') && !mayKeepCatalog(user);
/** Whether tills may ask this person; the store's policy says for what. */
export const mayApprove = (user: SignedInUser) =>
  user.roles.some((role) => role === 'shift-lead' || role === 'store-manager');
/** Whether products, prices and promotions may be seen outside the till; {@link mayKeepCatalog}: and changed. */
export const mayReadCatalog = (user: SignedInUser) =>
  mayKeepCatalog(user) || user.roles.some((role) => role === 'accountant' || role === 'auditor');
export const mayKeepCatalog = (user: SignedInUser) =>
  user.roles.some((role) => role === 'store-manager' || role === 'buyer' || role === 'ops');
/** Whether a promotion for these stores is this person's to make; no stores: for all of them. */
export const mayPromoteIn = (user: SignedInUser, storeIds: readonly string[]) =>
  mayKeepCatalog(user) &&
  (storeIds.length > 0
    ? storeIds.every((storeId) => mayServe(user, storeId))
    : user.stores.includes('*') || user.roles.some((role) => role === 'buyer' || role === 'ops'));
export const mayServe = (user: SignedInUser, storeId: string) =>
  user.stores.includes('*') || user.stores.includes(storeId);
