package io.tillstream.order.journal;

import io.tillstream.order.journal.JournalState.Finding;
import io.tillstream.order.journal.JournalState.Gap;
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

    private static final String STATES = """
            select device.id, device.till_id, till.name, device.epoch, coalesce(progress.complete_to, 0) as complete_to,
                   kept.*, late.*
            from device
            left join journal_progress progress on progress.device_id = device.id
            join till on till.id = device.till_id
            cross join lateral (select count(*) as entries, coalesce(max(number), 0) as last, max(occurred_at) as last_at
                                from journal_entry where device_id = device.id) kept
            cross join lateral (select count(*) as after_successor
                                from device next join journal_entry entry on entry.device_id = device.id
                                where next.till_id = device.till_id and next.epoch = device.epoch + 1
                                  and entry.recorded_at > next.enrolled_at
                                  and entry.number > case when next.follows_device = device.id then next.follows_number else 0 end
                               ) late
            where device.store_id = ? order by till.name, till.id, device.epoch desc limit 500
            """;

    private static final String GAPS = """
            select before + 1 as first_missing, number - 1 as last_missing
            from (select number, lag(number, 1, 0::bigint) over (order by number) as before
                  from journal_entry where device_id = ?) numbered
            where number > before + 1 order by number limit 100
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

    List<JournalState> statesOf(String storeId) {
        return jdbc.sql(STATES).param(storeId).query((row, at) -> state(row)).list();
    }

    /** Every entry of a device in order, in one look at the database. */
    void forEach(UUID device, Consumer<SignedEntry> reader) {
        jdbc.sql("select payload, signature from journal_entry where device_id = ? order by number")
                .withFetchSize(500)
                .param(device)
                .query((RowCallbackHandler) row -> reader.accept(signed(row)));
    }

    private JournalState state(ResultSet row) throws SQLException {
        UUID device = row.getObject("id", UUID.class);
        Timestamp lastAt = row.getTimestamp("last_at");
        return new JournalState(
                device,
                row.getString("till_id"),
                row.getString("name"),
                row.getInt("epoch"),
                row.getLong("entries"),
                row.getLong("complete_to"),
                row.getLong("last"),
                lastAt == null ? null : lastAt.toInstant(),
                row.getLong("after_successor"),
                gaps(device),
                findings(device));
    }

    private List<Gap> gaps(UUID device) {
        return jdbc.sql(GAPS)
                .param(device)
                .query((row, at) -> new Gap(row.getLong("first_missing"), row.getLong("last_missing")))
                .list();
    }

    private List<Finding> findings(UUID device) {
        return jdbc.sql("""
                        select number, kind, detail, found_at from journal_finding
                        where device_id = ? order by found_at desc, id desc limit 100
                        """)
                .param(device)
                .query((row, at) -> new Finding(
                        row.getLong("number"),
                        FindingKind.valueOf(row.getString("kind")),
                        row.getString("detail"),
                        row.getTimestamp("found_at").toInstant()))
                .list();
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
