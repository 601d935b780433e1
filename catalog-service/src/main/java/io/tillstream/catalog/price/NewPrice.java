package io.tillstream.catalog.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of many prices that are set together.
 *
 * @param validFrom a whole minute
 * @param validUntil null: until the next one; the same as {@code validFrom}: takes back what was set for that moment
 */
public record NewPrice(
        UUID id,
        UUID productId,
        BigDecimal minimumQuantity,
        BigDecimal amount,
        Instant validFrom,
        @Nullable Instant validUntil) {}
