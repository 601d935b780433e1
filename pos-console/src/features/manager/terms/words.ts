import type { Formats } from '@/shared/format';
import type { Say } from '@/shared/i18n';
import type { Timed } from './state';

/** What is told with: words in the person's language, numbers and times as they write them. */
export interface Words {
  readonly t: Say;
  readonly format: Formats;
}

/** From when until when, in the store's time; empty when it is always. */
export function periodInWords({ window }: Timed, { t, format }: Words): string {
  const day = (local: string) => format.dateTime(`${local.slice(0, 16)}:00Z`, 'UTC');
  if (window.from && window.until)
    return t('promotions.between', { from: day(window.from), until: day(window.until) });
  if (window.from) return t('promotions.from', { from: day(window.from) });
  return window.until ? t('promotions.until', { until: day(window.until) }) : '';
}

/** In which stores. */
export function whereItHolds(
  { stores }: { readonly stores: readonly string[] },
  storeName: (id: string) => string,
  { t, format }: Words,
): string {
  return stores.length === 0 ? t('promotions.everywhere') : format.list(stores.map(storeName));
}
