import { amount, minus } from '@/domain/decimal';
import type { Layaway, LayawayBook } from '@/offline/layaways';
import { get, query, type Page } from '@/shared/http/api';
import type { TenderOfSale } from '@/shared/http/shapes';

/** The cashier waits for the answer: better none soon than one late. */
const PATIENCE_MS = 4_000;

/** What is set aside, at order-service. */
export const layawayBook: LayawayBook = {
  list: async (storeId, search) =>
    (
      await get<Page<Layaway>>(`/api/layaways${query({ storeId, ...(search && { q: search }) })}`, {
        timeoutMs: PATIENCE_MS,
      })
    ).items,
  find: (id) => get<Layaway>(`/api/layaways/${id}`, { timeoutMs: PATIENCE_MS }),
  tenders: async (saleId) => {
    const { items } = await get<Page<TenderOfSale>>(`/api/sales/${saleId}/tenders`, {
      timeoutMs: PATIENCE_MS,
    });
    return items.map(({ paid, wentBack, paymentId, ...tender }) => ({
      ...tender,
      paymentId: paymentId ?? null,
      left: minus(amount(paid), amount(wentBack)),
    }));
  },
};
