package io.tillstream.order.customerorder;

enum Delivery {
    COLLECT,
    SHIP
}
