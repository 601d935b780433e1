package io.tillstream.order.pricebook;

import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the price book takes from {@code catalog.price-changed.v1}; without a list it is the general price or, with a store, that
 * store's own.
 */
record PriceChanged(
        UUID id,
        UUID productId,
        @Nullable String storeId,
        Money price,
        Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable UUID priceListId,
        @Nullable BigDecimal minimumQuantity,
        @Nullable Long bookVersion) {

    BigDecimal leastQuantity() {
        return Objects.requireNonNullElse(minimumQuantity, BigDecimal.ZERO);
    }

    long knownFrom() {
        return Objects.requireNonNullElse(bookVersion, 0L);
    }
}
