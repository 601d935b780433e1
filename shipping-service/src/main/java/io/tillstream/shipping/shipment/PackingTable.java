package io.tillstream.shipping.shipment;

import static java.util.Objects.requireNonNull;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.AlreadyStoredDifferently;
import io.tillstream.platform.web.Fingerprint;
import io.tillstream.platform.web.NotFound;
import io.tillstream.shipping.carrier.Carriers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where parcels are made ready, handed over and followed to the door. */
@Service
public class PackingTable {

    private final Shipments shipments;
    private final Carriers carriers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PackingTable(Shipments shipments, Carriers carriers, ApplicationEventPublisher events, Clock clock) {
        this.shipments = shipments;
        this.carriers = carriers;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void prepare(PromisedGoods goods) {
        if (!shipments.existsByCustomerOrderId(goods.customerOrderId())) {
            shipments.save(new Shipment(
                    UuidV7.next(), goods.customerOrderId(), goods.storeId(), goods.lines(), clock.instant()));
        }
    }

    /** Hands a parcel over; {@code created} is false when this very dispatch was stored before. */
    @Transactional
    public Stored<Dispatch> dispatch(UUID id, DispatchOrder order, Caller caller) {
        Shipment shipment = take(id, caller);
        byte[] stored = shipment.dispatchFingerprint();
        if (stored != null) {
            Fingerprint.mustMatch(stored, order);
            return Stored.before(dispatchOf(shipment));
        }
        shipment.dispatch(order.carrier(), trackingCode(id, order), kept(order.dispatchedAt()), Fingerprint.of(order));
        Dispatch dispatch = dispatchOf(shipments.saveAndFlush(shipment));
        events.publishEvent(new ShipmentDispatched(
                id,
                shipment.customerOrderId(),
                shipment.storeId(),
                dispatch.carrier(),
                dispatch.trackingCode(),
                dispatch.dispatchedAt(),
                shipment.version()));
        return Stored.now(dispatch);
    }

    @Transactional
    public Stored<Delivery> deliver(UUID id, DeliveryNote note, Caller caller) {
        Shipment shipment = take(id, caller);
        Delivery delivery = new Delivery(id, kept(note.deliveredAt()));
        if (shipment.deliveredAt() != null) {
            if (!shipment.deliveredAt().equals(delivery.deliveredAt())) {
                throw new AlreadyStoredDifferently();
            }
            return Stored.before(delivery);
        }
        shipment.deliver(delivery.deliveredAt());
        shipments.saveAndFlush(shipment);
        events.publishEvent(new ShipmentDelivered(
                id, shipment.customerOrderId(), shipment.storeId(), delivery.deliveredAt(), shipment.version()));
        return Stored.now(delivery);
    }

    /** As fine as the database keeps it, so that a resend gets the very same answer. */
    private static Instant kept(Instant typed) {
        return typed.truncatedTo(ChronoUnit.MICROS);
    }

    private Shipment take(UUID id, Caller caller) {
        Shipment shipment = shipments.take(id).orElseThrow(() -> new NotFound("shipment " + id));
        caller.mustServe(shipment.storeId());
        return shipment;
    }

    private String trackingCode(UUID id, DispatchOrder order) {
        if (order.trackingCode() != null) {
            return order.trackingCode();
        }
        return carriers.named(order.carrier())
                .orElseThrow(() -> new TrackingCodeNeeded(order.carrier(), carriers.codes()))
                .announce(id);
    }

    private static Dispatch dispatchOf(Shipment shipment) {
        return new Dispatch(
                shipment.id(),
                requireNonNull(shipment.carrier()),
                requireNonNull(shipment.trackingCode()),
                requireNonNull(shipment.dispatchedAt()));
    }
}
