package io.tillstream.order.sale;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the till's prices were made of, so that they can be made again. {@code priceBookVersion} is everything of the catalog that the
 * till had heard; without one the sale is not recomputed. {@code at} is the store's local time it priced the basket at. Whatever is
 * usual is left out: a line that stands nowhere here was sold at the price that the book lists, without a discount by hand.
 *
 * @param taxExempt true: the customer had proved that they pay no tax
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SalePricing(
        @Nullable Long priceBookVersion,
        @JsonFormat(lenient = OptBoolean.FALSE) LocalDateTime at,
        @Nullable String customerGroup,
        @Nullable Boolean taxExempt,
        @Nullable List<String> coupons,
        @Nullable GivenDiscount basketDiscount,
        @Nullable List<LinePricing> lines,
        @Nullable List<PromotionShare> promotions) {

    /** Given by a person, one of percent and amount; an amount is positive, also on goods that come back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GivenDiscount(
            @Nullable BigDecimal percent, @Nullable BigDecimal amount) {}

    /**
     * What is unusual about a line: where its price comes from when no list decided, and what a person took off. {@code listPrice} is
     * what one would have cost had nobody set another price.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LinePricing(
            int lineNo,
            @Nullable PriceOrigin price,
            @Nullable GivenDiscount discount,
            @Nullable BigDecimal listPrice) {

        public LinePricing(int lineNo, @Nullable PriceOrigin price, @Nullable GivenDiscount discount) {
            this(lineNo, price, discount, null);
        }
    }

    /**
     * A unit price that no list decided: kept since the scan, said by the scanned code, set or typed in by a
     * person, agreed when the goods were set aside.
     */
    public enum PriceOrigin {
        KEPT,
        CODE,
        OVERRIDE,
        OPEN,
        AGREED
    }

    /** What a promotion took off a line; part of the line's discount, with its sign. */
    public record PromotionShare(UUID promotionId, String name, int lineNo, BigDecimal amount) {}

    /** Whether no tax was charged for what was sold, because of who bought it. */
    public boolean exempt() {
        return Boolean.TRUE.equals(taxExempt);
    }

    /** The codes that the customer showed. */
    public List<String> shownCoupons() {
        return Objects.requireNonNullElse(coupons, List.of());
    }

    public List<LinePricing> unusualLines() {
        return Objects.requireNonNullElse(lines, List.of());
    }

    public List<PromotionShare> appliedPromotions() {
        return Objects.requireNonNullElse(promotions, List.of());
    }
}
