package io.tillstream.shipping.shipment;

import java.time.Instant;
import java.util.UUID;

/** A parcel that reached the customer. */
public record Delivery(UUID shipmentId, Instant deliveredAt) {}
