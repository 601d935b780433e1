import { useEffect, useState } from 'react';
import type { OutboxEntry } from '@/offline/database';
import { get } from '@/shared/http/api';
import type { StoredSale } from '@/shared/http/shapes';

/**
 * What the server found odd about sales that it took, by the id of the sale. It looks at them only after it has answered, so
 * it is asked while somebody looks, and each sale once.
 */
export function useFindings(
  entries: readonly OutboxEntry[],
  online: boolean,
): ReadonlyMap<string, readonly string[]> {
  const [found, setFound] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const sales = entries.filter(({ kind }) => kind === 'sale').map(({ id }) => id);
  const asked = sales.join(' ');
  useEffect(() => {
    if (!online || asked === '') return;
    const stop = new AbortController();
    for (const id of asked.split(' '))
      get<StoredSale>(`/api/sales/${id}`, { signal: stop.signal })
        .then(({ anomalies }) => {
          if (anomalies.length > 0)
            setFound((known) => new Map([...known, [id, anomalies.map(({ detail }) => detail)]]));
        })
        // Whoever may not see it, or has no network, learns nothing: the sale stands in every case.
        .catch(() => undefined);
    return () => stop.abort();
  }, [asked, online]);
  return found;
}
