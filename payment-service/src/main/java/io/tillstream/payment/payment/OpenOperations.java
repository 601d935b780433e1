package io.tillstream.payment.payment;

import io.tillstream.payment.terminal.TerminalOperation;
import io.tillstream.platform.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What terminals were told to do and have not answered. */
@Component
class OpenOperations {
    record Open(TerminalOperation operation, Instant startedAt) {}

    private final JdbcClient database;

    OpenOperations(JdbcClient database) {
        this.database = database;
    }

    void add(TerminalOperation operation, Instant now, Instant askAt) {
        database.sql("""
                        insert into open_operation (kind, id, payment_id, till_id, amount, currency, started_at, ask_at)
                        values (:kind, :id, :payment, :till, :amount, :currency, :now, :askAt)""")
                .param("kind", operation.kind().name())
                .param("id", operation.id())
                .param("payment", operation.paymentId())
                .param("till", operation.tillId())
                .param("amount", operation.amount().amount())
                .param("currency", operation.amount().currency())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("askAt", askAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** True for the one who closes it; false when it was closed before. */
    boolean close(TerminalOperation operation) {
        return database.sql("delete from open_operation where kind = ? and id = ?")
                        .params(operation.kind().name(), operation.id())
                        .update()
                == 1;
    }

    Optional<Open> find(TerminalOperation.Kind kind, UUID id) {
        return database.sql("select * from open_operation where kind = ? and id = ?")
                .params(kind.name(), id)
                .query(OpenOperations::open)
                .optional();
    }

    /** Takes what is due, each for one instance of this service; the pause before the next time doubles up to a limit. */
    List<Open> takeDue(Instant now, Duration pause, Duration longestPause, int limit) {
        return database.sql("""
                        update open_operation o
                        set asked = o.asked + 1,
                            ask_at = :now + least(:pause * power(2, least(o.asked, 20)), :longest) * interval '1 second'
                        from (select kind, id from open_operation where ask_at <= :now order by ask_at
                              limit :limit for update skip locked) due
                        where o.kind = due.kind and o.id = due.id
                        returning o.*""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("pause", pause.toSeconds())
                .param("longest", longestPause.toSeconds())
                .param("limit", limit)
                .query(OpenOperations::open)
                .list();
    }

    private static Open open(ResultSet row, int no) throws SQLException {
        TerminalOperation operation = new TerminalOperation(
                TerminalOperation.Kind.valueOf(row.getString("kind")),
                row.getObject("id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getString("till_id"),
                new Money(row.getBigDecimal("amount"), row.getString("currency")));
        return new Open(
                operation, row.getObject("started_at", OffsetDateTime.class).toInstant());
    }
}
