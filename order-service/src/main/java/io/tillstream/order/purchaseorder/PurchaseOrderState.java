package io.tillstream.order.purchaseorder;

enum PurchaseOrderState {
    DRAFT,
    PLACED,
    SENT,
    PARTLY_RECEIVED,
    RECEIVED,
    CLOSED
}
