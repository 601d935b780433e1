package io.tillstream.order.purchaseorder;

import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.AlreadyStoredDifferently;
import io.tillstream.platform.web.Fingerprint;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Stale;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where orders to suppliers are drafted, placed and closed. */
@Service
class BuyingDesk {

    private static final String TOPIC = "pos.order.purchase-order";

    private final PurchaseOrders orders;
    private final KnownSuppliers suppliers;
    private final Outbox outbox;
    private final Clock clock;

    BuyingDesk(PurchaseOrders orders, KnownSuppliers suppliers, Outbox outbox, Clock clock) {
        this.orders = orders;
        this.suppliers = suppliers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Writes a draft, or changes it when {@code expected} is the version it has; true when it is new.
     *
     * @param expected the version that the caller has read, or null when they mean to create
     */
    @Transactional
    boolean draft(UUID id, PurchaseOrderDraft draft, @Nullable Long expected, Caller caller) {
        caller.mustServe(draft.locationId());
        check(draft);
        orders.takeTurn(id);
        Optional<PurchaseOrder> known = orders.findById(id);
        if (known.isPresent()) {
            change(known.get(), draft, expected, caller);
            return false;
        }
        if (expected != null) {
            throw new Stale();
        }
        suppliers.mustBeActive(draft.supplierId());
        orders.saveAndFlush(new PurchaseOrder(id, draft, caller.name(), clock.instant()));
        return true;
    }

    private void change(PurchaseOrder order, PurchaseOrderDraft draft, @Nullable Long expected, Caller caller) {
        caller.mustServe(order.locationId());
        if (order.says(draft)) {
            return;
        }
        if (expected == null) {
            throw new AlreadyStoredDifferently();
        }
        suppliers.mustBeActive(draft.supplierId());
        order.rewrite(draft, expected);
        orders.saveAndFlush(order);
    }

    /** Places a draft for good; {@code placed} is false when this very placement was stored before. */
    @Transactional
    Outcome<Placement> place(UUID id, PlacementRequest request, @Nullable Long expected, Caller caller) {
        PurchaseOrder order = taken(id, caller);
        byte[] stored = order.placementFingerprint();
        if (stored != null) {
            Fingerprint.mustMatch(stored, request);
            return new Outcome<>(Placement.of(order), false);
        }
        if (expected != null) {
            order.mustBe(expected);
        }
        suppliers.mustBeActive(order.supplierId());
        Instant at = Objects.requireNonNullElseGet(request.placedAt(), clock::instant)
                .truncatedTo(ChronoUnit.MICROS);
        order.place(orders.nextNumber(), caller.name(), at, Fingerprint.of(request));
        orders.saveAndFlush(order);
        outbox.append(OutgoingEvent.of(
                TOPIC,
                id.toString(),
                PurchaseOrderPlacedMessage.TYPE,
                order.version(),
                at,
                PurchaseOrderPlacedMessage.of(order)));
        return new Outcome<>(Placement.of(order), true);
    }

    /** Says that nothing more is awaited; saying it twice changes nothing. */
    @Transactional
    boolean close(UUID id, Caller caller) {
        PurchaseOrder order = taken(id, caller);
        if (order.state() == PurchaseOrderState.CLOSED) {
            return false;
        }
        order.close(caller.name(), clock.instant());
        orders.saveAndFlush(order);
        return true;
    }

    private PurchaseOrder taken(UUID id, Caller caller) {
        PurchaseOrder order = orders.take(id).orElseThrow(() -> new NotFound("purchase order " + id));
        caller.mustServe(order.locationId());
        return order;
    }

    private static void check(PurchaseOrderDraft draft) {
        try {
            Currency.getInstance(draft.currency());
        } catch (IllegalArgumentException e) {
            throw new UnknownCurrency(draft.currency());
        }
        List<PurchaseOrderDraft.Line> lines = draft.lines();
        Set<Integer> numbers = new HashSet<>();
        for (int index = 0; index < lines.size(); index++) {
            if (!numbers.add(lines.get(index).lineNo())) {
                throw new LineNumberTwice(index, lines.get(index).lineNo());
            }
        }
    }

    /** The answer, and whether this call made it so. */
    record Outcome<T>(T answer, boolean first) {}
}
