package io.tillstream.purchasing.supplierorder;

import java.time.Instant;
import java.util.UUID;

/** {@code purchasing.purchase-order-sent.v1} on the wire. */
record PurchaseOrderSentMessage(
        UUID purchaseOrderId, UUID supplierId, String number, String messageId, Instant sentAt) {

    static final String TYPE = "purchasing.purchase-order-sent.v1";
}
