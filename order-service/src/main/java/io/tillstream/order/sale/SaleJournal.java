package io.tillstream.order.sale;

import io.tillstream.order.sale.SaleColumns.Line;
import io.tillstream.order.sale.SaleColumns.Paid;
import io.tillstream.order.sale.SaleColumns.Sent;
import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.tracing.Traceparent;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes sales with their lines, tenders and events as one statement, which is its own transaction: the hot path makes exactly one
 * round trip to the database, for one sale as for a hundred. The unique key on the id decides, for ever, who was first.
 */
@Component
class SaleJournal {

    private static final String FIND = "select id, recorded_at, fingerprint from sale where id = any(?)";

    private final List<Column<Sent>> sales;
    private final List<Column<Line>> lines;
    private final List<Column<Paid>> tenders;
    private final List<Column<Sent>> events;
    private final String appendOne;
    private final String appendMany;
    private final JdbcTemplate jdbc;
    private final Outbox outbox;

    SaleJournal(JdbcTemplate jdbc, Outbox outbox, JsonMapper json) {
        SaleColumns columns = new SaleColumns(json);
        this.sales = columns.sales();
        this.lines = columns.lines();
        this.tenders = columns.tenders();
        this.events = columns.events();
        // the values of one are cheaper than arrays of one
        this.appendOne = append("values (" + Column.values(sales) + ")");
        this.appendMany = append("select * from unnest(" + Column.arrays(sales) + ")");
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    private String append(String rows) {
        return """
            with accepted as (
                insert into sale (%s)
                %s
                on conflict on constraint sale_pk do nothing
                returning id, event_id),
            lines as (
                insert into sale_line (%s)
                select line.* from accepted join unnest(%s) as line (sale_id) on line.sale_id = accepted.id),
            paid as (
                insert into tender (%s)
                select tender.* from accepted join unnest(%s) as tender (sale_id) on tender.sale_id = accepted.id),
            announced as (
                insert into outbox (event_id, topic, key, type, occurred_at, aggregate_version, traceparent, body)
                select accepted.event_id, 'pos.order.sale', accepted.id::text, 'order.sale-completed.v1', event.occurred_at, 1, ?,
                       event.body
                from accepted join unnest(%s) as event (%s) on event.sale_id = accepted.id)
            select id from accepted
            """.formatted(
                        Column.names(sales),
                        rows,
                        Column.names(lines),
                        Column.arrays(lines),
                        Column.names(tenders),
                        Column.arrays(tenders),
                        Column.arrays(events),
                        Column.names(events));
    }

    /** What is stored of a sale under its id, and what it was made of. */
    record Stored(Instant recordedAt, byte[] fingerprint) {}

    /**
     * The ids of those that are stored by this call; those of all others were taken before.
     *
     * @param appended sales with ids of their own
     * @param roles of the token that sent them
     */
    Set<UUID> append(Collection<Sale> appended, Set<Role> roles) {
        if (appended.isEmpty()) {
            return Set.of();
        }
        String names = roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
        // two that send the same take the ids in the same order, so that neither waits for the other
        List<Sent> sent = appended.stream()
                .sorted(Comparator.comparing(Sale::id))
                .map(sale -> new Sent(sale, names))
                .toList();
        Set<UUID> stored = Objects.requireNonNull(
                jdbc.execute(sent.size() == 1 ? appendOne : appendMany, (PreparedStatement statement) -> {
                    bind(statement, sent);
                    return idsOf(statement);
                }));
        if (!stored.isEmpty()) {
            outbox.wakeRelayAfterCommit();
        }
        return stored;
    }

    Map<UUID, Stored> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Stored> found = new HashMap<>();
        jdbc.query(
                FIND,
                row -> {
                    Instant recordedAt = row.getTimestamp("recorded_at").toInstant();
                    found.put(row.getObject("id", UUID.class), new Stored(recordedAt, row.getBytes("fingerprint")));
                },
                (Object) ids.toArray(UUID[]::new));
        return found;
    }

    private void bind(PreparedStatement statement, List<Sent> sent) throws SQLException {
        int next = sent.size() == 1
                ? Column.bind(statement, 1, sales, sent.getFirst())
                : Column.bindAll(statement, 1, sales, sent);
        next = Column.bindAll(
                statement,
                next,
                lines,
                sent.stream().flatMap(SaleJournal::linesOf).toList());
        next = Column.bindAll(
                statement,
                next,
                tenders,
                sent.stream().flatMap(SaleJournal::tendersOf).toList());
        statement.setString(next++, Traceparent.current());
        Column.bindAll(statement, next, events, sent);
    }

    private static Stream<Line> linesOf(Sent sent) {
        Sale sale = sent.sale();
        return sale.document().lines().stream().map(line -> new Line(sale.id(), line));
    }

    private static Stream<Paid> tendersOf(Sent sent) {
        Sale sale = sent.sale();
        return sale.document().tenders().stream().map(tender -> new Paid(sale.id(), tender));
    }

    private static Set<UUID> idsOf(PreparedStatement statement) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                ids.add(result.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
