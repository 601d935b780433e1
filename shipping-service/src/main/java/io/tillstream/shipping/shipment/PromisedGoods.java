package io.tillstream.shipping.shipment;

import java.util.List;
import java.util.UUID;

/** A customer order in the words of this service. */
public record PromisedGoods(UUID customerOrderId, String storeId, List<ShipmentLine> lines) {}
