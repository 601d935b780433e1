package io.tillstream.order.customerorder;

import java.time.Instant;
import java.util.UUID;

/** What is read of {@code shipping.shipment-dispatched.v1}. */
record ShipmentDispatched(UUID customerOrderId, String carrier, String trackingCode, Instant dispatchedAt) {

    static final String TYPE = "shipping.shipment-dispatched.v1";
}
