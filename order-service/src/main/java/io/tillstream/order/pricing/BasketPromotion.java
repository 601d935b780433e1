package io.tillstream.order.pricing;

import io.tillstream.order.pricing.PricedBasket.LineDiscount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A percentage or an amount off all goods together, shared out among the lines by what they cost. */
final class BasketPromotion {

    private BasketPromotion() {}

    static Outcome apply(Promotion promotion, List<Portion> free, Rounding rounding) {
        BigDecimal cost = Portion.worth(free);
        BigDecimal wanted = promotion.percent() == null
                ? Objects.requireNonNullElse(promotion.amount(), BigDecimal.ZERO)
                : rounding.percentOf(cost, promotion.percent());
        BigDecimal discount = rounding.times(Decimals.lesser(wanted, cost), BigDecimal.ONE);
        if (discount.signum() == 0) {
            return Outcome.refused("NO_SAVING");
        }
        shareOut(discount, free, LineDiscount.Source.PROMOTION, promotion.id(), rounding.minorDigits());
        free.forEach(portion -> portion.markTouched(promotion));
        return Outcome.applied(1);
    }

    /** Takes {@code discount} off portions of many lines, in proportion to what each line still costs. */
    static void shareOut(
            BigDecimal discount, List<Portion> portions, LineDiscount.Source source, String id, int minorDigits) {
        List<Map.Entry<GoodsLine, List<Portion>>> lines =
                List.copyOf(Portion.byLine(portions).entrySet());
        List<BigDecimal> parts = Allocation.share(
                discount,
                lines.stream().map(line -> Portion.worth(line.getValue())).toList(),
                minorDigits);
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).getKey().takeOff(lines.get(i).getValue(), parts.get(i), source, id, minorDigits);
        }
    }
}
