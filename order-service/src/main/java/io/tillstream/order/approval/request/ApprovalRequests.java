package io.tillstream.order.approval.request;

import static java.util.stream.Collectors.toCollection;

import io.tillstream.order.approval.request.ApprovalRequest.State;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.Fingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The requests of all tills. */
@Repository
class ApprovalRequests {

    private static final String ADD = """
            insert into approval_request (id, store_id, till_id, asked_by, sent_by, body, approvers, fingerprint, recorded_at,
                                          expires_at)
            values (:id, :store, :till, :askedBy, :sentBy, :body::jsonb, :approvers, :fingerprint, :now, :expiresAt)
            on conflict on constraint approval_request_pk do nothing
            """;

    /** Whoever comes first: later ones find an outcome there, or the time over. */
    private static final String DECIDE = """
            update approval_request
            set outcome = :outcome, decided_by = :by, decided_by_name = :byName, word = :word, decided_at = :now
            where id = :id and outcome is null and expires_at > :now
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApprovalRequests(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when the id was taken before. */
    boolean add(
            UUID id, ApprovalQuestion question, Set<Role> approvers, Caller sentBy, Instant now, Instant expiresAt) {
        return jdbc.sql(ADD)
                        .param("id", id)
                        .param("store", question.storeId())
                        .param("till", question.tillId())
                        .param("askedBy", question.askedBy().id())
                        .param("sentBy", sentBy.subject())
                        .param("body", json.writeValueAsString(question))
                        .param("approvers", approvers.stream().map(Role::name).toArray(String[]::new))
                        .param("fingerprint", Fingerprint.of(question))
                        .param("now", Timestamp.from(now))
                        .param("expiresAt", Timestamp.from(expiresAt))
                        .update()
                == 1;
    }

    /** False when it was over already. */
    boolean decide(UUID id, State outcome, Caller by, @Nullable String word, Instant now) {
        return jdbc.sql(DECIDE)
                        .param("id", id)
                        .param("outcome", outcome.name())
                        .param("by", by.subject())
                        .param("byName", by.name())
                        .param("word", word)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<Kept> find(UUID id, Instant now) {
        return jdbc.sql("select * from approval_request where id = ?")
                .param(id)
                .query((row, number) -> kept(row, now))
                .optional();
    }

    /** What waits right now, the oldest first. */
    List<Kept> waiting(@Nullable List<String> stores, Instant now) {
        return jdbc.sql("""
                        select * from approval_request
                        where outcome is null and expires_at > :now and (:stores::text[] is null or store_id = any(:stores::text[]))
                        order by recorded_at, id limit 100""")
                .param("now", Timestamp.from(now))
                .param("stores", stores == null ? null : stores.toArray(String[]::new))
                .query((row, number) -> kept(row, now))
                .list();
    }

    private Kept kept(ResultSet row, Instant now) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        Instant expiresAt = row.getTimestamp("expires_at").toInstant();
        ApprovalRequest request = new ApprovalRequest(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("body"), ApprovalQuestion.class),
                roles((String[]) row.getArray("approvers").getArray()),
                state(row.getString("outcome"), expiresAt, now),
                row.getTimestamp("recorded_at").toInstant(),
                expiresAt,
                row.getString("decided_by"),
                row.getString("decided_by_name"),
                row.getString("word"),
                decidedAt == null ? null : decidedAt.toInstant());
        return new Kept(request, row.getString("sent_by"), row.getBytes("fingerprint"));
    }

    private static State state(@Nullable String outcome, Instant expiresAt, Instant now) {
        if (outcome != null) {
            return State.valueOf(outcome);
        }
        return expiresAt.isAfter(now) ? State.WAITING : State.EXPIRED;
    }

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** @param sentBy subject of the token that brought it */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(ApprovalRequest request, String sentBy, byte[] fingerprint) {

        boolean wasAskedBy(Caller caller) {
            return caller.subject().equals(sentBy)
                    || caller.subject().equals(request.question().askedBy().id());
        }
    }
}
