package io.tillstream.shipping.shipment.messaging;

import io.tillstream.shipping.shipment.ShipmentDelivered;
import java.time.Instant;
import java.util.UUID;

/** {@code shipping.shipment-delivered.v1} on the wire. */
record ShipmentDeliveredMessage(UUID id, UUID customerOrderId, String storeId, Instant deliveredAt) {

    static final String TYPE = "shipping.shipment-delivered.v1";

    static ShipmentDeliveredMessage of(ShipmentDelivered event) {
        return new ShipmentDeliveredMessage(
                event.shipmentId(), event.customerOrderId(), event.storeId(), event.deliveredAt());
    }
}
