package io.tillstream.platform.events;

import io.tillstream.platform.id.UuidV7;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact on its way out.
 *
 * @param id unique for ever; consumers recognise a repeated delivery by it
 * @param topic one per aggregate, for instance {@code pos.order.sale}
 * @param key the aggregate's id; events of one key keep their order
 * @param type wire type with version, for instance {@code order.sale-completed.v1}
 * @param aggregateVersion grows with every event of one aggregate
 * @param occurredAt when it happened, by the clock of where it happened
 * @param body serialised to JSON as the event's schema says
 */
public record OutgoingEvent(
        UUID id, String topic, String key, String type, long aggregateVersion, Instant occurredAt, Object body) {

    public static OutgoingEvent of(
            String topic, String key, String type, long aggregateVersion, Instant occurredAt, Object body) {
        return new OutgoingEvent(UuidV7.next(), topic, key, type, aggregateVersion, occurredAt, body);
    }
}
