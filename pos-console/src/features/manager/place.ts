import { useQuery } from '@tanstack/react-query';
import { useLiveQuery } from '@/offline/live';
import { createContext, useContext } from 'react';
import { useSearchParams } from 'wouter';
import { businessDate } from '@/domain/business-date';
import { minorDigitsOf } from '@/domain/decimal';
import { deviceOf } from '@/offline/till-device';
import { getAll } from '@/shared/http/api';
import type { Store } from '@/shared/http/shapes';
import { mayServe, useSession } from '@/shared/session/session';

/** The store that the pages are about. */
export interface Place {
  readonly store: Store;
  /** The store's trading day now. */
  readonly today: string;
  readonly minorDigits: number;
}

export const PlaceContext = createContext<Place | null>(null);

export const usePlaceOrNull = () => useContext(PlaceContext);

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (!place) throw new Error('no store is chosen');
  return place;
}

export const useStores = () =>
  useQuery({ queryKey: ['stores'], queryFn: () => getAll<Store>('/api/stores') });

/** What a store is called. */
export function useStoreNames(): (id: string) => string {
  const { data } = useStores();
  return (id) => data?.find((store) => store.id === id)?.name ?? id;
}

/** The stores of this person, and which of them the address, or else this device, is about. */
export function usePlaces() {
  const { user } = useSession();
  const [search] = useSearchParams();
  const device = useLiveQuery(async (db) => (await deviceOf(db)) ?? null);
  const loaded = useStores();
  const stores = loaded.data?.filter((store) => mayServe(user, store.id));
  const wanted = search.get('store') ?? device?.store.id;
  const store = stores?.find((candidate) => candidate.id === wanted) ?? stores?.[0];
  return {
    stores: device === undefined ? undefined : stores,
    failure: loaded.error,
    retry: () => void loaded.refetch(),
    place: store ? placeOf(store) : null,
  };
}

function placeOf(store: Store): Place {
  return {
    store,
    today: businessDate(new Date(), store.timeZone, store.businessDayStartsAt),
    minorDigits: minorDigitsOf(store.currency),
  };
}
