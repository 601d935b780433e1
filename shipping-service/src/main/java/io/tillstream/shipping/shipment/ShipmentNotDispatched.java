package io.tillstream.shipping.shipment;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

class ShipmentNotDispatched extends Failure {

    ShipmentNotDispatched(UUID id) {
        super(
                Kind.CONFLICT,
                "shipment-not-dispatched",
                "Shipment " + id + " has not left yet. Dispatch it before you record its delivery.");
    }
}
