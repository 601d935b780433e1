import { useLiveQuery } from '@/offline/live';
import { createContext, useContext, useSyncExternalStore, type MouseEvent } from 'react';
import type { ParkedSale, StoredTillSession } from '@/offline/database';
import { parkedSalesOf } from '@/offline/parked-sales';
import type { ProductSearch } from '@/offline/search';
import type { Device } from '@/offline/till-device';
import type { Presence } from './at-the-till';
import type { KeysSeen } from './quick-keys';
import type { TillDesk } from './till-desk';
import type { TillState } from './till-state';

export interface TillParts {
  readonly desk: TillDesk;
  readonly device: Device;
  readonly session: StoredTillSession;
  readonly search: ProductSearch;
  readonly online: boolean;
  readonly keys: KeysSeen;
}

export const TillContext = createContext<TillParts | null>(null);

/** What stays while the till is open, for what does not follow the sale. */
export function useTillParts(): TillParts {
  const parts = useContext(TillContext);
  if (!parts) throw new Error('not at a till');
  return parts;
}

/** Something that follows from the till's state; drawn anew only when it is another, so it is no new object each time. */
export function useTillValue<T extends bigint | string | number | boolean | null>(
  value: (state: TillState) => T,
): T {
  const { desk } = useTillParts();
  return useSyncExternalStore(desk.subscribe, () => value(desk.snapshot()));
}

export function useTill(): TillParts & { state: TillState } {
  const parts = useTillParts();
  const state = useSyncExternalStore(parts.desk.subscribe, parts.desk.snapshot);
  return { ...parts, state };
}

/** Who stands at the till, and whether it is locked. */
export function usePresence(): Presence {
  const { people } = useTill().desk;
  return useSyncExternalStore(people.subscribe, people.snapshot);
}

const NONE: readonly ParkedSale[] = [];

/** Sales of this till that wait to be gone on with, oldest first. */
export function useParkedSales(): readonly ParkedSale[] {
  const { device } = useTill();
  return useLiveQuery((db) => parkedSalesOf(db, device.till.id), [device.till.id]) ?? NONE;
}

/** Where typed keys and scans go: the search field, or while paying the amount given. */
export const SEARCH_FIELD = 'till-search';
export const GIVEN_FIELD = 'till-given';

const touchOnly = () => window.matchMedia('(pointer: coarse)').matches;

/** Hands the keys back to the search field; on touch devices without calling up the on-screen keyboard. */
export function focusSearch(): void {
  if (touchOnly()) (document.activeElement as HTMLElement | null)?.blur();
  else document.getElementById(SEARCH_FIELD)?.focus();
}

/** A key that is pressed with the mouse does not take the search field's place: moving focus there and back costs a layout. */
export function keepFocus(event: MouseEvent): void {
  if (!touchOnly() && document.activeElement?.id === SEARCH_FIELD) event.preventDefault();
}
