package io.tillstream.shipping.shipment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which shipments a list shows. */
public record ShipmentFilter(
        @Nullable String storeId,
        @Nullable ShipmentStatus status,
        @Nullable UUID customerOrderId) {}
