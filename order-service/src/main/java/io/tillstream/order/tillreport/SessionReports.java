package io.tillstream.order.tillreport;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.tillreport.SessionReport.HandedOver;
import io.tillstream.order.tillreport.SessionReport.LateSale;
import io.tillstream.order.tillreport.SessionReport.Movement;
import io.tillstream.order.tillreport.SessionReport.VoidedBasket;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts X and Z reports together. */
@Component
class SessionReports {

    private static final OffsetDateTime EVER = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String MOVEMENTS = """
            select id, kind, amount, reason, note, moved_at, moved_by_name, recorded_at
            from cash_movement where till_session_id = ? order by moved_at, id
            """;

    private static final String HAND_OVERS = """
            select handed_over_at, handed_over_by_name, taken_over_by, counted_cash, counted_cash - expected_cash as difference
            from hand_over where till_session_id = ? order by handed_over_at, id
            """;

    private static final String VOIDED = """
            select id, voided_at, voided_by_name, jsonb_array_length(lines) as lines, total, taken, recorded_at
            from voided_basket where till_session_id = ? order by voided_at, id limit 500
            """;

    private static final String LATE = """
            select id, receipt_number, total, occurred_at, recorded_at from sale
            where till_session_id = ? and recorded_at > ? order by receipt_number, id limit 500
            """;

    private final JdbcClient jdbc;
    private final SessionSums sums;

    SessionReports(JdbcClient jdbc, SessionSums sums) {
        this.jdbc = jdbc;
        this.sums = sums;
    }

    /** @param blind for somebody who has yet to count: a running session does not tell its cash */
    @Transactional(readOnly = true)
    Optional<SessionReport> of(UUID session, boolean blind) {
        return jdbc.sql("select * from till_session where id = ?")
                .param(session)
                .query((row, number) -> Head.of(row))
                .optional()
                .map(head -> report(head, blind && head.closedAt() == null));
    }

    private SessionReport report(Head head, boolean blind) {
        List<Movement> movements = movements(head);
        List<LateSale> late = lateSales(head);
        SessionFigures figures = figures(head, head.until());
        List<VoidedBasket> voided = voidedBaskets(head);
        boolean changed = !late.isEmpty()
                || movements.stream().anyMatch(Movement::late)
                || voided.stream().anyMatch(VoidedBasket::late);
        return new SessionReport(
                head.id(),
                head.tillId(),
                head.drawer(),
                head.storeId(),
                head.currency(),
                head.businessDate(),
                head.openedAt(),
                head.openedByName(),
                head.closedAt(),
                head.closedByName(),
                head.zNumber(),
                head.counted(),
                head.reason(),
                blind ? figures.blind() : figures,
                movements,
                handOvers(head, blind),
                voided,
                changed ? figures(head, EVER) : null,
                late);
    }

    private SessionFigures figures(Head head, OffsetDateTime until) {
        return sums.of(head.id(), head.currency(), until, head.openingFloat(), head.reallyCounted());
    }

    private List<Movement> movements(Head head) {
        return jdbc.sql(MOVEMENTS)
                .param(head.id())
                .query((row, number) -> new Movement(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        Amounts.written(row.getBigDecimal("amount"), head.currency()),
                        row.getString("reason"),
                        row.getString("note"),
                        row.getTimestamp("moved_at").toInstant(),
                        row.getString("moved_by_name"),
                        row.getObject("recorded_at", OffsetDateTime.class).isAfter(head.until())))
                .list();
    }

    private List<HandedOver> handOvers(Head head, boolean blind) {
        return jdbc.sql(HAND_OVERS)
                .param(head.id())
                .query((row, number) -> new HandedOver(
                        row.getTimestamp("handed_over_at").toInstant(),
                        row.getString("handed_over_by_name"),
                        row.getString("taken_over_by"),
                        blind ? null : Amounts.written(row.getBigDecimal("counted_cash"), head.currency()),
                        blind ? null : Amounts.written(row.getBigDecimal("difference"), head.currency())))
                .list();
    }

    private List<VoidedBasket> voidedBaskets(Head head) {
        return jdbc.sql(VOIDED)
                .param(head.id())
                .query((row, number) -> new VoidedBasket(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("voided_at").toInstant(),
                        row.getString("voided_by_name"),
                        row.getLong("lines"),
                        Amounts.written(row.getBigDecimal("total"), head.currency()),
                        Amounts.written(row.getBigDecimal("taken"), head.currency()),
                        row.getObject("recorded_at", OffsetDateTime.class).isAfter(head.until())))
                .list();
    }

    private List<LateSale> lateSales(Head head) {
        return jdbc.sql(LATE)
                .params(head.id(), head.until())
                .query((row, number) -> new LateSale(
                        row.getObject("id", UUID.class),
                        row.getLong("receipt_number"),
                        Amounts.written(row.getBigDecimal("total"), head.currency()),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    /** @param until what reached us later is not in its closing */
    private record Head(
            UUID id,
            String tillId,
            int drawer,
            String storeId,
            String currency,
            LocalDate businessDate,
            BigDecimal openingFloat,
            Instant openedAt,
            String openedByName,
            @Nullable Instant closedAt,
            @Nullable String closedByName,
            @Nullable Long zNumber,
            @Nullable Boolean counted,
            @Nullable BigDecimal countedCash,
            @Nullable String reason,
            OffsetDateTime until) {

        static Head of(ResultSet row) throws SQLException {
            OffsetDateTime recorded = row.getObject("closing_recorded_at", OffsetDateTime.class);
            Timestamp closedAt = row.getTimestamp("closed_at");
            return new Head(
                    row.getObject("id", UUID.class),
                    row.getString("till_id"),
                    row.getInt("drawer"),
                    row.getString("store_id"),
                    row.getString("currency"),
                    row.getObject("business_date", LocalDate.class),
                    row.getBigDecimal("opening_float"),
                    row.getTimestamp("opened_at").toInstant(),
                    row.getString("opened_by_name"),
                    closedAt == null ? null : closedAt.toInstant(),
                    row.getString("closed_by_name"),
                    row.getObject("z_number", Long.class),
                    row.getObject("counted", Boolean.class),
                    row.getBigDecimal("counted_cash"),
                    row.getString("closing_reason"),
                    recorded == null ? EVER : recorded);
        }

        @Nullable
        BigDecimal reallyCounted() {
            return Boolean.TRUE.equals(counted) ? countedCash : null;
        }
    }
}
