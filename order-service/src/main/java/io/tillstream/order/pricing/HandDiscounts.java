package io.tillstream.order.pricing;

import io.tillstream.order.pricing.BasketToPrice.HandDiscount;
import io.tillstream.order.pricing.PricedBasket.LineDiscount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a person takes off; goods that come back get the opposite sign. */
record HandDiscounts(Rounding rounding, Trace trace) {

    /** Off single lines, after the promotions on lines. */
    void applyToLines(List<GoodsLine> lines) {
        for (GoodsLine line : lines) {
            HandDiscount wanted = line.line().discount();
            if (wanted != null) {
                BigDecimal discount = limited(wanted, line.amount());
                line.takeOff(line.portions(), discount, LineDiscount.Source.HAND_LINE, "", rounding.minorDigits());
                tell("LINE", List.of(line.line().id()), wanted, discount);
            }
        }
    }

    /** Off the basket, after everything else; {@code canonical} are all lines in canonical order. */
    void applyToBasket(@Nullable HandDiscount wanted, List<GoodsLine> canonical) {
        if (wanted == null) {
            return;
        }
        List<Portion> portions = canonical.stream()
                .filter(GoodsLine::isSold)
                .flatMap(line -> line.portions().stream())
                .toList();
        BigDecimal discount = limited(wanted, Portion.worth(portions));
        if (discount.signum() != 0) {
            BasketPromotion.shareOut(discount, portions, LineDiscount.Source.HAND_BASKET, "", rounding.minorDigits());
        }
        tell("BASKET", List.of(), wanted, discount);
    }

    private BigDecimal limited(HandDiscount wanted, BigDecimal cost) {
        if (wanted.percent() != null) {
            return rounding.percentOf(cost, wanted.percent());
        }
        BigDecimal size = Decimals.lesser(amountOf(wanted), cost.abs());
        return cost.signum() < 0 ? size.negate() : size;
    }

    private void tell(String what, List<String> lines, HandDiscount wanted, BigDecimal discount) {
        String amount = trace.money(discount);
        if (wanted.percent() != null) {
            tell(what + "_PERCENT", lines, Map.of("percent", Decimals.text(wanted.percent()), "amount", amount));
        } else if (discount.abs().compareTo(amountOf(wanted)) == 0) {
            tell(what + "_AMOUNT", lines, Map.of("amount", amount));
        } else {
            tell(what + "_AMOUNT_LIMITED", lines, Map.of("wanted", trace.money(amountOf(wanted)), "amount", amount));
        }
    }

    private void tell(String code, List<String> lines, Map<String, String> parameters) {
        trace.add(TraceEntry.Kind.HAND_DISCOUNT, code, "", lines, parameters);
    }

    private static BigDecimal amountOf(HandDiscount wanted) {
        return Objects.requireNonNullElse(wanted.amount(), BigDecimal.ZERO);
    }
}
