package io.tillstream.order.purchaseorder;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A purchase order as people see it, with what has arrived so far. */
record PurchaseOrderView(
        UUID id,
        @Nullable String number,
        PurchaseOrderState state,
        UUID supplierId,
        @Nullable String supplierName,
        String locationId,
        String currency,
        @Nullable LocalDate expectedDate,
        List<Line> lines,
        List<NotOrdered> notOrdered,
        BigDecimal total,
        Instant draftedAt,
        String draftedBy,
        @Nullable Instant placedAt,
        @Nullable String placedBy,
        @Nullable Instant sentAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        long version) {

    @Schema(name = "PurchaseOrderLineView")
    record Line(
            int lineNo,
            @Nullable UUID productId,
            String sku,
            String name,
            BigDecimal quantity,
            BigDecimal unitCost,
            BigDecimal amount,
            BigDecimal received,
            BigDecimal overReceived) {}

    /** Came with the order, but was not on it. */
    record NotOrdered(String sku, BigDecimal quantity) {}

    static PurchaseOrderView of(
            PurchaseOrder order, @Nullable String supplierName, Progress progress, List<NotOrdered> notOrdered) {
        return new PurchaseOrderView(
                order.id(),
                order.number(),
                order.state(),
                order.supplierId(),
                supplierName,
                order.locationId(),
                order.currency(),
                order.expectedDate(),
                order.lines().stream()
                        .map(line -> line(line, progress.of(line.lineNo())))
                        .toList(),
                notOrdered,
                plain(order.total(), 2),
                order.draftedAt(),
                order.draftedBy(),
                order.placedAt(),
                order.placedBy(),
                order.sentAt(),
                order.closedAt(),
                order.closedBy(),
                order.version());
    }

    private static Line line(PurchaseOrderLine line, BigDecimal received) {
        return new Line(
                line.lineNo(),
                line.productId(),
                line.sku(),
                line.name(),
                plain(line.quantity(), 0),
                plain(line.unitCost(), 2),
                plain(line.amount(), 2),
                plain(received, 0),
                plain(received.subtract(line.quantity()).max(BigDecimal.ZERO), 0));
    }

    /** Without the zeros that only the database adds, but with at least so many decimals. */
    static BigDecimal plain(BigDecimal value, int fewest) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < fewest ? stripped.setScale(fewest) : stripped;
    }
}
