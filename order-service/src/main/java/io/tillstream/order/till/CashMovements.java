package io.tillstream.order.till;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journal of cash that moved; only ever added to. */
@Component
class CashMovements {

    private static final String APPEND = """
            insert into cash_movement (id, till_session_id, recorded_at, moved_at, amount, kind, reason, note, moved_by,
                                       moved_by_name, sent_by, approval_missing, fingerprint)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint cash_movement_pk do nothing
            """;

    private static final String SUM = """
            select coalesce(sum(case kind when 'PAY_IN' then amount else -amount end), 0)
            from cash_movement where till_session_id = ?
            """;

    private static final String FIND_SAME =
            "select till_session_id, recorded_at, moved_by, moved_by_name, fingerprint from cash_movement where id = ?";

    private final JdbcClient jdbc;

    CashMovements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True when it is stored by this call, false when its id was taken before. */
    boolean append(CashMoved moved, CashMovement movement, Caller caller, @Nullable String approvalMissing) {
        return jdbc.sql(APPEND)
                        .param(moved.id())
                        .param(moved.tillSessionId())
                        .param(moved.recordedAt().atOffset(ZoneOffset.UTC))
                        .param(moved.movedAt().atOffset(ZoneOffset.UTC))
                        .param(moved.amount())
                        .param(moved.kind().name())
                        .param(moved.reason())
                        .param(moved.note())
                        .param(moved.movedBy())
                        .param(moved.movedByName())
                        .param(caller.subject())
                        .param(approvalMissing)
                        .param(fingerprint(moved.tillSessionId(), movement))
                        .update()
                == 1;
    }

    /** The movement that holds this id, when it was the same; otherwise already-stored-differently. */
    CashMoved same(CashMoved resent, CashMovement movement) {
        return jdbc.sql(FIND_SAME)
                .param(resent.id())
                .query((row, number) -> {
                    Fingerprint.mustMatch(
                            row.getBytes("fingerprint"), new Fingerprinted(resent.tillSessionId(), movement));
                    return resent.asRecorded(
                            row.getTimestamp("recorded_at").toInstant(),
                            row.getString("moved_by"),
                            row.getString("moved_by_name"));
                })
                .single();
    }

    /** Put in less taken out. */
    BigDecimal sumOf(UUID tillSessionId) {
        return jdbc.sql(SUM).param(tillSessionId).query(BigDecimal.class).single();
    }

    private static byte[] fingerprint(UUID session, CashMovement movement) {
        return Fingerprint.of(new Fingerprinted(session, movement));
    }

    private record Fingerprinted(UUID session, CashMovement movement) {}
}
