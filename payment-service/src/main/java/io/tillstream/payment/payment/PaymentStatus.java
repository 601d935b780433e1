package io.tillstream.payment.payment;

/** Where a payment stands. */
enum PaymentStatus {
    /** The terminal was told and has not answered: never charge again, ask. */
    PENDING,
    CAPTURED,
    DECLINED,
    /** The terminal was told to take the charge back and has not answered. */
    VOIDING,
    VOIDED
}
