package io.tillstream.order.customerorder;

import io.tillstream.platform.web.Failure;

class DeliveryAddressMissing extends Failure {

    DeliveryAddressMissing() {
        super(Kind.RULE_BROKEN, "delivery-address-missing", "An order that is to be shipped needs an address.");
        with("/shipTo", "is needed when delivery is SHIP");
    }
}
