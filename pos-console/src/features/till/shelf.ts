import { database } from '@/offline/database';
import { edgeAddress } from '@/offline/edge/edge-setting';
import type { ShelvedSale, Shelf, TakenUp } from '@/offline/parked-sales';
import { get, put, query, type Page } from '@/shared/http/api';
import { Problem } from '@/shared/http/problem';
import type { Customer } from '@/shared/http/shapes';

/** The cashier waits for the answer: better none soon than one late. */
const PATIENCE_MS = 4_000;

/** The shelf of parked sales at order-service. */
export const shelf: Shelf = {
  park: (id, sale) => put<unknown>(`/api/parked-sales/${id}`, sale),
  takeUp: (id, tillId, sale) =>
    put<TakenUp>(
      `/api/parked-sales/${id}/taking-up`,
      { tillId, ...(sale && { sale }) },
      { timeoutMs: PATIENCE_MS },
    ),
  waiting: (storeId) => shelved(storeId),
  nearby: async (saleId) => ((await edgeAddress(database)) ? (await nearby()).takenNearby(saleId) : null),
};

/** What speaks to the store edge: loaded where there is one. */
export const nearby = () => import('./edge/nearby');

/** What waits in a store, on whatever till it was parked. */
export async function shelved(storeId: string): Promise<readonly ShelvedSale[]> {
  return (await get<Page<ShelvedSale>>(`/api/parked-sales${query({ storeId })}`)).items;
}

/** Null when there is no such customer any more. */
export async function customerOf(id: string): Promise<Customer | null> {
  try {
    return await get<Customer>(`/api/customers/${id}`, { timeoutMs: PATIENCE_MS });
  } catch (failure) {
    if (failure instanceof Problem) return null;
    throw failure;
  }
}

/** What the profile of an attached customer says; null without one, or without a network. */
export async function addressOf(customerId: string | null): Promise<string | null> {
  if (customerId === null) return null;
  const customer = await customerOf(customerId).catch(() => null);
  return customer?.email ?? null;
}
