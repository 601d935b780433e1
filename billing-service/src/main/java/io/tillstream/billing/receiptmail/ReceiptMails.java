package io.tillstream.billing.receiptmail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is to be sent and what became of it. Address and receipt are gone from a row as soon as it is over. */
@Component
class ReceiptMails {

    private final JdbcClient database;
    private final JsonMapper json;

    ReceiptMails(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    record Stored(ReceiptMail mail, byte[] fingerprint) {}

    Optional<Stored> find(UUID id) {
        return database.sql("select * from receipt_mail where id = ?")
                .param(id)
                .query((row, no) -> new Stored(mail(row), row.getBytes("fingerprint")))
                .optional();
    }

    /** Whoever asks for the same sale waits until this transaction ends. */
    void lock(UUID saleId) {
        database.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(saleId.toString())
                .query(Integer.class)
                .single();
    }

    /** How many receipts of a sale are sent or on their way. */
    int countOf(UUID saleId) {
        return database.sql("select count(*) from receipt_mail where sale_id = ? and state <> 'FAILED'")
                .param(saleId)
                .query(Integer.class)
                .single();
    }

    void add(UUID id, ReceiptMailRequest request, String address, byte[] fingerprint, String askedBy, Instant now) {
        database.sql("""
                        insert into receipt_mail (id, store_id, sale_id, state, address, receipt, asked_by, asked_at,
                                                  next_attempt_at, fingerprint)
                        values (?, ?, ?, 'WAITING', ?, ?::json, ?, ?, ?, ?)""")
                .params(
                        id,
                        request.storeId(),
                        request.saleId(),
                        address,
                        json.writeValueAsString(request.receipt()),
                        askedBy,
                        Timestamp.from(now),
                        Timestamp.from(now),
                        fingerprint)
                .update();
    }

    /** The one that has waited longest for its try; nobody else takes it before the lease is over. */
    Optional<Due> takeDue(Instant now, Duration lease) {
        return database.sql("""
                        update receipt_mail set attempts = attempts + 1, next_attempt_at = ?
                        where id = (select id from receipt_mail where state = 'WAITING' and next_attempt_at <= ?
                                    order by next_attempt_at limit 1 for update skip locked)
                        returning *""")
                .params(Timestamp.from(now.plus(lease)), Timestamp.from(now))
                .query((row, no) -> due(row))
                .optional();
    }

    void sent(UUID id, Instant now) {
        database.sql("""
                        update receipt_mail set state = 'SENT', sent_at = ?, address = null, receipt = null, problem = null
                        where id = ? and state = 'WAITING'""").params(Timestamp.from(now), id).update();
    }

    void tryAgain(UUID id, String problem, Instant at) {
        database.sql("update receipt_mail set problem = ?, next_attempt_at = ? where id = ? and state = 'WAITING'")
                .params(problem, Timestamp.from(at), id)
                .update();
    }

    void giveUp(UUID id, String problem) {
        database.sql("""
                        update receipt_mail set state = 'FAILED', problem = ?, address = null, receipt = null
                        where id = ? and state = 'WAITING'""").params(problem, id).update();
    }

    private Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getString("store_id"),
                row.getObject("sale_id", UUID.class),
                row.getString("address"),
                json.readValue(row.getString("receipt"), MailedReceipt.class),
                row.getInt("attempts"),
                row.getTimestamp("asked_at").toInstant());
    }

    private static ReceiptMail mail(ResultSet row) throws SQLException {
        Timestamp sentAt = row.getTimestamp("sent_at");
        return new ReceiptMail(
                row.getObject("id", UUID.class),
                row.getString("store_id"),
                row.getObject("sale_id", UUID.class),
                ReceiptMail.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("problem"),
                row.getTimestamp("asked_at").toInstant(),
                sentAt == null ? null : sentAt.toInstant());
    }
}
