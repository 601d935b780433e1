package io.tillstream.order.customerorder;

import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import io.tillstream.platform.web.NotFound;
import java.time.Clock;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where goods are promised to customers, and the promise is followed until it is kept. */
@Service
class OrderCounter {

    private static final String TOPIC = "pos.order.customer-order";

    private final CustomerOrders orders;
    private final Outbox outbox;
    private final Clock clock;

    OrderCounter(CustomerOrders orders, Outbox outbox, Clock clock) {
        this.orders = orders;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Outcome place(UUID id, CustomerOrderRequest request, Caller caller) {
        caller.mustServe(request.storeId());
        check(request);
        orders.takeTurn(id);
        Optional<CustomerOrder> known = orders.findById(id);
        if (known.isPresent()) {
            Fingerprint.mustMatch(known.get().fingerprint(), request);
            return new Outcome(Promise.of(known.get()), false);
        }
        CustomerOrder order = orders.saveAndFlush(
                new CustomerOrder(id, request, Fingerprint.of(request), caller.name(), clock.instant()));
        outbox.append(OutgoingEvent.of(
                TOPIC,
                id.toString(),
                CustomerOrderPlacedMessage.TYPE,
                order.version(),
                order.placedAt(),
                CustomerOrderPlacedMessage.of(order)));
        return new Outcome(Promise.of(order), true);
    }

    @Transactional(readOnly = true)
    CustomerOrderView one(UUID id, Caller caller) {
        return orders.findById(id)
                .filter(order -> caller.mayServe(order.storeId()))
                .map(CustomerOrderView::of)
                .orElseThrow(() -> new NotFound("customer order " + id));
    }

    @Transactional
    void on(ShipmentDispatched news) {
        orders.take(news.customerOrderId())
                .ifPresent(order -> order.dispatched(news.carrier(), news.trackingCode(), news.dispatchedAt()));
    }

    @Transactional
    void on(ShipmentDelivered news) {
        orders.take(news.customerOrderId()).ifPresent(order -> order.delivered(news.deliveredAt()));
    }

    @Transactional
    void on(CustomerErased news) {
        orders.forgetAddressesOf(news.id());
    }

    private static void check(CustomerOrderRequest request) {
        try {
            Currency.getInstance(request.currency());
        } catch (IllegalArgumentException e) {
            throw new UnknownCurrency(request.currency());
        }
        if (request.delivery() == Delivery.SHIP && request.shipTo() == null) {
            throw new DeliveryAddressMissing();
        }
        if (request.delivery() == Delivery.COLLECT && request.shipTo() != null) {
            throw new DeliveryAddressNotNeeded();
        }
        List<CustomerOrderRequest.Line> lines = request.lines();
        Set<Integer> numbers = new HashSet<>();
        for (int index = 0; index < lines.size(); index++) {
            if (!numbers.add(lines.get(index).lineNo())) {
                throw new LineNumberTwice(index, lines.get(index).lineNo());
            }
        }
    }

    /** The answer, and whether this call made it so. */
    record Outcome(Promise promise, boolean first) {}
}
