package io.tillstream.order.livetills;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.livetills.LiveTill.Heard;
import io.tillstream.order.livetills.LiveTill.OpenSession;
import io.tillstream.order.livetills.TillState.ClosedElsewhere;
import io.tillstream.platform.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the newest word of each till and shows it beside what has arrived from it. */
@Component
class LiveTills {

    private static final String KEEP = """
            insert into till_state (till_id, store_id, heard_at, cashier_name, unsent, unsent_since, app_version)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint till_state_pk do update
            set store_id = excluded.store_id, heard_at = excluded.heard_at, cashier_name = excluded.cashier_name,
                unsent = excluded.unsent, unsent_since = excluded.unsent_since, app_version = excluded.app_version
            """;

    private static final String CLOSED = """
            select id, closed_at, closed_by_name from till_session where id = any(?) and closed_at is not null order by closed_at
            """;

    private static final String TILLS = """
            select till.id, till.name, state.heard_at, state.cashier_name, state.unsent, state.unsent_since, state.app_version
            from till left join till_state state on state.till_id = till.id
            where till.store_id = ? order by till.id
            """;

    // a trading day lasts until its store's cut-off on the next calendar day, on the store's clock
    private static final String SESSIONS = """
            select session.id, session.till_id, session.drawer, session.business_date, session.opened_at, session.opened_by_name,
                   session.currency, sold.*,
                   session.opening_float + sold.cash + moved.cash as expected,
                   session.business_date < ((:now at time zone store.time_zone) - store.business_day_starts_at::interval)::date
                       as forgotten
            from till_session session
            join store on store.id = session.store_id
            cross join lateral (
                select count(*) filter (where s.document_type in ('SALE', 'EXCHANGE')) as sales,
                       count(*) filter (where s.document_type = 'RETURN') as returns,
                       coalesce(sum(s.total), 0) as total, max(s.occurred_at) as last_sale_at,
                       coalesce(sum(coalesce((select sum(t.amount) from tender t
                                              where t.sale_id = s.id and t.type = 'CASH' and t.foreign_currency is null), 0)
                                    - s.change), 0) as cash
                from sale s where s.till_session_id = session.id) sold
            cross join lateral (
                select coalesce(sum(case kind when 'PAY_IN' then amount else -amount end), 0) as cash
                from cash_movement where till_session_id = session.id) moved
            where session.store_id = :store and session.closed_at is null
            order by session.opened_at, session.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LiveTills(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of its open sessions that somebody else has closed. */
    @Transactional
    List<ClosedElsewhere> hear(String tillId, TillState state, Caller caller) {
        jdbc.sql(KEEP)
                .param(tillId)
                .param(state.storeId())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(caller.name())
                .param(state.unsent())
                .param(state.unsentSince() == null ? null : state.unsentSince().atOffset(ZoneOffset.UTC))
                .param(state.appVersion())
                .update();
        return jdbc.sql(CLOSED)
                .param(state.openSessions().toArray(UUID[]::new))
                .query((row, number) -> new ClosedElsewhere(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("closed_at").toInstant(),
                        row.getString("closed_by_name")))
                .list();
    }

    @Transactional(readOnly = true)
    List<LiveTill> of(String storeId, boolean blind) {
        record OfTill(String tillId, OpenSession session) {}
        Map<String, List<OpenSession>> sessions = jdbc
                .sql(SESSIONS)
                .param("store", storeId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new OfTill(row.getString("till_id"), session(row, blind)))
                .stream()
                .collect(Collectors.groupingBy(
                        OfTill::tillId, Collectors.mapping(OfTill::session, Collectors.toList())));
        return jdbc.sql(TILLS)
                .param(storeId)
                .query((row, number) -> new LiveTill(
                        row.getString("id"),
                        row.getString("name"),
                        heard(row),
                        sessions.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    private static OpenSession session(ResultSet row, boolean blind) throws SQLException {
        String currency = row.getString("currency");
        return new OpenSession(
                row.getObject("id", UUID.class),
                row.getInt("drawer"),
                row.getObject("business_date", LocalDate.class),
                row.getBoolean("forgotten"),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("opened_by_name"),
                currency,
                row.getLong("sales"),
                row.getLong("returns"),
                blind ? null : Amounts.written(row.getBigDecimal("total"), currency),
                blind ? null : Amounts.written(row.getBigDecimal("expected"), currency),
                instant(row.getTimestamp("last_sale_at")));
    }

    private static @Nullable Heard heard(ResultSet row) throws SQLException {
        Instant at = instant(row.getTimestamp("heard_at"));
        return at == null
                ? null
                : new Heard(
                        at,
                        row.getString("cashier_name"),
                        row.getInt("unsent"),
                        instant(row.getTimestamp("unsent_since")),
                        row.getString("app_version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
