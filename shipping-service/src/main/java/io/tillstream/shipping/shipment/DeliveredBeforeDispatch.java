package io.tillstream.shipping.shipment;

import io.tillstream.platform.web.Failure;
import java.time.Instant;

class DeliveredBeforeDispatch extends Failure {

    DeliveredBeforeDispatch(Instant deliveredAt, Instant dispatchedAt) {
        super(
                Kind.RULE_BROKEN,
                "delivered-before-dispatch",
                "A parcel that left at " + dispatchedAt + " cannot have arrived at " + deliveredAt + ".");
        with("/deliveredAt", "must not be before " + dispatchedAt);
    }
}
