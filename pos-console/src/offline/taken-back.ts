import type { SaleDocument } from '@/domain/sale';

/** The sales whose goods come back or whose tenders are given back with this one; undefined where it only sells. */
export function takenBackBy({
  lines,
  tenders,
}: Pick<SaleDocument, 'lines' | 'tenders'>): string[] | undefined {
  const sales = new Set([
    ...lines.flatMap(({ returnOf }) => returnOf?.saleId ?? []),
    ...tenders.flatMap(({ refundOf }) => refundOf?.saleId ?? []),
  ]);
  return sales.size > 0 ? [...sales] : undefined;
}
