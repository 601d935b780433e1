package io.tillstream.payment.payment;

/** How money is taken. */
enum PaymentType {
    /** At a card terminal. */
    CARD,
    /** Into the drawer: done when it is said. */
    CASH
}
