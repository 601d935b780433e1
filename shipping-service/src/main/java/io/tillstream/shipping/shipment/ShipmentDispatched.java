package io.tillstream.shipping.shipment;

import java.time.Instant;
import java.util.UUID;

/** A parcel left the store. */
public record ShipmentDispatched(
        UUID shipmentId,
        UUID customerOrderId,
        String storeId,
        String carrier,
        String trackingCode,
        Instant dispatchedAt,
        long version) {}
