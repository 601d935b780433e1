import { useQuery } from '@tanstack/react-query';
import { getAll, query } from '@/shared/http/api';
import type { PriceList } from '@/shared/http/shapes';

/** Every price list of the shop, those that have ended too; the ones that go first come first. */
export const usePriceLists = () =>
  useQuery({
    queryKey: ['priceLists'],
    queryFn: async () =>
      (await getAll<PriceList>(`/api/price-lists${query({ limit: 500 })}`)).sort(
        (a, b) => b.terms.priority - a.terms.priority,
      ),
  });
