package io.tillstream.catalog.price;

import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code catalog.price-changed.v1}.
 *
 * @param bookVersion the version of the price book from which on a till knows it
 */
record PriceChanged(
        UUID id,
        UUID productId,
        @Nullable String storeId,
        Money price,
        Instant validFrom,
        @Nullable UUID priceListId,
        BigDecimal minimumQuantity,
        @Nullable Instant validUntil,
        long bookVersion) {}
