package io.tillstream.purchasing.supplierorder;

import static java.util.Objects.requireNonNull;

import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells the other services that an order is out. */
@Component
class SupplierOrderNews {

    private static final String TOPIC = "pos.purchasing.purchase-order";

    private final Outbox outbox;

    SupplierOrderNews(Outbox outbox) {
        this.outbox = outbox;
    }

    void sent(SupplierOrder order) {
        Instant sentAt = requireNonNull(order.sentAt());
        outbox.append(OutgoingEvent.of(
                TOPIC,
                order.id().toString(),
                PurchaseOrderSentMessage.TYPE,
                order.version(),
                sentAt,
                new PurchaseOrderSentMessage(
                        order.id(), order.supplierId(), order.number(), requireNonNull(order.messageId()), sentAt)));
    }
}
