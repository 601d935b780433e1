package io.tillstream.platform.events;

import io.tillstream.platform.tracing.Traceparent;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Where events wait until the relay has sent them. Writing here is part of the business transaction; sending is not. */
public final class Outbox {
    private static final String INSERT = """
            insert into outbox (event_id, topic, key, type, aggregate_version, occurred_at, traceparent, body)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::bytea[])
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OutboxRelay relay;

    Outbox(JdbcClient jdbc, JsonMapper json, OutboxRelay relay) {
        this.jdbc = jdbc;
        this.json = json;
        this.relay = relay;
    }

    public void append(OutgoingEvent event) {
        append(List.of(event));
    }

    /** Appends all events with one statement; they are sent in this order. */
    public void append(List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        String traceparent = Traceparent.current();
        jdbc.sql(INSERT)
                .params(
                        events.stream().map(OutgoingEvent::id).toArray(java.util.UUID[]::new),
                        events.stream().map(OutgoingEvent::topic).toArray(String[]::new),
                        events.stream().map(OutgoingEvent::key).toArray(String[]::new),
                        events.stream().map(OutgoingEvent::type).toArray(String[]::new),
                        events.stream().map(OutgoingEvent::aggregateVersion).toArray(Long[]::new),
                        events.stream()
                                .map(event -> Timestamp.from(event.occurredAt()))
                                .toArray(Timestamp[]::new),
                        events.stream().map(event -> traceparent).toArray(String[]::new),
                        events.stream()
                                .map(event -> json.writeValueAsBytes(event.body()))
                                .toArray(byte[][]::new))
                .update();
        wakeRelayAfterCommit();
    }

    /** For a hot path that writes its outbox row in a statement of its own: sends soon after the commit. */
    public void wakeRelayAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    relay.wake();
                }
            });
        } else {
            relay.wake();
        }
    }
}
