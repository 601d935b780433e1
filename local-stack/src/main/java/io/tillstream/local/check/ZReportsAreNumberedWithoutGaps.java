package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;

final class ZReportsAreNumberedWithoutGaps implements Invariant {

    private static final String VIOLATIONS = """
            with numbered as (
                select till_id, z_number,
                       lag(z_number, 1, 0::bigint) over (partition by till_id order by z_number) as before
                from till_session where closed_at is not null
            )
            select 'till ' || till_id || ': Z report ' || z_number || ' follows ' || before
            from numbered where z_number <> before + 1 order by till_id, z_number
            """;

    @Override
    public String name() {
        return "z-reports-are-gapless";
    }

    @Override
    public String promise() {
        return "each till numbers its closings 1, 2, 3 … without a gap or a repeat";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return databases.verdict(
                Part.ORDER, "select count(*) from till_session where closed_at is not null", VIOLATIONS);
    }
}
