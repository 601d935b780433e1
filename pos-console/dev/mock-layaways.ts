import { amount, amountText } from '../src/domain/decimal.ts';
import { balanceOf } from '../src/domain/set-aside.ts';
import type { SaleDocument } from '../src/domain/sale.ts';

type Stored = SaleDocument & { readonly id: string };

/** What is set aside, read from the documents that name it, as order-service does. */
export function layawaysOf(sales: readonly Stored[], storeId: string, search: string | null) {
  const all = [...sales].reverse().flatMap((first) => {
    const { deposit } = first;
    if (!deposit?.setAside || first.storeId !== storeId) return [];
    const own = [...sales].reverse().filter((sale) => sale.deposit?.layawayId === deposit.layawayId);
    const deposits = own.flatMap(({ id, tillId, receiptNumber, occurredAt, rungUpBy, deposit: each }) =>
      each ? { ...each, saleId: id, tillId, receiptNumber, occurredAt, by: rungUpBy?.name ?? '' } : [],
    );
    const left = balanceOf(deposits);
    const collected = deposits.some(({ kind }) => kind === 'APPLIED');
    return {
      ...{ id: deposit.layawayId, storeId, saleId: first.id, customerId: first.customerId },
      ...{ currency: first.currency, agreedTotal: deposit.agreedTotal, balance: amountText(left, 2) },
      state: collected ? 'COLLECTED' : left > 0n ? 'OPEN' : 'GIVEN_UP',
      goods: deposit.setAside,
      deposits,
    };
  });
  const wanted = search?.toLowerCase();
  return all.filter(({ balance, goods, deposits }) =>
    wanted
      ? goods.name?.toLowerCase().includes(wanted) ||
        deposits.some(({ receiptNumber }) => String(receiptNumber) === wanted)
      : amount(balance) > 0n,
  );
}
