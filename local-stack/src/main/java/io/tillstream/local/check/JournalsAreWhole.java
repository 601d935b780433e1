package io.tillstream.local.check;

import io.tillstream.journal.FollowedEntry;
import io.tillstream.journal.JournalChain;
import io.tillstream.journal.JournalDevice;
import io.tillstream.journal.RootedHead;
import io.tillstream.journal.SignedEntry;
import io.tillstream.journal.Succession;
import io.tillstream.local.Part;
import io.tillstream.local.check.Databases.Cursor;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every hash and every signature of every till's journal, made again. */
final class JournalsAreWhole implements Invariant {

    private static final String FIRST_ENTRIES = """
            select entry.payload from journal_entry entry join device on device.id = entry.device_id
            where entry.number = 1 and device.epoch > 1
            """;

    /** Devices without an entry as well: what the next one followed may have been removed. */
    private static final String ENTRIES = """
            select device.id, device.till_id, device.epoch, translate(encode(device.public_key, 'base64'), E'\\n', ''),
                   device.follows_device, device.follows_number, encode(device.follows_hash, 'hex'),
                   entry.payload, translate(encode(entry.signature, 'base64'), E'\\n', '')
            from device left join journal_entry entry on device.id = entry.device_id
            order by device.till_id, device.epoch, entry.number
            """;

    private static final String COLUMNS = """
            select 'till ' || device.till_id || ', device no. ' || device.epoch || ': the columns beside entry ' || entry.number
                   || ' say otherwise'
            from journal_entry entry join device on device.id = entry.device_id
            cross join lateral (select case when entry.payload is json object then entry.payload::jsonb end as says) payload
            where entry.hash <> sha256(convert_to(entry.payload, 'UTF8'))
               or encode(entry.previous_hash, 'hex') is distinct from says ->> 'previous'
               or entry.number::text is distinct from says ->> 'number'
               or entry.kind is distinct from says ->> 'kind'
               or entry.subject::text is distinct from says ->> 'subject'
               or entry.occurred_at is distinct from
                  case when pg_input_is_valid(says ->> 'at', 'timestamptz') then (says ->> 'at')::timestamptz end
            """;

    @Override
    public String name() {
        return "journals-are-whole";
    }

    @Override
    public String promise() {
        return "each entry of a till's journal is there, signed by its device, and holds the hash of the one before,"
                + " also where one device took another's place, and as daily roots hold it";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException, GeneralSecurityException {
        List<String> wrong = new ArrayList<>();
        long checked = 0;
        List<Succession> successions = successions(databases);
        List<RootedHead> heads = DailyRoots.read(databases, flaw -> {}).heads();
        JournalDevice device = null;
        JournalChain chain = null;
        try (Cursor rows = databases.rows(Part.ORDER, ENTRIES)) {
            while (rows.next()) {
                JournalDevice next = device(rows);
                if (chain == null || !next.equals(device)) {
                    checked += ended(chain);
                    chain = new JournalChain(next, successions, heads, flaw -> wrong.add(flaw.words()));
                    device = next;
                }
                if (!rows.text(8).isEmpty()) {
                    chain.add(new SignedEntry(rows.text(8), rows.text(9)));
                }
            }
        }
        return Verdict.of(checked + ended(chain), wrong).and(databases.verdict(Part.ORDER, "select 0", COLUMNS));
    }

    private static List<Succession> successions(Databases databases) throws SQLException {
        return databases.texts(Part.ORDER, FIRST_ENTRIES).stream()
                .flatMap(payload -> Succession.in(new SignedEntry(payload, "")).stream())
                .toList();
    }

    private static JournalDevice device(Cursor row) throws SQLException {
        FollowedEntry follows =
                row.text(5).isEmpty() ? null : new FollowedEntry(row.text(5), Long.parseLong(row.text(6)), row.text(7));
        return new JournalDevice(row.text(1), row.text(2), Integer.parseInt(row.text(3)), row.text(4), follows);
    }

    private static long ended(@Nullable JournalChain chain) {
        return chain == null ? 0 : chain.end();
    }
}
