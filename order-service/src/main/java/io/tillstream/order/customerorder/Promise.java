package io.tillstream.order.customerorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The answer to placing an order; the same for ever. */
record Promise(UUID id, String storeId, Delivery delivery, String currency, BigDecimal total, Instant placedAt) {

    static Promise of(CustomerOrder order) {
        return new Promise(
                order.id(),
                order.storeId(),
                order.delivery(),
                order.currency(),
                CustomerOrderView.plain(order.total(), 2),
                order.placedAt());
    }
}
