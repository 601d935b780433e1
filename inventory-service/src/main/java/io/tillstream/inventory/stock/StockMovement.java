package io.tillstream.inventory.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a document that moves stock; at most one movement from each source ever comes of it.
 *
 * @param sourceId the sale, adjustment or receipt
 * @param quantity above zero into the location, below zero out of it; at most 3 decimals
 * @param recordedBy subject of whoever caused it
 */
public record StockMovement(
        UUID sourceId,
        int lineNo,
        Source source,
        String locationId,
        UUID productId,
        BigDecimal quantity,
        Reason reason,
        @Nullable String externalReference,
        Instant occurredAt,
        String recordedBy) {

    /** The kind of document behind a movement. */
    public enum Source {
        SALE,
        DAMAGED_RETURN,
        STOCK_ADJUSTMENT,
        GOODS_RECEIPT
    }

    /** Why stock moved. */
    public enum Reason {
        SALE,
        RETURN,
        RECEIPT,
        BREAKAGE,
        CORRECTION,
        WRITE_OFF,
        OPENING
    }
}
