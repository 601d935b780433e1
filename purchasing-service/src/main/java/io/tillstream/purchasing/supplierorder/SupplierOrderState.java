package io.tillstream.purchasing.supplierorder;

/** Pending, being sent, sent; or a person must do something first. */
public enum SupplierOrderState {
    PENDING,
    SENDING,
    SENT,
    NEEDS_ATTENTION
}
