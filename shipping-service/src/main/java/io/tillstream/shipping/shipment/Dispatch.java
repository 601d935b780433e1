package io.tillstream.shipping.shipment;

import java.time.Instant;
import java.util.UUID;

/** A parcel handed to a carrier. */
public record Dispatch(UUID shipmentId, String carrier, String trackingCode, Instant dispatchedAt) {}
