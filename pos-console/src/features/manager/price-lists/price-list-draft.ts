import type { PriceListTerms } from '@/shared/http/shapes';
import type { Fault, Faulty } from '../forms/use-draft-form';

/** A price list as it stands in the form: text as it was typed. */
export interface PriceListDraft {
  readonly name: string;
  readonly priority: string;
  readonly stores: readonly string[];
  readonly customerGroups: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly active: boolean;
}

export const newDraft = (stores: readonly string[]): PriceListDraft => ({
  name: '',
  priority: '10',
  stores,
  customerGroups: [],
  from: '',
  until: '',
  active: true,
});

export const draftOf = (terms: PriceListTerms): PriceListDraft => ({
  name: terms.name,
  priority: String(terms.priority),
  stores: terms.stores,
  customerGroups: terms.customerGroups,
  from: terms.window.from?.slice(0, 16) ?? '',
  until: terms.window.until?.slice(0, 16) ?? '',
  active: terms.active,
});

/** The terms as the server takes them, or everything that is wrong. */
export function termsOf(
  draft: PriceListDraft,
  currency: string,
): { readonly terms: PriceListTerms } | Faulty {
  const faults: Fault[] = [];
  const name = draft.name.trim();
  if (name === '') faults.push({ pointer: '/name', word: 'priceLists.fault.name' });
  const priority = /^\d{1,4}$/.test(draft.priority.trim()) ? Number(draft.priority) : Infinity;
  if (priority > 1000) faults.push({ pointer: '/priority', word: 'promotions.fault.priority' });
  if (draft.from && draft.until && draft.from >= draft.until)
    faults.push({ pointer: '/window/until', word: 'promotions.fault.until' });
  if (faults.length > 0) return { faults };
  return {
    terms: {
      name,
      currency,
      priority,
      stores: draft.stores,
      customerGroups: draft.customerGroups,
      active: draft.active,
      window: { from: draft.from || null, until: draft.until || null },
    },
  };
}
