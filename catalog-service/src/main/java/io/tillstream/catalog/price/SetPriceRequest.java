package io.tillstream.catalog.price;

import io.tillstream.platform.money.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/prices/{id}}. */
record SetPriceRequest(
        @NotNull UUID productId,
        @Nullable @Size(max = 60) String storeId,
        @NotNull Money price,
        @NotNull Instant validFrom) {

    Price as(UUID id) {
        return new Price(id, productId, storeId, price, validFrom);
    }
}
