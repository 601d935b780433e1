package io.tillstream.shipping.shipment;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** What the carrier or the customer says when a parcel arrives. */
public record DeliveryNote(@NotNull Instant deliveredAt) {}
