package io.tillstream.shipping.shipment.messaging;

import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.shipping.shipment.ShipmentDelivered;
import io.tillstream.shipping.shipment.ShipmentDispatched;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts the news of shipments into the outbox, inside the transaction that made them true. */
@Component
class ShipmentNews {

    private static final String TOPIC = "pos.shipping.shipment";

    private final Outbox outbox;

    ShipmentNews(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(ShipmentDispatched event) {
        outbox.append(OutgoingEvent.of(
                TOPIC,
                event.shipmentId().toString(),
                ShipmentDispatchedMessage.TYPE,
                event.version(),
                event.dispatchedAt(),
                ShipmentDispatchedMessage.of(event)));
    }

    @EventListener
    void on(ShipmentDelivered event) {
        outbox.append(OutgoingEvent.of(
                TOPIC,
                event.shipmentId().toString(),
                ShipmentDeliveredMessage.TYPE,
                event.version(),
                event.deliveredAt(),
                ShipmentDeliveredMessage.of(event)));
    }
}
