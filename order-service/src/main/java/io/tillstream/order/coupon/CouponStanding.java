package io.tillstream.order.coupon;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a coupon is used up.
 *
 * @param code as its promotion spells it
 * @param limit in so many sales it holds; null: in any number
 * @param used the sales that reached us so far in which it took something off
 * @param left how many more sales it holds for, at least 0; null without a limit
 */
record CouponStanding(
        String code,
        UUID promotionId,
        @Nullable Long limit,
        long used,
        @Nullable Long left) {

    static CouponStanding of(String code, UUID promotion, @Nullable Long limit, long used) {
        return new CouponStanding(code, promotion, limit, used, limit == null ? null : Math.max(0, limit - used));
    }
}
