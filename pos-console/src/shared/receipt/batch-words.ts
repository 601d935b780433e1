import type { SoldBatch } from '@/domain/sale';
import type { Formats } from '../format';
import type { Say } from '../i18n';

/** What tells the very goods from others of their product, in words. */
export function batchWords(batch: SoldBatch | undefined, say: Say, format: Formats): string[] {
  return [
    ...(batch?.lot ? [say('basket.lot', { lot: batch.lot })] : []),
    ...(batch?.serial ? [say('basket.serial', { serial: batch.serial })] : []),
    ...(batch?.expiryDate ? [say('basket.expiry', { date: format.date(batch.expiryDate) })] : []),
  ];
}
