package io.tillstream.purchasing.supplier;

import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts the news of suppliers into the outbox, inside the transaction that made them true. */
@Component
class SupplierNews {

    private static final String TOPIC = "pos.purchasing.supplier";

    private final Outbox outbox;

    SupplierNews(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(SupplierChanged event) {
        SupplierView supplier = event.supplier();
        outbox.append(OutgoingEvent.of(
                TOPIC,
                supplier.id().toString(),
                SupplierChangedMessage.TYPE,
                supplier.version(),
                supplier.updatedAt(),
                SupplierChangedMessage.of(supplier)));
    }
}
