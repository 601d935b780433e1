package io.tillstream.order.customerorder;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer order as the shop sees it. */
record CustomerOrderView(
        UUID id,
        String storeId,
        @Nullable UUID customerId,
        Delivery delivery,
        @Nullable ShipTo shipTo,
        String currency,
        List<Line> lines,
        BigDecimal total,
        CustomerOrderState state,
        Instant placedAt,
        String placedBy,
        @Nullable String carrier,
        @Nullable String trackingCode,
        @Nullable Instant dispatchedAt,
        @Nullable Instant deliveredAt) {

    @Schema(name = "CustomerOrderLineView")
    record Line(
            int lineNo,
            @Nullable UUID productId,
            String sku,
            String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal amount) {

        static Line of(CustomerOrderLine line) {
            return new Line(
                    line.lineNo(),
                    line.productId(),
                    line.sku(),
                    line.name(),
                    plain(line.quantity(), 0),
                    plain(line.unitPrice(), 2),
                    plain(line.amount(), 2));
        }
    }

    static CustomerOrderView of(CustomerOrder order) {
        return new CustomerOrderView(
                order.id(),
                order.storeId(),
                order.customerId(),
                order.delivery(),
                order.shipTo(),
                order.currency(),
                order.lines().stream().map(Line::of).toList(),
                plain(order.total(), 2),
                order.state(),
                order.placedAt(),
                order.placedBy(),
                order.carrier(),
                order.trackingCode(),
                order.dispatchedAt(),
                order.deliveredAt());
    }

    /** Without the zeros that only the database adds, but with at least so many decimals. */
    static BigDecimal plain(BigDecimal value, int fewest) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < fewest ? stripped.setScale(fewest) : stripped;
    }
}
