package io.tillstream.order.customerorder;

import io.tillstream.platform.web.Failure;

class DeliveryAddressNotNeeded extends Failure {

    DeliveryAddressNotNeeded() {
        super(
                Kind.RULE_BROKEN,
                "delivery-address-not-needed",
                "An order that the customer collects must not carry an address: what is not needed is not kept.");
        with("/shipTo", "must be null when delivery is COLLECT");
    }
}
