package io.tillstream.payment.payment;

/** Where a refund stands. */
enum RefundStatus {
    /** The terminal was told and has not answered. */
    PENDING,
    REFUNDED,
    REFUSED
}
