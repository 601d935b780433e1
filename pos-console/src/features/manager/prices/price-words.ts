import type { Words } from '../terms/words';

/** From how many of the product on; empty for any quantity. */
export function fromHowMany({ minimumQuantity }: { minimumQuantity: string }, { t, format }: Words): string {
  return Number(minimumQuantity) === 0
    ? ''
    : t('prices.fromQuantity', { quantity: format.quantity(minimumQuantity) });
}

/** From when until when, on the store's clock. */
export function periodOf(
  { validFrom, validUntil }: { validFrom: string; validUntil?: string | null },
  timeZone: string,
  { t, format }: Words,
): string {
  const from = format.dateTime(validFrom, timeZone);
  return validUntil
    ? t('promotions.between', { from, until: format.dateTime(validUntil, timeZone) })
    : t('promotions.from', { from });
}
