package io.tillstream.local.check;

import io.tillstream.local.Part;
import io.tillstream.local.check.SideBySide.Side;
import java.sql.SQLException;

final class SaleCopiesMatchSales implements Invariant {

    @Override
    public String name() {
        return "sale-copies-match-sales";
    }

    @Override
    public String promise() {
        return "billing can invoice each sale, and each customer's purchases are the sales they were named in";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        Side sold = new Side("order", Part.ORDER, """
                        select id::text collate "C", store_id || ' ' || trim_scale(total) || ' ' || currency
                        from sale order by 1""");
        Side copied = new Side("billing", Part.BILLING, """
                        select sale_id::text collate "C", (body ->> 'storeId') || ' '
                               || trim_scale((body ->> 'total')::numeric) || ' ' || (body ->> 'currency')
                        from (select sale_id, body::jsonb as body from sale_copy offset 0) copy order by 1""");
        Side named = new Side("order", Part.ORDER, """
                        select id::text collate "C", customer_id || ' ' || trim_scale(total)
                        from sale where customer_id is not null order by 1""");
        Side bought = new Side("customer", Part.CUSTOMER, """
                        select sale_id::text collate "C", customer_id || ' ' || trim_scale(total)
                        from purchase order by 1""");
        return new SideBySide(sold, copied).compare(databases).and(new SideBySide(named, bought).compare(databases));
    }
}
