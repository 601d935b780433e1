package io.tillstream.platform.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A fact from another service (or our own, for a read model), with its envelope. */
public final class IncomingEvent {
    private final UUID id;
    private final String type;
    private final String key;
    private final Instant occurredAt;
    private final long aggregateVersion;
    private final @Nullable String traceparent;
    private final byte[] body;
    private final JsonMapper json;

    IncomingEvent(
            UUID id,
            String type,
            String key,
            Instant occurredAt,
            long aggregateVersion,
            @Nullable String traceparent,
            byte[] body,
            JsonMapper json) {
        this.id = id;
        this.type = type;
        this.key = key;
        this.occurredAt = occurredAt;
        this.aggregateVersion = aggregateVersion;
        this.traceparent = traceparent;
        this.body = body;
        this.json = json;
    }

    public UUID id() {
        return id;
    }

    public String type() {
        return type;
    }

    public String key() {
        return key;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public long aggregateVersion() {
        return aggregateVersion;
    }

    @Nullable
    String traceparent() {
        return traceparent;
    }

    /** The body as it came, JSON in UTF-8. */
    public byte[] body() {
        return body.clone();
    }

    /** Reads the body into the consumer's own record; fields the record does not name are passed over. */
    public <T> T as(Class<T> wireRecord) {
        return json.readValue(body, wireRecord);
    }
}
