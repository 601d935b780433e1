package io.tillstream.payment.terminal.simulator;

import io.tillstream.payment.terminal.TerminalOperation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the simulated terminal remembers. Like a real one's memory it outlives a crash of this service. */
@Component
class SimulatorMemory {
    record Remembered(Behaviour behaviour, Instant performedAt, int timesAsked) {}

    private final JdbcClient database;

    SimulatorMemory(JdbcClient database) {
        this.database = database;
    }

    void performed(TerminalOperation operation, Behaviour behaviour, Instant now) {
        database.sql("""
                        insert into simulated_operation (kind, id, amount, currency, behaviour, performed_at)
                        values (:kind, :id, :amount, :currency, :behaviour, :now)
                        on conflict on constraint simulated_operation_pk
                        do update set times_performed = simulated_operation.times_performed + 1""")
                .param("kind", operation.kind().name())
                .param("id", operation.id())
                .param("amount", operation.amount().amount())
                .param("currency", operation.amount().currency())
                .param("behaviour", behaviour.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Counts as one more time it was asked. */
    Optional<Remembered> recall(TerminalOperation operation) {
        return database.sql("""
                        update simulated_operation set times_asked = times_asked + 1
                        where kind = :kind and id = :id returning behaviour, performed_at, times_asked""")
                .param("kind", operation.kind().name())
                .param("id", operation.id())
                .query((row, no) -> new Remembered(
                        Behaviour.valueOf(row.getString("behaviour")),
                        row.getObject("performed_at", OffsetDateTime.class).toInstant(),
                        row.getInt("times_asked")))
                .optional();
    }
}
