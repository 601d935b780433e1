import { useQuery } from '@tanstack/react-query';
import { getAll, query } from '@/shared/http/api';
import type { PriceList } from '@/shared/http/shapes';

/** Every price list of the shop, those that have ended too. */
export const usePriceLists = () =>
  useQuery({
    queryKey: ['price-lists'],
    queryFn: () => getAll<PriceList>(`/api/price-lists${query({ limit: 500 })}`),
  });
