package io.tillstream.order.customerorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code order.customer-order-placed.v1} on the wire; the address stays here. */
record CustomerOrderPlacedMessage(
        UUID id,
        String storeId,
        @Nullable UUID customerId,
        Delivery delivery,
        String currency,
        List<CustomerOrderView.Line> lines,
        BigDecimal total,
        Instant placedAt) {

    static final String TYPE = "order.customer-order-placed.v1";

    static CustomerOrderPlacedMessage of(CustomerOrder order) {
        return new CustomerOrderPlacedMessage(
                order.id(),
                order.storeId(),
                order.customerId(),
                order.delivery(),
                order.currency(),
                order.lines().stream().map(CustomerOrderView.Line::of).toList(),
                CustomerOrderView.plain(order.total(), 2),
                order.placedAt());
    }
}
