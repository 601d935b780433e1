package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to buy or bring back, and the facts that decide the price. {@code at} is the store's local time: the kernel
 * has no clock. {@code discount} is taken off the whole basket by hand.
 */
public record BasketToPrice(
        String store,
        LocalDateTime at,
        @Nullable String customerGroup,
        boolean taxExempt,
        List<Coupon> coupons,
        @Nullable HandDiscount discount,
        List<LineToPrice> lines) {

    /** A code shown, and how often it may still be used. */
    public record Coupon(String code, int usesLeft) {}

    /** Given by a person, one of percent and amount; never takes more than there is. */
    public record HandDiscount(
            @Nullable BigDecimal percent, @Nullable BigDecimal amount) {}

    /** Goods that come back have a negative quantity and, with a receipt, the line they were sold in. */
    public record LineToPrice(
            String id,
            String product,
            BigDecimal quantity,
            @Nullable FixedPrice fixedPrice,
            @Nullable HandDiscount discount,
            @Nullable ChargedLine original) {}

    /**
     * A unit price that no list decides: KEPT since the goods were scanned or said by the CODE that was scanned (promotions
     * apply), an OVERRIDE by a person, or an OPEN price typed in (for both of these promotions on the line do not apply), or what was
     * AGREED before (no promotion applies, on the line or on the basket).
     */
    public record FixedPrice(Kind kind, BigDecimal unitPrice) {

        /** Where it comes from. */
        public enum Kind {
            KEPT,
            CODE,
            OVERRIDE,
            OPEN,
            AGREED
        }
    }

    /** What was charged for a line, and what of it has come back so far; all figures as they were sold, positive. */
    public record ChargedLine(BigDecimal unitPrice, String taxCategory, ChargedFigures sold, ChargedFigures returned) {}

    /** {@code base} is quantity times unit price; {@code amount} is after discounts, as prices are kept: with or without tax. */
    public record ChargedFigures(
            BigDecimal quantity,
            BigDecimal base,
            BigDecimal amount,
            BigDecimal gross,
            List<PricedBasket.LineTax> taxes) {

        BigDecimal taxOf(String id) {
            return taxes.stream()
                    .filter(tax -> tax.id().equals(id))
                    .findFirst()
                    .map(PricedBasket.LineTax::tax)
                    .orElse(BigDecimal.ZERO);
        }
    }
}
