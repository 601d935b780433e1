package io.tillstream.shipping.shipment;

import io.tillstream.platform.web.Failure;
import java.util.List;

class TrackingCodeNeeded extends Failure {

    TrackingCodeNeeded(String carrier, List<String> connected) {
        super(
                Kind.RULE_BROKEN,
                "tracking-code-needed",
                "Carrier " + carrier
                        + " is not connected, so it cannot give a tracking code. Type the one on the label,"
                        + " or use a connected carrier: " + String.join(", ", connected) + ".");
        with("/trackingCode", "is needed for carrier " + carrier);
    }
}
