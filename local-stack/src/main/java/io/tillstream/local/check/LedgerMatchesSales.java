package io.tillstream.local.check;

import io.tillstream.local.Part;
import io.tillstream.local.check.SideBySide.Side;
import java.sql.SQLException;

final class LedgerMatchesSales implements Invariant {

    private static final String SOLD = """
            select id::text collate "C", trim_scale(total)::text
                   || ' of which tax '
                   || trim_scale((select coalesce(sum((share ->> 'tax')::numeric), 0)
                                  from jsonb_array_elements(taxes) share))::text
                   || ' and tip ' || trim_scale(coalesce(tip, 0))::text
                   || ' and deposit ' || trim_scale(coalesce(deposit_amount, 0))::text
            from sale order by 1
            """;

    private static final String POSTED = """
            select entry.source_id::text collate "C",
                   trim_scale(coalesce(-sum(posting.amount) filter (
                       where account.used_for in ('SALES_REVENUE', 'OUTPUT_TAX')), 0))::text
                   || ' of which tax '
                   || trim_scale(coalesce(-sum(posting.amount) filter (where account.used_for = 'OUTPUT_TAX'), 0))::text
                   || ' and tip '
                   || trim_scale(coalesce(-sum(posting.amount) filter (where account.used_for = 'TIPS'), 0))::text
                   || ' and deposit '
                   || trim_scale(coalesce(-sum(posting.amount) filter (where account.used_for = 'DEPOSIT'), 0))::text
            from journal_entry entry
            left join posting on posting.entry_id = entry.id
            left join ledger_account account on account.code = posting.account
            where entry.source_type = 'SALE'
            group by entry.source_id order by 1
            """;

    @Override
    public String name() {
        return "ledger-matches-sales";
    }

    @Override
    public String promise() {
        return "each acknowledged sale is in the ledger once, with its revenue, its tax, its tip and its deposit";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return new SideBySide(new Side("order", Part.ORDER, SOLD), new Side("finance", Part.FINANCE, POSTED))
                .compare(databases);
    }
}
