package io.tillstream.platform.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The Kafka headers that carry what is true of every event, all UTF-8 text. */
final class Envelope {
    static final String ID = "id";
    static final String TYPE = "type";
    static final String OCCURRED_AT = "occurredAt";
    static final String AGGREGATE_VERSION = "aggregateVersion";
    static final String TRACEPARENT = "traceparent";

    private Envelope() {}

    /** @throws IllegalArgumentException when the headers are not an envelope */
    static IncomingEvent open(Map<String, ?> headers, @Nullable String key, byte[] body, JsonMapper json) {
        String version = text(headers.get(AGGREGATE_VERSION));
        return new IncomingEvent(
                UUID.fromString(required(headers, ID)),
                required(headers, TYPE),
                key == null ? "" : key,
                Instant.parse(required(headers, OCCURRED_AT)),
                version == null ? 0 : Long.parseLong(version),
                text(headers.get(TRACEPARENT)),
                body,
                json);
    }

    private static String required(Map<String, ?> headers, String name) {
        String value = text(headers.get(name));
        if (value == null) {
            throw new IllegalArgumentException("the event has no header \"" + name + "\"");
        }
        return value;
    }

    static @Nullable String text(@Nullable Object header) {
        return switch (header) {
            case null -> null;
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            default -> header.toString();
        };
    }
}
