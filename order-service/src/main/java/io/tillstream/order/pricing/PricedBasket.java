package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.util.List;

/**
 * A basket with its prices, and how they came about. Lines stand in the order of the basket; {@code total} is what is to be paid by
 * anything but cash.
 */
public record PricedBasket(
        List<PricedLine> lines,
        List<TaxGroup> taxGroups,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal total,
        CashTotal cash,
        List<CouponUse> coupons,
        List<TraceEntry> trace) {

    /**
     * {@code base} is quantity times unit price, rounded; {@code amount} is base less discounts, as prices are kept: with or without
     * tax.
     */
    public record PricedLine(
            String id,
            BigDecimal unitPrice,
            BigDecimal base,
            List<LineDiscount> discounts,
            BigDecimal amount,
            BigDecimal net,
            BigDecimal gross,
            List<LineTax> taxes) {}

    /** {@code id} is the promotion's, else empty. */
    public record LineDiscount(Source source, String id, BigDecimal amount) {

        /** Who took it off. */
        public enum Source {
            PROMOTION,
            HAND_LINE,
            HAND_BASKET,
            RETURNED
        }
    }

    /** One tax of a line or group, with its rate in percent. */
    public record LineTax(String id, BigDecimal rate, BigDecimal tax) {}

    /** Lines taxed alike. */
    public record TaxGroup(String category, List<LineTax> taxes, BigDecimal net, BigDecimal gross) {}

    /** {@code difference} is cash total less total. */
    public record CashTotal(BigDecimal total, BigDecimal difference) {}

    /** How often a coupon was used. */
    public record CouponUse(String code, int uses) {}
}
