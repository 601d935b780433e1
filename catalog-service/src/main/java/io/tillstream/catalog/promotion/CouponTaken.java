package io.tillstream.catalog.promotion;

import io.tillstream.platform.web.Failure;

/** One code would mean two promotions. */
class CouponTaken extends Failure {
    CouponTaken(String coupon) {
        super(
                Kind.CONFLICT,
                "coupon-taken",
                "Another active promotion is given for coupon " + coupon
                        + ". Choose another code, or end that one first.");
        with("/coupon", "is taken");
    }
}
