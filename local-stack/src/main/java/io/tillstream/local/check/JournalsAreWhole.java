package io.tillstream.local.check;

import io.tillstream.journal.JournalChain;
import io.tillstream.journal.JournalDevice;
import io.tillstream.journal.SignedEntry;
import io.tillstream.local.Part;
import io.tillstream.local.check.Databases.Cursor;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every hash and every signature of every till's journal, made again. */
final class JournalsAreWhole implements Invariant {

    private static final String ENTRIES = """
            select device.id, device.till_id, device.epoch, translate(encode(device.public_key, 'base64'), E'\\n', ''),
                   entry.payload, translate(encode(entry.signature, 'base64'), E'\\n', '')
            from journal_entry entry join device on device.id = entry.device_id
            order by device.till_id, device.epoch, entry.number
            """;

    @Override
    public String name() {
        return "journals-are-whole";
    }

    @Override
    public String promise() {
        return "each entry of a till's journal is there, signed by its device, and holds the hash of the one before";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException, GeneralSecurityException {
        List<String> wrong = new ArrayList<>();
        long checked = 0;
        JournalDevice device = null;
        JournalChain chain = null;
        try (Cursor rows = databases.rows(Part.ORDER, ENTRIES)) {
            while (rows.next()) {
                JournalDevice next =
                        new JournalDevice(rows.text(1), rows.text(2), Integer.parseInt(rows.text(3)), rows.text(4));
                if (chain == null || !next.equals(device)) {
                    checked += ended(chain);
                    chain = new JournalChain(next, wrong::add);
                    device = next;
                }
                chain.add(new SignedEntry(rows.text(5), rows.text(6)));
            }
        }
        return Verdict.of(checked + ended(chain), wrong);
    }

    private static long ended(@Nullable JournalChain chain) {
        return chain == null ? 0 : chain.end();
    }
}
