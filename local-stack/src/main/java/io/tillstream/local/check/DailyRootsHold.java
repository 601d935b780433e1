package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every daily root follows the one before, and holds no less of any journal. */
final class DailyRootsHold implements Invariant {

    private static final String COLUMNS = """
            select 'daily root ' || number || ' of ' || store_id || ': the columns beside it say otherwise'
            from daily_root
            cross join lateral (select case when payload is json object then payload::jsonb end as says) told
            where hash <> sha256(convert_to(payload, 'UTF8'))
               or encode(previous_hash, 'hex') is distinct from says ->> 'previous'
               or number::text is distinct from says ->> 'number'
               or business_date::text is distinct from says ->> 'businessDate'
            """;

    private final Set<String> kept;

    /** @param kept hashes of roots that somebody keeps outside */
    DailyRootsHold(Set<String> kept) {
        this.kept = kept;
    }

    @Override
    public String name() {
        return "daily-roots-hold";
    }

    @Override
    public String promise() {
        return "each daily root of a store follows the one before and holds no less of any journal; roots kept outside are among them";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        List<String> wrong = new ArrayList<>();
        DailyRoots roots = DailyRoots.read(databases, flaw -> wrong.add(flaw.words()));
        roots.mustBeThere(databases.texts(Part.ORDER, "select id from device"));
        kept.stream()
                .filter(hash -> !roots.hold(hash))
                .forEach(hash -> wrong.add(
                        "the daily root %s, which you kept, is not there: what came before it was changed or removed"
                                .formatted(hash)));
        return Verdict.of(roots.count(), wrong).and(databases.verdict(Part.ORDER, "select 0", COLUMNS));
    }
}
