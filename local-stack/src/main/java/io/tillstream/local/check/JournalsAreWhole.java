package io.tillstream.local.check;

import io.tillstream.journal.FollowedEntry;
import io.tillstream.journal.JournalChain;
import io.tillstream.journal.JournalDevice;
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

    @Override
    public String name() {
        return "journals-are-whole";
    }

    @Override
    public String promise() {
        return "each entry of a till's journal is there, signed by its device, and holds the hash of the one before,"
                + " also where one device took another's place";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException, GeneralSecurityException {
        List<String> wrong = new ArrayList<>();
        long checked = 0;
        List<Succession> successions = successions(databases);
        JournalDevice device = null;
        JournalChain chain = null;
        try (Cursor rows = databases.rows(Part.ORDER, ENTRIES)) {
            while (rows.next()) {
                JournalDevice next = device(rows);
                if (chain == null || !next.equals(device)) {
                    checked += ended(chain);
                    chain = new JournalChain(next, successions, wrong::add);
                    device = next;
                }
                if (!rows.text(8).isEmpty()) {
                    chain.add(new SignedEntry(rows.text(8), rows.text(9)));
                }
            }
        }
        return Verdict.of(checked + ended(chain), wrong);
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
