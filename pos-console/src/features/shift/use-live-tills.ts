import { useQuery } from '@tanstack/react-query';
import { get, query, type Page } from '@/shared/http/api';
import type { LiveTill } from '@/shared/http/shapes';

const EVERY_MS = 5_000;
/** Tills speak every 15 seconds: after three missed words one is silent. */
export const SILENT_MS = 50_000;

export type OpenSession = LiveTill['sessions'][number];

export const useLiveTills = (storeId: string) =>
  useQuery({
    queryKey: ['live-tills', storeId],
    queryFn: () => get<Page<LiveTill>>(`/api/till-states${query({ storeId })}`),
    refetchInterval: EVERY_MS,
  });
