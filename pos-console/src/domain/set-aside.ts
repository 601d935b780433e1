import type { BasketLine } from './basket';
import { amount, quantity, sum, type Amount } from './decimal';
import type { SaleDeposit } from './deposit';
import type { Product } from './product';
import type { SaleLine } from './sale';

/** Shares of a total that are worth offering as a deposit. */
export const LIKELY_SHARES = [10n, 20n, 50n] as const;

/** What was set aside, as a line to be sold: what was agreed stands, whatever the goods cost by now. */
export function agreedLine(line: SaleLine, product: Product | undefined): Omit<BasketLine, 'key'> {
  const off = amount(line.discount);
  const size = quantity(line.quantity);
  const { lot, serial, expiryDate } = line.batch ?? {};
  return {
    kind: 'SALE',
    productId: line.productId,
    sku: line.sku,
    name: line.name,
    unit: product?.unit ?? (size % 1000n === 0n ? 'PIECE' : 'KG'),
    ageLimit: product?.ageLimit ?? null,
    categoryId: product?.categoryId ?? null,
    quantity: size,
    unitPrice: amount(line.unitPrice),
    fixed: 'AGREED',
    discount: off === 0n ? null : { amount: off },
    taxCategory: line.taxCategory,
    taxRate: line.taxRate,
    returnOf: null,
    ...(product?.tracking && { tracking: product.tracking }),
    ...(line.note !== undefined && { note: line.note }),
    ...(line.batch && {
      pack: {
        size,
        labelled: true,
        batch: { lot: lot ?? null, serial: serial ?? null, expiry: expiryDate ?? null },
      },
    }),
  };
}

/** What deposits of these documents come to. */
export const balanceOf = (deposits: readonly Pick<SaleDeposit, 'amount'>[]): Amount =>
  sum(deposits.map((each) => amount(each.amount)));
