package io.tillstream.order.journal;

import io.tillstream.order.journal.JournalExport.Part;
import io.tillstream.platform.id.UuidV7;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journals, which are only ever added to: the service's role may neither change nor remove what is in them. */
@Repository
class JournalStore {

    private static final String ADD = """
            insert into journal_entry (device_id, number, kind, subject, occurred_at, recorded_at, previous_hash, hash, signature,
                                       payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint journal_entry_pk do nothing
            """;

    private static final String WRITE_DOWN = """
            insert into journal_finding (id, device_id, number, kind, detail, sent, sent_hash, found_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint journal_finding_once do nothing
            """;

    private static final String BROKEN = """
            select e.number from journal_entry e
            join device d on d.id = e.device_id
            left join journal_entry p on p.device_id = e.device_id and p.number = e.number - 1
            where e.device_id = ? and e.number between ? and ?
              and e.previous_hash <> case when e.number = 1 then coalesce(d.follows_hash, ?) else p.hash end
            """;

    private static final String PROCEED = """
            update journal_progress progress
            set complete_to = arrived.complete_to, last = arrived.last,
                waiting_since = case when arrived.complete_to < arrived.last then coalesce(waiting_since, ?) end
            from (select coalesce(max(number) filter (where number = complete_to + position), min(complete_to)) as complete_to,
                         max(number) as last
                  from (select known.complete_to, entry.number, row_number() over (order by entry.number) as position
                        from journal_progress known join journal_entry entry on entry.device_id = known.device_id
                        where known.device_id = ? and entry.number > known.complete_to) numbered) arrived
            where progress.device_id = ? and arrived.last is not null
            """;

    /** What stands for the hash of the entry before the first, where no device was known before. */
    static final byte[] NOTHING = new byte[32];

    private final JdbcClient jdbc;
    private final Clock clock;

    JournalStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An entry whose signature is right. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(
            UUID device,
            long number,
            String kind,
            UUID subject,
            Instant at,
            byte[] previous,
            String payload,
            byte[] signature) {

        byte[] hash() {
            return sha256(payload);
        }
    }

    /** Whoever else hands in for this device waits until this transaction is over. */
    void lock(UUID device) {
        jdbc.sql(
                        "insert into journal_progress values (?, 0, 0, null) on conflict on constraint journal_progress_pk do nothing")
                .param(device)
                .update();
        jdbc.sql("select 1 from journal_progress where device_id = ? for update")
                .param(device)
                .query()
                .singleRow();
    }

    /** Writes down how far the journal has arrived now, and since when something before its end is waited for. */
    void proceed(UUID device) {
        jdbc.sql(PROCEED)
                .params(Timestamp.from(clock.instant()), device, device)
                .update();
    }

    /** False when another entry has this number; the same one again is stored already. */
    boolean add(Entry entry) {
        int added = jdbc.sql(ADD)
                .params(
                        entry.device(),
                        entry.number(),
                        entry.kind(),
                        entry.subject(),
                        Timestamp.from(entry.at()),
                        Timestamp.from(clock.instant()),
                        entry.previous(),
                        entry.hash(),
                        entry.signature(),
                        entry.payload())
                .update();
        return added == 1 || MessageDigest.isEqual(hashOf(entry.device(), entry.number()), entry.hash());
    }

    private byte[] hashOf(UUID device, long number) {
        return jdbc.sql("select hash from journal_entry where device_id = ? and number = ?")
                .params(device, number)
                .query(byte[].class)
                .single();
    }

    void writeDown(UUID device, long number, FindingKind kind, String detail, SignedEntry sent) {
        String text = sent.payload() + "\n" + sent.signature();
        jdbc.sql(WRITE_DOWN)
                .params(
                        UuidV7.next(),
                        device,
                        number,
                        kind.name(),
                        detail,
                        text,
                        sha256(text),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Numbers whose entry does not hold the hash of the one before, as far as both are here. */
    List<Long> brokenBetween(UUID device, long first, long last) {
        return jdbc.sql(BROKEN)
                .params(device, first, last, NOTHING)
                .query((row, at) -> row.getLong(1))
                .list();
    }

    SignedEntry entry(UUID device, long number) {
        return jdbc.sql("select payload, signature from journal_entry where device_id = ? and number = ?")
                .params(device, number)
                .query((row, at) -> signed(row))
                .single();
    }

    /** The devices of a store, till after till, in the order in which they followed each other. */
    List<UUID> devicesOf(String storeId) {
        return jdbc.sql("select id from device where store_id = ? order by till_id, epoch")
                .param(storeId)
                .query((row, at) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Entries of a device in order, in one look at the database. */
    void forEach(UUID device, Part part, Consumer<SignedEntry> reader) {
        jdbc.sql(
                        "select payload, signature from journal_entry where device_id = ? and number > ? order by number limit ?")
                .withFetchSize(500)
                .params(device, part.after(), part.most())
                .query((RowCallbackHandler) row -> reader.accept(signed(row)));
    }

    private static SignedEntry signed(ResultSet row) throws SQLException {
        return new SignedEntry(row.getString("payload"), Base64.getEncoder().encodeToString(row.getBytes("signature")));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
