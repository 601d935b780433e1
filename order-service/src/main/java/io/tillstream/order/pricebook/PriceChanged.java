package io.tillstream.order.pricebook;

import io.tillstream.platform.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the price book takes from {@code catalog.price-changed.v1}; without a store the price holds in every store. */
record PriceChanged(UUID id, UUID productId, @Nullable String storeId, Money price, Instant validFrom) {}
