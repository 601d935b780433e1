import { get } from '@/shared/http/api';
import type { CouponStanding } from '@/shared/http/shapes';

/** A cashier is told soon or not at all: later the customer has paid. */
const PATIENCE_MS = 3_000;

/** In how many more sales a coupon holds; null when it holds in any number, or the server cannot be asked. */
export async function couponLeft(code: string): Promise<number | null> {
  try {
    const standing = await get<CouponStanding>(`/api/coupons/${encodeURIComponent(code)}`, {
      timeoutMs: PATIENCE_MS,
    });
    return standing.left ?? null;
  } catch {
    return null;
  }
}
