import type { ScanLayout as KnownLayout } from '@/domain/scan-layout';
import type { LayoutFacts, ScanLayout } from '@/shared/http/shapes';
import type { Fault, Faulty } from '../forms/use-draft-form';

/** How a scale prints, while it is being written; a store's id, or empty for all stores. */
export interface LayoutDraft {
  readonly storeId: string;
  readonly prefix: string;
  readonly itemDigits: string;
  readonly valueDigits: string;
  readonly valueChecked: boolean;
  readonly value: ScanLayout['value'];
  readonly decimals: string;
  readonly active: boolean;
}

export const PREFIXES = ['02', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29'] as const;

/** Digits of a GTIN-13 between a prefix of two and the check digit. */
const ROOM = 10;

export const newDraft = (storeId: string): LayoutDraft => ({
  ...{ storeId, prefix: '20', itemDigits: '5', valueDigits: '5', valueChecked: false },
  ...{ value: 'WEIGHT', decimals: '3', active: true },
});

export const draftOf = (layout: ScanLayout): LayoutDraft => ({
  storeId: layout.storeId ?? '',
  prefix: layout.prefix,
  itemDigits: String(layout.itemDigits),
  valueDigits: String(layout.valueDigits),
  valueChecked: layout.valueChecked,
  value: layout.value,
  decimals: String(layout.decimals),
  active: layout.active,
});

/** What is sent, or everything that is wrong. */
export function factsOf(draft: LayoutDraft): { readonly facts: LayoutFacts } | Faulty {
  const faults: Fault[] = [];
  const digits = (name: 'itemDigits' | 'valueDigits', least: number, most: number) => {
    const count = /^\d$/.test(draft[name].trim()) ? Number(draft[name]) : NaN;
    if (!(count >= least && count <= most)) faults.push({ pointer: `/${name}`, word: 'layout.fault.digits' });
    return count;
  };
  const itemDigits = digits('itemDigits', 1, 9);
  const valueDigits = digits('valueDigits', 1, 9);
  const decimals = /^[0-3]$/.test(draft.decimals.trim()) ? Number(draft.decimals) : NaN;
  if (Number.isNaN(decimals)) faults.push({ pointer: '/decimals', word: 'layout.fault.decimals' });
  if (draft.valueChecked && valueDigits !== 4 && valueDigits !== 5)
    faults.push({ pointer: '/valueDigits', word: 'layout.fault.checked' });
  if (faults.length === 0 && itemDigits + valueDigits + (draft.valueChecked ? 1 : 0) !== ROOM)
    faults.push({ pointer: '/itemDigits', word: 'layout.fault.room' });
  if (faults.length > 0) return { faults };
  const { prefix, valueChecked, value, active, storeId } = draft;
  return {
    facts: {
      ...{ prefix, itemDigits, valueDigits, valueChecked, value, decimals, active },
      storeId: storeId || null,
    },
  };
}

/** The draft as tills read labels with it, or null while it cannot be one. */
export function layoutOf(draft: LayoutDraft): KnownLayout | null {
  const written = factsOf(draft);
  return 'faults' in written ? null : written.facts;
}
