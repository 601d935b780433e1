package io.tillstream.order.customerorder;

import java.time.Instant;
import java.util.UUID;

/** What is read of {@code shipping.shipment-delivered.v1}. */
record ShipmentDelivered(UUID customerOrderId, Instant deliveredAt) {

    static final String TYPE = "shipping.shipment-delivered.v1";
}
