package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;

final class TendersMatchTotals implements Invariant {

    private static final String VIOLATIONS = """
            with paid as (select sale_id, sum(amount) as amount from tender group by sale_id),
            sold as (
                select sale.*, coalesce(paid.amount, 0) - change as kept, total + cash_rounding + coalesce(tip, 0) + coalesce(deposit_amount, 0) as due
                from sale left join paid on paid.sale_id = sale.id
            )
            select 'sale ' || id || ': tenders - change ' || kept || ', total + rounding + tip + deposit ' || due
            from sold where kept <> due
            union all
            select 'session ' || till_session_id || ': tenders - change ' || sum(kept) || ', total + rounding + tip + deposit '
                   || sum(due)
            from sold where till_session_id is not null
            group by till_session_id having sum(kept) <> sum(due)
            union all
            select 'store ' || store_id || ' on ' || business_date || ': tenders - change ' || sum(kept)
                   || ', total + rounding + tip + deposit ' || sum(due)
            from sold group by store_id, business_date having sum(kept) <> sum(due)
            union all
            select 'tender of no sale: ' || sale_id from tender where not exists (select from sale where id = sale_id)
            """;

    @Override
    public String name() {
        return "tenders-match-totals";
    }

    @Override
    public String promise() {
        return "tenders - change = total + cash rounding + tip + deposit, for each sale, session and day";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return databases.verdict(Part.ORDER, "select count(*) from sale", VIOLATIONS);
    }
}
