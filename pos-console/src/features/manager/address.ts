import { useSearchParams } from 'wouter';
import { usePlaceOrNull } from './place';

/** What of a view stands in the address, so that a link shows the same again. */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  const place = usePlaceOrNull();
  return {
    storeId: search.get('store'),
    date: search.get('date') ?? place?.today ?? '',
    get: (name: string) => search.get(name),
    change: (values: Readonly<Record<string, string | null>>) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            if (value === null || value === '') after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace: true },
      ),
  };
}

/** An address within the manager's pages that keeps the store, and takes the rest from `values`. */
export function addressOf(path: string, values: Readonly<Record<string, string | null | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) search.set(name, value);
  return search.size > 0 ? `${path}?${search}` : path;
}
