package io.tillstream.customer.profile.messaging;

import io.tillstream.customer.profile.CustomerChanged;
import io.tillstream.customer.profile.CustomerErased;
import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts the news of customers into the outbox, inside the transaction that made them true. */
@Component
class CustomerNews {

    private static final String TOPIC = "pos.customer.customer";

    private final Outbox outbox;

    CustomerNews(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(CustomerChanged event) {
        outbox.append(OutgoingEvent.of(
                TOPIC,
                event.id().toString(),
                CustomerChangedMessage.TYPE,
                event.version(),
                event.changedAt(),
                CustomerChangedMessage.of(event)));
    }

    @EventListener
    void on(CustomerErased event) {
        outbox.append(OutgoingEvent.of(
                TOPIC,
                event.id().toString(),
                CustomerErasedMessage.TYPE,
                event.version(),
                event.erasedAt(),
                new CustomerErasedMessage(event.id(), event.erasedAt())));
    }
}
