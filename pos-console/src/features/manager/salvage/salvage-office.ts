import type { SalvageOffice } from '@/offline/salvage/bring-in';
import { keyFrom, type KeyOf } from '@/offline/salvage/journal-proof';
import type { ComparisonOffice } from '@/offline/salvage/known';
import { get, put, query, request, type Page } from '@/shared/http/api';
import { Problem } from '@/shared/http/problem';
import type { Device, JournalState, Salvage } from '@/shared/http/shapes';

export const office: SalvageOffice & ComparisonOffice = {
  put: (path, body) => put(path, body),
  handIn: (deviceId, entries) => request('POST', `/api/till-journals/${deviceId}/entries`, { entries }),
  compare: (storeId, documents) => request('POST', '/api/salvages/comparisons', { storeId, documents }),
  journals: async (storeId) =>
    (await get<Page<JournalState>>(`/api/till-journals${query({ storeId })}`)).items,
};

/** Asks the server for the key of each device once; of a device that it does not know there is none. */
export function keysOfDevices(): KeyOf {
  const keys = new Map<string, Promise<CryptoKey | null>>();
  return (deviceId) => {
    const known = keys.get(deviceId) ?? askForKey(deviceId);
    keys.set(deviceId, known);
    return known;
  };
}

async function askForKey(deviceId: string): Promise<CryptoKey | null> {
  try {
    return await keyFrom((await get<Device>(`/api/devices/${deviceId}`)).publicKey);
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 404) return null;
    throw failure;
  }
}

/** Writes down who brings in what; under one id, so that asking again is the same. */
export const writeBeginning = (id: string, told: object) => put<Salvage>(`/api/salvages/${id}`, told);
export const writeOutcome = (id: string, told: object) => put<Salvage>(`/api/salvages/${id}/outcome`, told);
