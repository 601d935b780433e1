package io.tillstream.order.pricing;

import io.tillstream.order.pricing.BasketToPrice.Coupon;
import io.tillstream.order.pricing.PricedBasket.CouponUse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries promotions one after the other, the highest rank first; the first that takes goods has them. Nothing searches for the
 * cheapest combination: what happens can be told to a customer in the order in which it happened.
 */
final class PromotionRound {

    private final Rounding rounding;
    private final BasketToPrice basket;
    private final Trace trace;
    private final Map<String, Integer> usesLeft = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    PromotionRound(Rounding rounding, BasketToPrice basket, Trace trace) {
        this.rounding = rounding;
        this.basket = basket;
        this.trace = trace;
        basket.coupons().forEach(coupon -> usesLeft.put(coupon.code(), coupon.usesLeft()));
    }

    /** {@code lines} are those the promotions of the index may touch, in canonical order. */
    void run(PromotionIndex promotions, List<GoodsLine> lines) {
        for (PromotionIndex.Aim aim : promotions.aimingAt(lines)) {
            if (aim.promotion().coupon() != null) {
                seen.add(aim.promotion().coupon());
            }
            tryOn(aim.promotion(), aim.lines());
        }
    }

    /** What became of the coupons that were shown. */
    List<CouponUse> closeCoupons() {
        List<CouponUse> used = new ArrayList<>();
        for (Coupon coupon : basket.coupons()) {
            int uses = coupon.usesLeft() - usesLeft.getOrDefault(coupon.code(), coupon.usesLeft());
            if (uses > 0) {
                used.add(new CouponUse(coupon.code(), uses));
            }
            String outcome = uses > 0 ? "USED" : seen.contains(coupon.code()) ? "NOT_USED" : "NOT_FOR_THIS_BASKET";
            trace.add(
                    TraceEntry.Kind.COUPON, outcome, coupon.code(), List.of(), Map.of("uses", Integer.toString(uses)));
        }
        return used;
    }

    private void tryOn(Promotion promotion, List<GoodsLine> aimed) {
        Map<GoodsLine, BigDecimal> before = new HashMap<>();
        aimed.forEach(line -> before.put(line, line.amount()));
        Outcome outcome = outcomeOn(promotion, aimed);
        if (outcome.refusal() != null) {
            trace.add(
                    TraceEntry.Kind.PROMOTION,
                    outcome.refusal().code(),
                    promotion.id(),
                    GoodsLine.idsOf(aimed),
                    outcome.refusal().parametersWith("promotion", promotion.name()));
            return;
        }
        if (promotion.coupon() != null) {
            usesLeft.merge(promotion.coupon(), -outcome.times(), Integer::sum);
        }
        for (GoodsLine line : GoodsLine.inBasketOrder(aimed)) {
            BigDecimal amount = before.getOrDefault(line, BigDecimal.ZERO).subtract(line.amount());
            if (amount.signum() != 0) {
                trace.add(
                        TraceEntry.Kind.PROMOTION,
                        "APPLIED",
                        promotion.id(),
                        List.of(line.line().id()),
                        Map.of(
                                "promotion", promotion.name(),
                                "amount", trace.money(amount),
                                "times", Integer.toString(outcome.times())));
            }
        }
    }

    private Outcome outcomeOn(Promotion promotion, List<GoodsLine> aimed) {
        Refusal refusal = PromotionConditions.refusal(promotion, basket, usesLeft);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        List<Portion> free = aimed.stream()
                .flatMap(line -> line.portions().stream())
                .filter(portion -> portion.isFreeFor(promotion))
                .toList();
        if (free.isEmpty()) {
            return Outcome.refused("GOODS_TAKEN");
        }
        Refusal belowMinimum = belowMinimum(promotion, free);
        return belowMinimum == null ? apply(promotion, free) : Outcome.refused(belowMinimum);
    }

    private @Nullable Refusal belowMinimum(Promotion promotion, List<Portion> free) {
        BigDecimal amount = Portion.worth(free);
        BigDecimal minimum = promotion.minimumAmount();
        if (minimum != null && amount.compareTo(minimum) < 0) {
            return new Refusal(
                    "BELOW_MINIMUM_AMOUNT", Map.of("minimum", trace.money(minimum), "amount", trace.money(amount)));
        }
        BigDecimal quantity = Portion.quantityOf(free);
        BigDecimal least = promotion.minimumQuantity();
        if (least != null && quantity.compareTo(least) < 0) {
            return new Refusal(
                    "BELOW_MINIMUM_QUANTITY",
                    Map.of("minimum", Decimals.text(least), "quantity", Decimals.text(quantity)));
        }
        return null;
    }

    private Outcome apply(Promotion promotion, List<Portion> free) {
        return switch (promotion.kind()) {
            case LINE_PERCENT, LINE_AMOUNT -> LinePromotion.apply(promotion, free, rounding);
            case BASKET_PERCENT, BASKET_AMOUNT -> BasketPromotion.apply(promotion, free, rounding);
            case BUY_X_GET_Y, CHEAPEST_FREE, BUNDLE, MIX_AND_MATCH ->
                SetPromotion.apply(
                        promotion,
                        free,
                        promotion.coupon() == null
                                ? SetPromotion.MOST_SETS
                                : usesLeft.getOrDefault(promotion.coupon(), 0),
                        rounding);
        };
    }
}
