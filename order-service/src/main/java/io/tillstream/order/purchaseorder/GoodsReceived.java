package io.tillstream.order.purchaseorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of {@code inventory.goods-received.v1}. */
record GoodsReceived(UUID id, @Nullable UUID purchaseOrderId, Instant occurredAt, List<Line> lines) {

    static final String TYPE = "inventory.goods-received.v1";

    record Line(int lineNo, @Nullable UUID productId, String sku, BigDecimal quantity) {}
}
