package io.tillstream.shipping.shipment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shipment as people see it. The address stays in the customer order, so that it can be forgotten in one place. */
public record ShipmentView(
        UUID id,
        UUID customerOrderId,
        String storeId,
        ShipmentStatus status,
        List<Line> lines,
        Instant createdAt,
        @Nullable String carrier,
        @Nullable String trackingCode,
        @Nullable Instant dispatchedAt,
        @Nullable Instant deliveredAt) {

    public record Line(int lineNo, @Nullable UUID productId, String sku, String name, BigDecimal quantity) {}

    static ShipmentView of(Shipment shipment) {
        return new ShipmentView(
                shipment.id(),
                shipment.customerOrderId(),
                shipment.storeId(),
                shipment.status(),
                shipment.lines().stream()
                        .map(line -> new Line(
                                line.lineNo(),
                                line.productId(),
                                line.sku(),
                                line.name(),
                                line.quantity().stripTrailingZeros()))
                        .toList(),
                shipment.createdAt(),
                shipment.carrier(),
                shipment.trackingCode(),
                shipment.dispatchedAt(),
                shipment.deliveredAt());
    }
}
