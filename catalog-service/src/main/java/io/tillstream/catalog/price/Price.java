package io.tillstream.catalog.price;

import io.tillstream.platform.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a product costs, tax included, from a moment on; the answer of the API and the body of
 * {@code catalog.price-changed.v1}. The newest price of the store counts, else the newest general one.
 *
 * @param storeId null for every store that trades in the currency
 */
public record Price(UUID id, UUID productId, @Nullable String storeId, Money price, Instant validFrom) {}
