package io.tillstream.catalog.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.platform.money.Money;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/prices/{id}}. What is optional leaves no trace in its fingerprint, so that what was stored before
 * there were lists can still be sent again.
 *
 * @param validFrom seconds are cut off: tills switch on the minute
 * @param minimumQuantity null is 0: any quantity
 */
record SetPriceRequest(
        @NotNull UUID productId,
        @Nullable @Size(max = 60) String storeId,
        @NotNull Money price,
        @NotNull Instant validFrom,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) UUID priceListId,

        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @DecimalMin("0") @Digits(integer = 9, fraction = 3)
        BigDecimal minimumQuantity,

        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Instant validUntil) {

    PricePlace place() {
        return new PricePlace(storeId, priceListId, price.currency());
    }

    Instant from() {
        return validFrom.truncatedTo(ChronoUnit.MINUTES);
    }

    @Nullable
    Instant until() {
        return validUntil == null ? null : validUntil.truncatedTo(ChronoUnit.MINUTES);
    }

    BigDecimal leastQuantity() {
        return minimumQuantity == null ? BigDecimal.ZERO : minimumQuantity;
    }

    boolean takesBack() {
        return from().equals(until());
    }
}
