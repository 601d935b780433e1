package io.tillstream.platform.events;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events that could not be applied, kept in {@code <topic>.dlq} with the reason until a person replays or discards them. */
final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 2_000;

    private final Broker broker;

    DeadLetters(Broker broker) {
        this.broker = broker;
    }

    /** Returns only when the broker has it: an event is in its topic's consumer or in the dead letters, never nowhere. */
    void setAside(String consumer, BatchConsumer.Delivery delivery, RuntimeException reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(delivery.topic() + ".dlq", delivery.key(), delivery.body());
        for (String name : List.of(
                Envelope.ID, Envelope.TYPE, Envelope.OCCURRED_AT, Envelope.AGGREGATE_VERSION, Envelope.TRACEPARENT)) {
            Broker.header(letter, name, Envelope.text(delivery.headers().get(name)));
        }
        String why = reason.toString();
        Broker.header(letter, "consumer", consumer);
        Broker.header(letter, "reason", why.substring(0, Math.min(why.length(), LONGEST_REASON)));
        try {
            broker.sendNow(letter);
        } catch (KafkaException e) {
            throw new IllegalStateException("the dead letter could not be kept", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while keeping a dead letter", e);
        }
        log.error("{}: set aside an event of {} after its last try", consumer, delivery.topic(), reason);
    }
}
