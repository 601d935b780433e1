package io.tillstream.shipping.shipment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One parcel of one customer order; it only ever moves forward: created, dispatched, delivered. */
@Entity
public class Shipment {

    @Id
    private UUID id;

    private UUID customerOrderId;
    private String storeId;

    @Enumerated(EnumType.STRING)
    private ShipmentStatus status = ShipmentStatus.CREATED;

    @ElementCollection
    @CollectionTable(name = "shipment_line", joinColumns = @JoinColumn(name = "shipment_id"))
    @OrderBy("lineNo")
    private List<ShipmentLine> lines = new ArrayList<>();

    private Instant createdAt;

    private @Nullable String carrier;
    private @Nullable String trackingCode;
    private @Nullable Instant dispatchedAt;
    private byte @Nullable [] dispatchFingerprint;
    private @Nullable Instant deliveredAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Shipment() {}

    Shipment(UUID id, UUID customerOrderId, String storeId, List<ShipmentLine> lines, Instant createdAt) {
        this.id = id;
        this.customerOrderId = customerOrderId;
        this.storeId = storeId;
        this.lines.addAll(lines);
        this.createdAt = createdAt;
    }

    void dispatch(String by, String code, Instant at, byte[] fingerprint) {
        carrier = by;
        trackingCode = code;
        dispatchedAt = at;
        dispatchFingerprint = fingerprint;
        status = ShipmentStatus.DISPATCHED;
    }

    void deliver(Instant at) {
        if (dispatchedAt == null) {
            throw new ShipmentNotDispatched(id);
        }
        if (at.isBefore(dispatchedAt)) {
            throw new DeliveredBeforeDispatch(at, dispatchedAt);
        }
        deliveredAt = at;
        status = ShipmentStatus.DELIVERED;
    }

    public UUID id() {
        return id;
    }

    public UUID customerOrderId() {
        return customerOrderId;
    }

    public String storeId() {
        return storeId;
    }

    public ShipmentStatus status() {
        return status;
    }

    public List<ShipmentLine> lines() {
        return List.copyOf(lines);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable String carrier() {
        return carrier;
    }

    public @Nullable String trackingCode() {
        return trackingCode;
    }

    public @Nullable Instant dispatchedAt() {
        return dispatchedAt;
    }

    byte @Nullable [] dispatchFingerprint() {
        return dispatchFingerprint;
    }

    public @Nullable Instant deliveredAt() {
        return deliveredAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
