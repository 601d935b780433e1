/** What a promotion or a price list says of its time. */
export interface Timed {
  readonly active: boolean;
  readonly window: { readonly from?: string | null; readonly until?: string | null };
}

/** Where a promotion or a price list stands: in its period, before it, after it, or taken off by hand. */
export type TermsState = 'RUNNING' | 'SCHEDULED' | 'OVER' | 'ENDED';

export const STATES: readonly TermsState[] = ['RUNNING', 'SCHEDULED', 'OVER', 'ENDED'];

/** @param now the store's time, to the minute, as `storeTime` tells it */
export function stateOf({ active, window }: Timed, now: string): TermsState {
  if (!active) return 'ENDED';
  if (window.until && now >= toTheMinute(window.until)) return 'OVER';
  if (window.from && now < toTheMinute(window.from)) return 'SCHEDULED';
  return 'RUNNING';
}

const toTheMinute = (local: string) => local.slice(0, 16);
