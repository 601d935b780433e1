import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getAll, query, request } from '@/shared/http/api';
import type { ChangePreview, ChangeSetHead, ChangeSetTerms } from '@/shared/http/shapes';
import { useStoreNames } from '../place';
import { usePriceLists } from '../price-lists/use-price-lists';
import { useCategories } from '../promotions/goods';
import type { Names } from './change-set-words';

const PAGE = 100;
const PREVIEW_MS = 60_000;

/** The shop's change sets, those that changed last first. */
export const useChangeSets = () =>
  useQuery({
    queryKey: ['change-sets'],
    queryFn: () => getAll<ChangeSetHead>(`/api/change-sets${query({ limit: 200 })}`, 1_000),
  });

/** What is called how, by id. */
export function useNames(): Names {
  const lists = usePriceLists();
  const categories = useCategories();
  return {
    store: useStoreNames(),
    list: (id) => lists.data?.find((one) => one.id === id)?.terms.name ?? '…',
    category: (id) => categories.data?.find((one) => one.id === id)?.path ?? '…',
  };
}

export type Show = 'ALL' | 'CHANGES' | 'NOTED' | 'FAILS';

/** What terms would do, page by page; nothing of it is stored. Null terms are not asked for. */
export const usePreview = (
  terms: ChangeSetTerms | null,
  moment: { readonly at: string | null; readonly storeId: string },
  show: Show,
) =>
  useInfiniteQuery({
    queryKey: ['change-set-preview', terms, moment, show],
    queryFn: ({ pageParam, signal }) =>
      request<ChangePreview>(
        'POST',
        `/api/change-sets/previews${query({ ...moment, show, cursor: pageParam, limit: PAGE })}`,
        terms,
        { signal, timeoutMs: PREVIEW_MS },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled: terms !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** The value as it was when it last stood still for a moment. */
export function useSettled<T>(value: T, after = 350): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return settled;
}
