import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get, getAll } from '@/shared/http/api';
import type { CatalogProduct, Category, PromotionTerms } from '@/shared/http/shapes';

/** So many products are looked up by id for their names; the others of a list are only counted. */
const MOST_NAMED = 60;

export const useCategories = () =>
  useQuery({ queryKey: ['categories'], queryFn: () => getAll<Category>('/api/categories?limit=500') });

/** The names of the goods that promotions speak of, by id. */
export function useGoodsNames(
  terms: readonly Pick<PromotionTerms, 'target' | 'parts'>[],
): (id: string) => string | undefined {
  const categories = useCategories();
  const ids = useMemo(() => {
    const goods = terms.flatMap(({ target, parts }) => [target, ...parts.map((part) => part.target)]);
    return [...new Set(goods.flatMap(({ products, exceptProducts }) => [...products, ...exceptProducts]))];
  }, [terms]);
  const products = useQueries({
    queries: ids.slice(0, MOST_NAMED).map((id) => ({
      queryKey: ['product', id],
      queryFn: () => get<CatalogProduct>(`/api/products/${id}`),
    })),
  });
  const names = new Map<string, string>();
  for (const category of categories.data ?? []) names.set(category.id, category.path);
  for (const { data } of products) if (data) names.set(data.id, data.name);
  return (id) => names.get(id);
}
