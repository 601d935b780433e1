package io.tillstream.order.pricing;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Store, customer, time and coupon of a promotion. What the goods must be is asked later. */
final class PromotionConditions {

    private PromotionConditions() {}

    /** Null when all of them hold. */
    static @Nullable Refusal refusal(Promotion promotion, BasketToPrice basket, Map<String, Integer> usesLeft) {
        if (!promotion.stores().isEmpty() && !promotion.stores().contains(basket.store())) {
            return new Refusal("NOT_THIS_STORE");
        }
        if (!promotion.customerGroups().isEmpty()
                && !promotion.customerGroups().contains(Objects.requireNonNullElse(basket.customerGroup(), ""))) {
            return new Refusal("NOT_THIS_CUSTOMER_GROUP");
        }
        Refusal untimely = windowRefusal(promotion.window(), basket.at());
        return untimely == null ? couponRefusal(promotion.coupon(), usesLeft) : untimely;
    }

    private static @Nullable Refusal windowRefusal(Promotion.PromotionWindow window, LocalDateTime at) {
        Refusal outside = Period.refusal(window.from(), window.until(), at);
        if (outside != null) {
            return outside;
        }
        if (!window.weekdays().isEmpty()
                && !window.weekdays().contains(at.getDayOfWeek().getValue())) {
            String weekdays = window.weekdays().stream().map(String::valueOf).collect(Collectors.joining(","));
            return new Refusal("NOT_THIS_WEEKDAY", Map.of("weekdays", weekdays));
        }
        if (!withinHours(window.startsAt(), window.endsAt(), at.toLocalTime())) {
            return new Refusal(
                    "NOT_THIS_HOUR",
                    Map.of(
                            "startsAt",
                                    window.startsAt() == null
                                            ? "00:00"
                                            : window.startsAt().toString(),
                            "endsAt",
                                    window.endsAt() == null
                                            ? "24:00"
                                            : window.endsAt().toString()));
        }
        return null;
    }

    private static boolean withinHours(@Nullable LocalTime startsAt, @Nullable LocalTime endsAt, LocalTime time) {
        boolean begun = startsAt == null || !time.isBefore(startsAt);
        boolean notOver = endsAt == null || time.isBefore(endsAt);
        boolean pastMidnight = startsAt != null && endsAt != null && endsAt.isBefore(startsAt);
        return pastMidnight ? begun || notOver : begun && notOver;
    }

    private static @Nullable Refusal couponRefusal(@Nullable String coupon, Map<String, Integer> usesLeft) {
        if (coupon == null) {
            return null;
        }
        Integer left = usesLeft.get(coupon);
        if (left == null) {
            return new Refusal("COUPON_MISSING", Map.of("coupon", coupon));
        }
        return left > 0 ? null : new Refusal("COUPON_USED_UP", Map.of("coupon", coupon));
    }
}
