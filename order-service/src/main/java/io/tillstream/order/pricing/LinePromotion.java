package io.tillstream.order.pricing;

import io.tillstream.order.pricing.PricedBasket.LineDiscount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A percentage off each line, or an amount off each unit; never more than the line costs. */
final class LinePromotion {

    private LinePromotion() {}

    static Outcome apply(Promotion promotion, List<Portion> free, Rounding rounding) {
        boolean lowered = false;
        for (Map.Entry<GoodsLine, List<Portion>> entry : Portion.byLine(free).entrySet()) {
            List<Portion> portions = entry.getValue();
            BigDecimal discount = discountOn(promotion, portions, rounding);
            if (discount.signum() != 0) {
                entry.getKey()
                        .takeOff(
                                portions,
                                discount,
                                LineDiscount.Source.PROMOTION,
                                promotion.id(),
                                rounding.minorDigits());
                portions.forEach(portion -> portion.markTouched(promotion));
                lowered = true;
            }
        }
        return lowered ? Outcome.applied(1) : Outcome.refused("NO_SAVING");
    }

    private static BigDecimal discountOn(Promotion promotion, List<Portion> portions, Rounding rounding) {
        BigDecimal cost = Portion.worth(portions);
        if (promotion.percent() != null) {
            return rounding.percentOf(cost, promotion.percent());
        }
        BigDecimal perUnit = Objects.requireNonNullElse(promotion.amount(), BigDecimal.ZERO);
        return Decimals.lesser(rounding.times(perUnit, Portion.quantityOf(portions)), cost);
    }
}
