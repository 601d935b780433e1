package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that lowers prices. The higher priority is tried first, equal ones in the order of their ids. An exclusive promotion takes
 * only goods that no other has touched, and keeps the others off them. With a coupon it holds only for who shows that code.
 */
public record Promotion(
        String id,
        String name,
        Kind kind,
        int priority,
        boolean exclusive,
        PromotionWindow window,
        List<String> stores,
        List<String> customerGroups,
        @Nullable String coupon,
        @Nullable Integer maximumUses,
        @Nullable BigDecimal minimumAmount,
        @Nullable BigDecimal minimumQuantity,
        PromotionTarget target,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        List<SetPart> parts,
        @Nullable BigDecimal price) {

    /** What it does to the goods it aims at. */
    public enum Kind {
        LINE_PERCENT,
        LINE_AMOUNT,
        BUY_X_GET_Y,
        CHEAPEST_FREE,
        BUNDLE,
        MIX_AND_MATCH,
        BASKET_PERCENT,
        BASKET_AMOUNT
    }

    /** What makes up a set: bought and given (BUY_X_GET_Y), or the goods of a bundle. */
    public record SetPart(PromotionTarget target, int pieces) {}

    /** Goods by product or category; both empty: everything. */
    public record PromotionTarget(List<String> products, List<String> categories, List<String> exceptProducts) {

        boolean isEverything() {
            return products.isEmpty() && categories.isEmpty();
        }

        boolean aimsAt(PriceBook.PricedProduct product) {
            if (exceptProducts.contains(product.id())) {
                return false;
            }
            return isEverything()
                    || products.contains(product.id())
                    || categories.stream().anyMatch(product.categories()::contains);
        }
    }

    /**
     * When a promotion holds, in the store's local time; all given conditions together. Weekdays as ISO 8601 has them, 1 is Monday;
     * hours that end before they begin reach past midnight.
     */
    public record PromotionWindow(
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime until,
            List<Integer> weekdays,
            @Nullable LocalTime startsAt,
            @Nullable LocalTime endsAt) {}

    List<PromotionTarget> targets() {
        return parts.isEmpty()
                ? List.of(target)
                : parts.stream().map(SetPart::target).toList();
    }

    boolean isForBasket() {
        return kind == Kind.BASKET_PERCENT || kind == Kind.BASKET_AMOUNT;
    }
}
