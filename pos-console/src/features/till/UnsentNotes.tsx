import { useLiveQuery } from '@/offline/live';
import { useEffect, useState } from 'react';
import { outboxSummary } from '@/offline/outbox';
import { get, query, type Page } from '@/shared/http/api';
import type { LiveTill } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Note } from '@/shared/ui/states';
import { useTill } from './till-context';

/** What has not been sent yet, by this device and by other tills of the store as far as the server has heard. */
export function UnsentNotes() {
  const { device, online } = useTill();
  const { t, format } = useWords();
  const summary = useLiveQuery((db) => outboxSummary(db));
  const [tills, setTills] = useState<readonly LiveTill[]>([]);
  useEffect(() => {
    if (!online) return;
    const stop = new AbortController();
    get<Page<LiveTill>>(`/api/till-states${query({ storeId: device.store.id })}`, { signal: stop.signal })
      .then((page) => setTills(page.items))
      .catch(() => setTills([]));
    return () => stop.abort();
  }, [online, device.store.id]);
  const waiting = (summary?.waiting ?? 0) + (summary?.rejected ?? 0);
  const others = tills.filter(({ tillId, heard }) => tillId !== device.till.id && heard && heard.unsent > 0);
  return (
    <>
      {waiting > 0 && <Note tone="info">{t('close.unsent', { count: waiting })}</Note>}
      {others.map(({ tillId, name, heard }) => (
        <Note key={tillId} tone="warn">
          {t('close.unsentElsewhere', {
            till: name,
            count: heard?.unsent ?? 0,
            time: format.dateTime(heard?.at ?? '', device.store.timeZone),
          })}
        </Note>
      ))}
    </>
  );
}
