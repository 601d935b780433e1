package io.tillstream.shipping.carrier;

import java.util.UUID;

/** A firm that takes parcels. */
public interface Carrier {

    /** The code by which people and the API name this carrier, in capitals. */
    String code();

    /**
     * Announces a parcel and answers its tracking code. Asked twice for the same shipment it answers the same code,
     * so that a resent dispatch never buys a second label.
     */
    String announce(UUID shipmentId);
}
