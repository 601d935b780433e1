package io.tillstream.shipping.shipment.messaging;

import io.tillstream.shipping.shipment.ShipmentDispatched;
import java.time.Instant;
import java.util.UUID;

/** {@code shipping.shipment-dispatched.v1} on the wire. */
record ShipmentDispatchedMessage(
        UUID id, UUID customerOrderId, String storeId, String carrier, String trackingCode, Instant dispatchedAt) {

    static final String TYPE = "shipping.shipment-dispatched.v1";

    static ShipmentDispatchedMessage of(ShipmentDispatched event) {
        return new ShipmentDispatchedMessage(
                event.shipmentId(),
                event.customerOrderId(),
                event.storeId(),
                event.carrier(),
                event.trackingCode(),
                event.dispatchedAt());
    }
}
