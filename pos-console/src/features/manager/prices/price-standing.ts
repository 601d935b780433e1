import type { Price } from '@/shared/http/shapes';

/** Where a price stands: it counts now, it will, it did, or it never came to that. */
export type Standing = 'NOW' | 'COMING' | 'PAST' | 'NEVER';

export function standingOf({ validFrom, endsAt }: Pick<Price, 'validFrom' | 'endsAt'>, now: Date): Standing {
  const [from, end] = [Date.parse(validFrom), endsAt ? Date.parse(endsAt) : Infinity];
  if (end <= from) return 'NEVER';
  if (from > now.getTime()) return 'COMING';
  return end > now.getTime() ? 'NOW' : 'PAST';
}

/** The same price anew, ending at `end`: at its own beginning that takes it back. */
export function endedAt(price: Price, end: Date) {
  const { productId, storeId, price: money, validFrom, priceListId, minimumQuantity } = price;
  const from = new Date(validFrom);
  const validUntil = (end > from ? end : from).toISOString();
  return { productId, storeId, price: money, validFrom, priceListId, minimumQuantity, validUntil };
}
