package io.tillstream.order.journal;

import io.tillstream.order.journal.JournalState.Finding;
import io.tillstream.order.journal.JournalState.Gap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the journals have arrived, and what of them does not fit. */
@Repository
class JournalStates {

    private static final String STATES = """
            select device.id, device.till_id, till.name, device.epoch, coalesce(progress.complete_to, 0) as complete_to,
                   kept.*, late.*
            from device
            left join journal_progress progress on progress.device_id = device.id
            join till on till.id = device.till_id
            cross join lateral (select count(*) as entries, coalesce(max(number), 0) as last, max(occurred_at) as last_at
                                from journal_entry where device_id = device.id) kept
            cross join lateral (select count(*) as after_successor
                                from device next join journal_entry entry on entry.device_id = device.id
                                where next.till_id = device.till_id and next.epoch = device.epoch + 1
                                  and entry.recorded_at > next.enrolled_at
                                  and entry.number > case when next.follows_device = device.id then next.follows_number else 0 end
                               ) late
            where device.store_id = ? order by till.name, till.id, device.epoch desc limit 500
            """;

    private static final String GAPS = """
            select before + 1 as first_missing, number - 1 as last_missing
            from (select number, lag(number, 1, 0::bigint) over (order by number) as before
                  from journal_entry where device_id = ?) numbered
            where number > before + 1 order by number limit 100
            """;

    private final JdbcClient jdbc;

    JournalStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<JournalState> ofStore(String storeId) {
        return jdbc.sql(STATES).param(storeId).query((row, at) -> state(row)).list();
    }

    private JournalState state(ResultSet row) throws SQLException {
        UUID device = row.getObject("id", UUID.class);
        Timestamp lastAt = row.getTimestamp("last_at");
        return new JournalState(
                device,
                row.getString("till_id"),
                row.getString("name"),
                row.getInt("epoch"),
                row.getLong("entries"),
                row.getLong("complete_to"),
                row.getLong("last"),
                lastAt == null ? null : lastAt.toInstant(),
                row.getLong("after_successor"),
                gaps(device),
                findings(device));
    }

    private List<Gap> gaps(UUID device) {
        return jdbc.sql(GAPS)
                .param(device)
                .query((row, at) -> new Gap(row.getLong("first_missing"), row.getLong("last_missing")))
                .list();
    }

    private List<Finding> findings(UUID device) {
        return jdbc.sql("""
                        select number, kind, detail, found_at from journal_finding
                        where device_id = ? order by found_at desc, id desc limit 100
                        """)
                .param(device)
                .query((row, at) -> new Finding(
                        row.getLong("number"),
                        FindingKind.valueOf(row.getString("kind")),
                        row.getString("detail"),
                        row.getTimestamp("found_at").toInstant()))
                .list();
    }
}
