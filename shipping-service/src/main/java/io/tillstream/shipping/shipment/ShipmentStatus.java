package io.tillstream.shipping.shipment;

public enum ShipmentStatus {
    CREATED,
    DISPATCHED,
    DELIVERED
}
