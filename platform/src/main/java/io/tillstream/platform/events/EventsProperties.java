package io.tillstream.platform.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events leave a service.
 *
 * @param brokers Kafka bootstrap servers
 * @param relayBatch how many outbox rows one flush sends
 * @param relayPause how long new rows may gather before a flush; longer batches cost less per event
 * @param relayIdle how often to look for rows of other instances when nothing of our own woke the relay
 * @param holdTopic how long a topic that did not take its events is left alone
 * @param deliveryTries how often an event is applied before it is a dead letter
 */
@ConfigurationProperties("tillstream.events")
public record EventsProperties(
        String brokers,
        @DefaultValue("1000") int relayBatch,
        @DefaultValue("50ms") Duration relayPause,
        @DefaultValue("250ms") Duration relayIdle,
        @DefaultValue("5s") Duration holdTopic,
        @DefaultValue("3") int deliveryTries) {}
