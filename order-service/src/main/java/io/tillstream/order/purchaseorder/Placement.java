package io.tillstream.order.purchaseorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to placing an order; the same for ever. */
record Placement(
        UUID purchaseOrderId,
        @Nullable String number,
        BigDecimal total,
        String currency,
        @Nullable Instant placedAt,
        @Nullable String placedBy) {

    static Placement of(PurchaseOrder order) {
        return new Placement(
                order.id(),
                order.number(),
                PurchaseOrderView.plain(order.total(), 2),
                order.currency(),
                order.placedAt(),
                order.placedBy());
    }
}
