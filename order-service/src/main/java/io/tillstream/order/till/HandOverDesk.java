package io.tillstream.order.till;

import io.tillstream.order.amount.Amounts;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Where a running drawer goes from one cashier to the next, with a count in between. */
@Service
class HandOverDesk {

    private static final String APPEND = """
            insert into hand_over (id, till_session_id, recorded_at, handed_over_at, expected_cash, counted_cash, count, reason,
                                   taken_over_by, handed_over_by, handed_over_by_name, fingerprint)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
            on conflict on constraint hand_over_pk do nothing
            """;

    private final TillSessions sessions;
    private final DrawerContents.Reckoning reckoning;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    HandOverDesk(
            TillSessions sessions, DrawerContents.Reckoning reckoning, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.sessions = sessions;
        this.reckoning = reckoning;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    Outcome<HandOver.Counted> handOver(UUID sessionId, UUID id, HandOver handOver, Caller caller) {
        TillSession session = sessions.toChange(sessionId, caller);
        Denomination.mustAddUp(handOver.count(), handOver.countedCash(), "/count");
        BigDecimal expected = session.expectedFrom(reckoning.of(sessionId));
        boolean first = jdbc.sql(APPEND)
                        .param(id)
                        .param(sessionId)
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .param(handOver.handedOverAt().atOffset(ZoneOffset.UTC))
                        .param(expected)
                        .param(handOver.countedCash())
                        .param(handOver.count() == null ? null : json.writeValueAsString(handOver.count()))
                        .param(handOver.reason())
                        .param(handOver.takenOverBy())
                        .param(caller.subject())
                        .param(caller.name())
                        .param(Fingerprint.of(handOver))
                        .update()
                == 1;
        return new Outcome<>(stored(id, handOver, session.currency()), first);
    }

    private HandOver.Counted stored(UUID id, HandOver resent, String currency) {
        return jdbc.sql("select * from hand_over where id = ?")
                .param(id)
                .query((row, number) -> {
                    Fingerprint.mustMatch(row.getBytes("fingerprint"), resent);
                    return counted(row, currency);
                })
                .single();
    }

    private static HandOver.Counted counted(ResultSet row, String currency) throws SQLException {
        BigDecimal expected = row.getBigDecimal("expected_cash");
        BigDecimal counted = row.getBigDecimal("counted_cash");
        return new HandOver.Counted(
                row.getObject("id", UUID.class),
                row.getObject("till_session_id", UUID.class),
                row.getString("handed_over_by_name"),
                row.getString("taken_over_by"),
                row.getTimestamp("handed_over_at").toInstant(),
                Amounts.written(expected, currency),
                Amounts.written(counted, currency),
                Amounts.written(counted.subtract(expected), currency));
    }
}
