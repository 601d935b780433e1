package io.tillstream.order.device;

import io.tillstream.platform.security.Caller;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What counts once and for a short while: codes, challenges, and how often somebody typed a wrong one. */
@Repository
class EnrolmentCodes {

    static final int MOST_TRIES = 5;
    static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Duration CODE_HOLDS = Duration.ofMinutes(10);
    private static final Duration CHALLENGE_HOLDS = Duration.ofMinutes(2);
    private static final int CHALLENGE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String KEEP_CODE = """
            insert into enrolment_code (till_id, store_id, code_hash, made_by, made_by_name, expires_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict on constraint enrolment_code_pk do update
            set store_id = excluded.store_id, code_hash = excluded.code_hash, made_by = excluded.made_by,
                made_by_name = excluded.made_by_name, expires_at = excluded.expires_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    EnrolmentCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody's word that a device may become this till. */
    record Permit(String tillId, String storeId, String by, String byName) {}

    NewCode make(String tillId, String storeId, Caller by) {
        EnrolmentCode code = EnrolmentCode.made();
        Instant expiresAt = clock.instant().plus(CODE_HOLDS);
        jdbc.sql(KEEP_CODE)
                .params(tillId, storeId, code.hash(), by.subject(), by.name(), Timestamp.from(expiresAt))
                .update();
        return new NewCode(code.text(), tillId, expiresAt);
    }

    /** The permit behind a code, which is used up by asking. */
    Optional<Permit> take(EnrolmentCode code) {
        return jdbc.sql("""
                        delete from enrolment_code where code_hash = ? and expires_at > ?
                        returning till_id, store_id, made_by, made_by_name
                        """)
                .params(code.hash(), now())
                .query((row, number) -> new Permit(
                        row.getString("till_id"),
                        row.getString("store_id"),
                        row.getString("made_by"),
                        row.getString("made_by_name")))
                .optional();
    }

    Challenge challenge() {
        byte[] random = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(random);
        Challenge made = new Challenge(
                Base64.getUrlEncoder().withoutPadding().encodeToString(random),
                clock.instant().plus(CHALLENGE_HOLDS));
        jdbc.sql("delete from enrolment_challenge where expires_at < ?")
                .param(now())
                .update();
        jdbc.sql("insert into enrolment_challenge (challenge, expires_at) values (?, ?)")
                .params(made.challenge(), Timestamp.from(made.expiresAt()))
                .update();
        return made;
    }

    /** Whether we made this challenge just now; it is used up by asking. */
    boolean takeChallenge(String challenge) {
        return jdbc.sql("delete from enrolment_challenge where challenge = ? and expires_at > ?")
                        .params(challenge, now())
                        .update()
                == 1;
    }

    void countFailure(Caller caller) {
        jdbc.sql("insert into enrolment_failure (caller, failed_at) values (?, ?)")
                .params(caller.subject(), now())
                .update();
    }

    int failuresOf(Caller caller) {
        jdbc.sql("delete from enrolment_failure where failed_at < ?")
                .param(Timestamp.from(clock.instant().minus(PAUSE)))
                .update();
        return jdbc.sql("select count(*) from enrolment_failure where caller = ?")
                .param(caller.subject())
                .query(Integer.class)
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
