package io.tillstream.inventory.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A movement as it was written; {@code by} is the subject of whoever caused it. */
record RecordedMovement(
        long id,
        String locationId,
        UUID productId,
        BigDecimal quantity,
        StockMovement.Reason reason,
        StockMovement.Source sourceType,
        UUID sourceId,
        int lineNo,
        @Nullable String externalReference,
        Instant occurredAt,
        Instant recordedAt,
        String by) {}
