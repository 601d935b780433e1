package io.tillstream.local.check;

import io.tillstream.local.Part;
import io.tillstream.local.check.SideBySide.Side;
import java.sql.SQLException;

final class LedgerMatchesDrawers implements Invariant {

    private static final String MOVED = """
            select id::text collate "C", trim_scale(case kind when 'PAY_IN' then amount else -amount end)::text
            from cash_movement where amount <> 0
            union all
            select id::text collate "C", trim_scale(counted_cash - expected_cash)::text
            from till_session where closed_at is not null and counted_cash <> expected_cash
            order by 1
            """;

    private static final String POSTED = """
            select entry.source_id::text collate "C",
                   trim_scale(coalesce(sum(posting.amount) filter (where account.used_for = 'CASH'), 0))::text
            from journal_entry entry
            left join posting on posting.entry_id = entry.id
            left join ledger_account account on account.code = posting.account
            where entry.source_type in ('CASH_MOVEMENT', 'TILL_SESSION')
            group by entry.source_id order by 1
            """;

    @Override
    public String name() {
        return "ledger-matches-drawers";
    }

    @Override
    public String promise() {
        return "cash that was put in, taken out, found over or short is in the ledger once, to the cent";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return new SideBySide(new Side("order", Part.ORDER, MOVED), new Side("finance", Part.FINANCE, POSTED))
                .compare(databases);
    }
}
