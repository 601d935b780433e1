package io.tillstream.order.purchaseorder;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code order.purchase-order-placed.v1} on the wire. */
record PurchaseOrderPlacedMessage(
        UUID id,
        String number,
        UUID supplierId,
        String locationId,
        String currency,
        @Nullable LocalDate expectedDate,
        List<Line> lines,
        BigDecimal total,
        Instant placedAt,
        String placedBy) {

    static final String TYPE = "order.purchase-order-placed.v1";

    record Line(
            int lineNo,
            @Nullable UUID productId,
            String sku,
            String name,
            BigDecimal quantity,
            BigDecimal unitCost,
            BigDecimal amount) {}

    static PurchaseOrderPlacedMessage of(PurchaseOrder order) {
        return new PurchaseOrderPlacedMessage(
                order.id(),
                requireNonNull(order.number()),
                order.supplierId(),
                order.locationId(),
                order.currency(),
                order.expectedDate(),
                order.lines().stream()
                        .map(line -> new Line(
                                line.lineNo(),
                                line.productId(),
                                line.sku(),
                                line.name(),
                                PurchaseOrderView.plain(line.quantity(), 0),
                                PurchaseOrderView.plain(line.unitCost(), 2),
                                PurchaseOrderView.plain(line.amount(), 2)))
                        .toList(),
                PurchaseOrderView.plain(order.total(), 2),
                requireNonNull(order.placedAt()),
                requireNonNull(order.placedBy()));
    }
}
