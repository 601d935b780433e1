package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;

final class InvoicesMatchTheirSales implements Invariant {

    private static final String VIOLATIONS = """
            with invoice as (
                select customer_invoice.*,
                       lag(sequence, 1, 0) over (partition by seller_key, year order by sequence) as before
                from customer_invoice
            )
            select 'invoice ' || number || ': total ' || total || ', its sale ' || sale_id || ' came to '
                   || coalesce(body::jsonb ->> 'total', 'nothing')
            from invoice left join sale_copy using (sale_id)
            where (body::jsonb ->> 'total')::numeric is distinct from total
            union all
            select 'invoice ' || number || ' of ' || seller_key || ' in ' || year || ' follows number ' || before
            from invoice where sequence <> before + 1
            union all
            select 'series ' || seller_key || ' of ' || year || ' is at ' || last_number || ', its last invoice is '
                   || coalesce(max(sequence), 0)
            from invoice_series left join customer_invoice using (seller_key, year)
            group by seller_key, year, last_number having last_number <> coalesce(max(sequence), 0)
            """;

    @Override
    public String name() {
        return "invoices-match-their-sales";
    }

    @Override
    public String promise() {
        return "each customer invoice comes to what its sale came to, and invoice numbers have no gap";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return databases.verdict(Part.BILLING, "select count(*) from customer_invoice", VIOLATIONS);
    }
}
