package io.tillstream.purchasing.supplierorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a supplier was sent, when and by which message, or why not yet. */
record SupplierOrderView(
        UUID id,
        String number,
        UUID supplierId,
        String locationId,
        String currency,
        BigDecimal total,
        @Nullable LocalDate expectedDate,
        Instant placedAt,
        SupplierOrderState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String problem,
        @Nullable String messageId,
        @Nullable String sentTo,
        @Nullable Instant sentAt) {

    static SupplierOrderView of(SupplierOrder order) {
        return new SupplierOrderView(
                order.id(),
                order.number(),
                order.supplierId(),
                order.locationId(),
                order.currency(),
                order.total(),
                order.expectedDate(),
                order.placedAt(),
                order.state(),
                order.attempts(),
                order.nextAttemptAt(),
                order.problem(),
                order.messageId(),
                order.sentTo(),
                order.sentAt());
    }
}
