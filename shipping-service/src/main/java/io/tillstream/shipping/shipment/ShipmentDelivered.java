package io.tillstream.shipping.shipment;

import java.time.Instant;
import java.util.UUID;

/** A parcel reached the customer. */
public record ShipmentDelivered(
        UUID shipmentId, UUID customerOrderId, String storeId, Instant deliveredAt, long version) {}
