package io.tillstream.local.check;

import io.tillstream.local.Part;
import io.tillstream.local.check.SideBySide.Side;
import java.sql.SQLException;

/** What customers paid for goods that are set aside is still there, and the books owe it. */
final class DepositsAreOwed implements Invariant {

    private static final String OVERSPENT = """
            select 'layaway ' || layaway_id || ' of store ' || store_id || ': deposits come to ' || sum(deposit_amount)
                   || ', and no anomaly says so'
            from sale where layaway_id is not null
            group by store_id, layaway_id
            having sum(deposit_amount) < 0
               and not bool_or(exists (select from sale_anomaly odd where odd.sale_id = sale.id and odd.kind = 'DEPOSIT_OVERSPENT'))
            """;

    private static final String HELD = """
            select (store_id || ' ' || currency) collate "C", trim_scale(sum(deposit_amount))::text
            from sale where layaway_id is not null
            group by store_id, currency having sum(deposit_amount) <> 0 order by 1
            """;

    private static final String OWED = """
            select (store_id || ' ' || currency) collate "C", trim_scale(sum(credit - debit))::text
            from account_day join ledger_account on code = account and used_for = 'DEPOSIT'
            group by store_id, currency having sum(credit - debit) <> 0 order by 1
            """;

    @Override
    public String name() {
        return "deposits-are-owed";
    }

    @Override
    public String promise() {
        return "the ledger owes what deposits come to in each store; none is spent twice without an anomaly";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return databases
                .verdict(Part.ORDER, "select count(*) from sale", OVERSPENT)
                .and(new SideBySide(new Side("order", Part.ORDER, HELD), new Side("finance", Part.FINANCE, OWED))
                        .compare(databases));
    }
}
