package io.tillstream.order.coupon;

import io.tillstream.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CouponController {

    private final CouponBook coupons;

    CouponController(CouponBook coupons) {
        this.coupons = coupons;
    }

    /** How far the coupon of an active promotion is used up; the code in any spelling of upper and lower case. */
    @GetMapping("/api/coupons/{code}")
    CouponStanding coupon(@PathVariable String code) {
        return coupons.standing(code).orElseThrow(() -> new NotFound("coupon " + code));
    }
}
