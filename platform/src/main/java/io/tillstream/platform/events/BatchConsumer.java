package io.tillstream.platform.events;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.tillstream.platform.tracing.Spans;
import io.tillstream.platform.tracing.Traceparent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One binding's consumer: opens the envelopes, applies a batch once, sets aside what cannot be applied. */
final class BatchConsumer implements Consumer<Message<List<byte[]>>> {
    private static final Logger log = LoggerFactory.getLogger(BatchConsumer.class);

    private final String name;
    private final Set<String> types;
    private final BatchEffect effect;
    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final JsonMapper tolerantReader;
    private final Spans spans;
    private final int tries;

    BatchConsumer(
            String name,
            Set<String> types,
            BatchEffect effect,
            TransactionTemplate transaction,
            Inbox inbox,
            DeadLetters deadLetters,
            JsonMapper json,
            Spans spans,
            int tries) {
        this.name = name;
        this.types = types;
        this.effect = effect;
        this.transaction = transaction;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.tolerantReader = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.spans = spans;
        this.tries = tries;
    }

    @Override
    public void accept(Message<List<byte[]>> batch) {
        List<Delivery> deliveries = deliveries(batch);
        List<IncomingEvent> understood = deliveries.stream()
                .map(Delivery::event)
                .filter(Objects::nonNull)
                .filter(event -> types.contains(event.type()))
                .toList();
        if (!understood.isEmpty() && !applied(understood)) {
            deliveries.forEach(this::applyAlone);
        }
    }

    /** True when the whole batch went through in one transaction. */
    private boolean applied(List<IncomingEvent> events) {
        List<Span> sampled = events.stream()
                .map(event -> spans.begin(name + " " + event.type(), SpanKind.CONSUMER, event.traceparent()))
                .filter(Objects::nonNull)
                .toList();
        try {
            apply(events);
            sampled.forEach(span -> Spans.end(span, null));
            return true;
        } catch (RuntimeException failed) {
            sampled.forEach(span -> Spans.end(span, failed));
            rethrowWhenTheDatabaseIsAway(failed);
            log.warn("{}: a batch of {} failed, applying each alone: {}", name, events.size(), failed.toString());
            return false;
        }
    }

    private void applyAlone(Delivery delivery) {
        IncomingEvent event = delivery.event();
        if (event == null || !types.contains(event.type())) {
            return;
        }
        RuntimeException last = null;
        for (int attempt = 1; attempt <= tries; attempt++) {
            try {
                Traceparent.within(event.traceparent(), () -> apply(List.of(event)));
                return;
            } catch (RuntimeException failed) {
                rethrowWhenTheDatabaseIsAway(failed);
                last = failed;
            }
        }
        deadLetters.setAside(name, delivery, Objects.requireNonNull(last));
    }

    private void apply(List<IncomingEvent> events) {
        transaction.executeWithoutResult(status -> {
            List<IncomingEvent> fresh = inbox.firstTime(name, events);
            if (!fresh.isEmpty()) {
                effect.apply(fresh);
            }
        });
    }

    private static void rethrowWhenTheDatabaseIsAway(RuntimeException failed) {
        if (failed instanceof DataAccessResourceFailureException
                || failed instanceof TransientDataAccessException
                || failed instanceof RecoverableDataAccessException
                || failed instanceof TransactionException) {
            throw failed;
        }
    }

    private List<Delivery> deliveries(Message<List<byte[]>> batch) {
        List<byte[]> bodies = batch.getPayload();
        MessageHeaders headers = batch.getHeaders();
        List<?> keys = listed(headers, KafkaHeaders.RECEIVED_KEY);
        List<?> topics = listed(headers, KafkaHeaders.RECEIVED_TOPIC);
        List<?> converted = listed(headers, KafkaHeaders.BATCH_CONVERTED_HEADERS);
        List<Delivery> deliveries = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            deliveries.add(delivery(
                    String.valueOf(Envelope.text(topics.get(i))),
                    headersOf(converted.get(i)),
                    keys.get(i),
                    bodies.get(i)));
        }
        return deliveries;
    }

    private Delivery delivery(String topic, Map<String, Object> headers, @Nullable Object key, byte[] body) {
        String textKey = Envelope.text(key);
        try {
            return new Delivery(topic, headers, textKey, body, Envelope.open(headers, textKey, body, tolerantReader));
        } catch (RuntimeException noEnvelope) {
            Delivery unreadable = new Delivery(topic, headers, textKey, body, null);
            deadLetters.setAside(name, unreadable, noEnvelope);
            return unreadable;
        }
    }

    private static List<?> listed(MessageHeaders headers, String header) {
        return headers.get(header) instanceof List<?> list ? list : missing(header);
    }

    private static List<?> missing(String header) {
        throw new IllegalStateException("a batch without the header " + header + ": check the binding's settings");
    }

    @SuppressWarnings("unchecked") // Spring Kafka maps header names to values
    private static Map<String, Object> headersOf(Object converted) {
        return (Map<String, Object>) converted;
    }

    /** One record as it came; the event is null when its envelope could not be opened. */
    record Delivery(
            String topic,
            Map<String, Object> headers,
            @Nullable String key,
            byte[] body,
            @Nullable IncomingEvent event) {}
}
