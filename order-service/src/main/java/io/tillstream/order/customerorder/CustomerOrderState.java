package io.tillstream.order.customerorder;

enum CustomerOrderState {
    PLACED,
    DISPATCHED,
    DELIVERED
}
