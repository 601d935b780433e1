import { storeInstant } from '@/domain/business-date';
import { amountText, parseAmount, parseQuantity, parseTyped, quantityText } from '@/domain/decimal';
import type { SetPrice } from '@/shared/http/shapes';
import type { Fault, Faulty } from '../forms/use-draft-form';

/** A price as it stands in the form: text as it was typed. */
export interface PriceDraft {
  readonly amount: string;
  /** `store`, `general`, or a price list's id. */
  readonly list: string;
  readonly minimumQuantity: string;
  /** On the store's clock; empty: now, and without end. */
  readonly from: string;
  readonly until: string;
}

interface Setting {
  readonly productId: string;
  readonly store: { readonly id: string; readonly currency: string; readonly timeZone: string };
  readonly minorDigits: number;
  readonly now: Date;
}

/** The price as the server takes it, or everything that is wrong. A price may be finer than the currency. */
export function priceOf(
  draft: PriceDraft,
  { productId, store, minorDigits, now }: Setting,
): { readonly price: SetPrice } | Faulty {
  const faults: Fault[] = [];
  const amount = parseAmount(parseTyped(draft.amount, 4) ?? '');
  if (amount === null || amount < 0n) faults.push({ pointer: '/price', word: 'products.notAPrice' });
  const typed = draft.minimumQuantity.trim();
  const quantity = typed === '' ? null : parseQuantity(parseTyped(typed, 3) ?? '');
  if (typed !== '' && (quantity === null || quantity < 0n))
    faults.push({ pointer: '/minimumQuantity', word: 'promotions.fault.quantity' });
  const from = draft.from ? storeInstant(draft.from, store.timeZone) : now;
  const until = draft.until ? storeInstant(draft.until, store.timeZone) : null;
  if (until && until <= from) faults.push({ pointer: '/validUntil', word: 'promotions.fault.until' });
  if (faults.length > 0 || amount === null) return { faults };
  const named = draft.list !== 'store' && draft.list !== 'general';
  return {
    price: {
      productId,
      storeId: draft.list === 'store' ? store.id : null,
      price: { amount: amountText(amount, minorDigits), currency: store.currency },
      validFrom: from.toISOString(),
      priceListId: named ? draft.list : null,
      minimumQuantity: quantity === null ? '0' : quantityText(quantity),
      validUntil: until?.toISOString() ?? null,
    },
  };
}
