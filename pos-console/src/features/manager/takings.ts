import { useQuery } from '@tanstack/react-query';
import { get, query } from '@/shared/http/api';
import type { Takings } from '@/shared/http/shapes';
import { usePlace } from './place';

export const REFRESH_MS = 30_000;

/** What the store took on a day, kept current while somebody looks. */
export function useTakings(date: string, groupBy: 'HOUR' | 'PRODUCT', limit?: number) {
  const { store } = usePlace();
  return useQuery({
    queryKey: ['takings', store.id, date, groupBy, limit],
    queryFn: () =>
      get<Takings>(`/api/takings${query({ storeId: store.id, from: date, to: date, groupBy, limit })}`),
    refetchInterval: REFRESH_MS,
  });
}
