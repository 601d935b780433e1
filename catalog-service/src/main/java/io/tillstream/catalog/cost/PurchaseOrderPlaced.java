package io.tillstream.catalog.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we read of {@code order.purchase-order-placed.v1}. */
record PurchaseOrderPlaced(String number, String currency, List<Line> lines, Instant placedAt) {
    static final String TYPE = "order.purchase-order-placed.v1";

    /** @param unitCost without tax */
    record Line(@Nullable UUID productId, String sku, BigDecimal unitCost) {}
}
