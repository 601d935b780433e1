package io.tillstream.platform.events;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which events a consumer has applied; the rows are written in the transaction of their effect. */
final class Inbox {
    private static final String INSERT = """
            insert into inbox (consumer, event_id) select ?, event_id from unnest(?::uuid[]) as event_id order by event_id
            on conflict on constraint inbox_pk do nothing returning event_id
            """;

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The events among these that the consumer sees for the first time, in their order, each once. */
    List<IncomingEvent> firstTime(String consumer, List<IncomingEvent> events) {
        UUID[] ids = events.stream().map(IncomingEvent::id).distinct().toArray(UUID[]::new);
        Set<UUID> fresh = new HashSet<>(
                jdbc.sql(INSERT).params(consumer, ids).query(UUID.class).list());
        return events.stream().filter(event -> fresh.remove(event.id())).toList();
    }
}
