package io.tillstream.order.pricecheck;

import io.tillstream.order.pricecheck.PriceCheckView.State;
import io.tillstream.order.pricecheck.PriceCheckView.Written;
import io.tillstream.order.pricecheck.Verdict.Outcome;
import io.tillstream.order.salereview.AnomalyKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where it is written down what came of pricing sales again, and which of them wait. */
@Component
class PriceCheckBook {

    private static final String FINAL = """
            insert into price_check (sale_id, outcome, note, checked_at)
            select *, ? from unnest(?::uuid[], ?::text[], ?::text[])
            on conflict on constraint price_check_pk do nothing
            """;

    private static final String DIFFERENCES = """
            insert into sale_anomaly (sale_id, line_no, kind, detail)
            select sale_id, line_no, ?, detail
            from unnest(?::uuid[], ?::smallint[], ?::text[]) as difference (sale_id, line_no, detail)
            on conflict on constraint sale_anomaly_pk do nothing
            """;

    private static final String WAIT = """
            insert into price_check_waiting (sale_id, since, next_try_at)
            select sale_id, ?, next_try_at from unnest(?::uuid[], ?::timestamptz[]) as waiting (sale_id, next_try_at)
            on conflict on constraint price_check_waiting_pk do update set next_try_at = excluded.next_try_at
            """;

    private static final String TAKE_DUE = """
            select sale_id, since from price_check_waiting where next_try_at <= ?
            order by next_try_at limit ? for update skip locked
            """;

    private static final String WRITTEN = """
            select outcome as state, checked_at, null::timestamptz as since, note from price_check where sale_id = ?
            union all
            select 'WAITING', null, since, null from price_check_waiting where sale_id = ?
            limit 1
            """;

    private record Odd(UUID sale, int lineNo, String detail) {}

    private final JdbcClient jdbc;

    PriceCheckBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waiting sales whose next try has come, with when they were looked at first; locked until the transaction ends. */
    Map<UUID, Instant> takeDue(Instant now, int most) {
        Map<UUID, Instant> due = new HashMap<>();
        jdbc.sql(TAKE_DUE).params(Timestamp.from(now), most).query(row -> {
            due.put(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
        });
        return due;
    }

    /** What was written down of a sale; one that nobody has looked at yet waits too. */
    Written of(UUID sale) {
        return jdbc.sql(WRITTEN)
                .params(sale, sale)
                .query((row, number) -> new Written(
                        State.valueOf(row.getString("state")),
                        instant(row, "checked_at"),
                        instant(row, "since"),
                        row.getString("note")))
                .optional()
                .orElse(new Written(State.WAITING, null, null, null));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    void write(List<Verdict> verdicts, Instant now) {
        List<Verdict> waiting = verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.WAITS)
                .toList();
        List<Verdict> settled = verdicts.stream()
                .filter(verdict -> verdict.outcome() != Outcome.WAITS)
                .toList();
        if (!waiting.isEmpty()) {
            jdbc.sql(WAIT)
                    .params(
                            Timestamp.from(now),
                            column(waiting, Verdict::sale, new UUID[0]),
                            column(
                                    waiting,
                                    verdict -> Timestamp.from(now.plus(verdict.tryAgainIn())),
                                    new Timestamp[0]))
                    .update();
        }
        if (!settled.isEmpty()) {
            settle(settled, now);
        }
    }

    private void settle(List<Verdict> settled, Instant now) {
        UUID[] sales = column(settled, Verdict::sale, new UUID[0]);
        jdbc.sql(FINAL)
                .params(
                        Timestamp.from(now),
                        sales,
                        column(settled, verdict -> verdict.outcome().name(), new String[0]),
                        column(settled, Verdict::note, new @Nullable String[0]))
                .update();
        List<Odd> odd = settled.stream()
                .flatMap(verdict -> verdict.differences().stream()
                        .map(difference -> new Odd(verdict.sale(), difference.lineNo(), difference.detail())))
                .toList();
        if (!odd.isEmpty()) {
            jdbc.sql(DIFFERENCES)
                    .params(
                            AnomalyKind.PRICE_BOOK_DISAGREES.name(),
                            column(odd, Odd::sale, new UUID[0]),
                            column(odd, Odd::lineNo, new Integer[0]),
                            column(odd, Odd::detail, new String[0]))
                    .update();
        }
        jdbc.sql("delete from price_check_waiting where sale_id = any(?)")
                .param(sales)
                .update();
    }

    private static <R, T extends @Nullable Object> T[] column(List<R> rows, Function<R, ? extends T> value, T[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }
}
