package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices for some stores and customers (an empty list means all of them) during some time of the store. The higher priority wins.
 */
public record PriceList(
        String id,
        String name,
        int priority,
        List<String> stores,
        List<String> customerGroups,
        @Nullable LocalDateTime validFrom,
        @Nullable LocalDateTime validUntil,
        List<ListedPrice> prices) {

    /** Holds from {@code minimumQuantity} of the product in the basket on. */
    public record ListedPrice(
            String product,
            BigDecimal price,
            BigDecimal minimumQuantity,
            @Nullable LocalDateTime validFrom,
            @Nullable LocalDateTime validUntil) {}
}
