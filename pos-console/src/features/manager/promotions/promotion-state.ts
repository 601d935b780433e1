/** What a promotion or a price list says of its time. */
export interface Timed {
  readonly active: boolean;
  readonly window: { readonly from?: string | null; readonly until?: string | null };
}

/** Where a promotion or a price list stands: in its period, before it, after it, or taken off by hand. */
export type PromotionState = 'RUNNING' | 'SCHEDULED' | 'OVER' | 'ENDED';

export const STATES: readonly PromotionState[] = ['RUNNING', 'SCHEDULED', 'OVER', 'ENDED'];

/** @param now the store's local time, as {@link localTime} writes it */
export function stateOf({ active, window }: Timed, now: string): PromotionState {
  if (!active) return 'ENDED';
  if (window.until && now >= withSeconds(window.until)) return 'OVER';
  if (window.from && now < withSeconds(window.from)) return 'SCHEDULED';
  return 'RUNNING';
}

/** An instant as a store's clocks and calendar show it: `2026-11-22T09:30:00`, which compares as text. */
export function localTime(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}`;
}

const withSeconds = (local: string) => (local.length === 16 ? `${local}:00` : local);
