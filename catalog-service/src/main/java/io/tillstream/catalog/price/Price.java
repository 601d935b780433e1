package io.tillstream.catalog.price;

import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a product costs, tax included, from a moment on. It counts until it ends or until the next one of the same list,
 * store and quantity begins; of two for the same moment the one set later counts.
 *
 * @param storeId null for every store that trades in the currency
 * @param validFrom a whole minute
 * @param priceListId null for the general price, or with a store that store's own
 * @param minimumQuantity how many of the product a basket must hold; 0: any quantity
 * @param validUntil the first moment at which it no longer holds; null: until the next one; the same as
 *     {@code validFrom}: takes back what was set for that moment
 * @param endsAt from when on it plays no part, as far as is known; the same as {@code validFrom}: it never did, another
 *     was set for that moment
 * @param recordedBy subject of the person who set it
 */
public record Price(
        UUID id,
        UUID productId,
        @Nullable String storeId,
        Money price,
        Instant validFrom,
        @Nullable UUID priceListId,
        BigDecimal minimumQuantity,
        @Nullable Instant validUntil,
        @Nullable Instant endsAt,
        Instant recordedAt,
        String recordedBy) {}
