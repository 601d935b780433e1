package io.tillstream.shipping.carrier;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stands in for a carrier where none is under contract: development, demonstrations and tests. */
@Component
class SimulatedCarrier implements Carrier {

    @Override
    public String code() {
        return "SIMULATOR";
    }

    @Override
    public String announce(UUID shipmentId) {
        String hex = shipmentId.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return "SIM" + hex.substring(0, 12) + hex.substring(24);
    }
}
