package io.tillstream.order.purchaseorder;

import java.time.Instant;
import java.util.UUID;

/** What is read of {@code purchasing.purchase-order-sent.v1}. */
record PurchaseOrderSent(UUID purchaseOrderId, Instant sentAt) {

    static final String TYPE = "purchasing.purchase-order-sent.v1";
}
