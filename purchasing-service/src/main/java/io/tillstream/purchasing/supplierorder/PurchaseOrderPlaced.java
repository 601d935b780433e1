package io.tillstream.purchasing.supplierorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code order.purchase-order-placed.v1}. */
record PurchaseOrderPlaced(
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
}
