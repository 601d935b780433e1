import type { EnrolmentOffice } from '@/offline/enrolment';
import { get, getAll, put, query, request } from '@/shared/http/api';
import type { Device, EnrolmentRule, LastReceipt, Store, Till } from '@/shared/http/shapes';
import { mayApprove, mayServe, type SignedInUser } from '@/shared/session/session';

export const office: EnrolmentOffice = {
  challenge: () => request('POST', '/api/devices/challenges'),
  enrol: (id, body) => put<Device>(`/api/devices/${id}`, body),
  store: (id) => get<Store>(`/api/stores/${encodeURIComponent(id)}`),
  till: (id) => get<Till>(`/api/tills/${encodeURIComponent(id)}`),
  lastReceipt: (tillId) => get<LastReceipt>(`/api/tills/${encodeURIComponent(tillId)}/last-receipt`),
};

export const revoke = (deviceId: string) =>
  put(`/api/devices/${deviceId}/revocation`, { reason: 'NOT_NEEDED' });

export interface FreeTill extends Till {
  /** The device that is this till now. */
  readonly usedBy: Device | null;
}

/** A store with the tills that this person may make a device without a code; none: it takes one. */
export interface OpenStore {
  readonly store: Store;
  readonly tills: readonly FreeTill[];
  readonly byCodeOnly: boolean;
}

export async function placesOf(user: SignedInUser): Promise<OpenStore[]> {
  const stores = (await getAll<Store>('/api/stores')).filter((store) => mayServe(user, store.id));
  return Promise.all(
    stores.map(async (store) => {
      const { who } = await get<EnrolmentRule>(`/api/devices/rules/${encodeURIComponent(store.id)}`);
      if (who === 'LEADS' && !mayApprove(user)) return { store, tills: [], byCodeOnly: true };
      const [tills, devices] = await Promise.all([
        getAll<Till>(`/api/tills${query({ storeId: store.id })}`),
        getAll<Device>(`/api/devices${query({ storeId: store.id })}`),
      ]);
      const used = new Map(
        devices.filter(({ state }) => state === 'ACTIVE').map((device) => [device.tillId, device]),
      );
      return {
        store,
        tills: tills.map((till) => ({ ...till, usedBy: used.get(till.id) ?? null })),
        byCodeOnly: false,
      };
    }),
  );
}
