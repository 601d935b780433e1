package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;

final class SessionsMatchTheirSales implements Invariant {

    // what reaches us after its session was closed is shown to a manager beside the closing; it does not make the
    // closing false
    private static final String VIOLATIONS = """
            with cash as (
                select sale_id, sum(amount) filter (where type = 'CASH' and foreign_currency is null) as amount
                from tender group by sale_id
            ), rung as (
                select session.id, count(sale.id) filter (where sale.document_type in ('SALE', 'EXCHANGE')) as sales,
                       count(sale.id) filter (where sale.document_type = 'RETURN') as returns,
                       coalesce(sum(coalesce(cash.amount, 0) - sale.change), 0) as cash
                from till_session session
                left join sale on sale.till_session_id = session.id and sale.recorded_at <= session.closing_recorded_at
                left join cash on cash.sale_id = sale.id
                where session.closed_at is not null
                group by session.id
            ), moved as (
                select session.id,
                       coalesce(sum(case movement.kind when 'PAY_IN' then movement.amount else -movement.amount end), 0) as cash
                from till_session session
                left join cash_movement movement
                     on movement.till_session_id = session.id and movement.recorded_at <= session.closing_recorded_at
                group by session.id
            )
            select 'session ' || session.id || ': closed with ' || session.sales || ' sales, ' || session.returns
                   || ' returns, ' || session.expected_cash || ' cash; recomputed ' || rung.sales || ', ' || rung.returns
                   || ', ' || session.opening_float + rung.cash + moved.cash
            from till_session session join rung on rung.id = session.id join moved on moved.id = session.id
            where session.sales <> rung.sales or session.returns <> rung.returns
               or session.cash_moved <> moved.cash
               or session.expected_cash <> session.opening_float + rung.cash + moved.cash
            union all
            select 'session ' || id || ': closed with ' || coalesce(told.amount, 0) || ' ' || currency || ', recomputed '
                   || coalesce(taken.amount, 0)
            from (
                select session.id, each ->> 'currency' as currency, (each ->> 'expected')::numeric as amount
                from till_session session cross join lateral jsonb_array_elements(session.foreign_cash) as each
            ) told full join (
                select session.id, tender.foreign_currency::text as currency, sum(tender.foreign_amount) as amount
                from till_session session
                join sale on sale.till_session_id = session.id and sale.recorded_at <= session.closing_recorded_at
                join tender on tender.sale_id = sale.id and tender.foreign_currency is not null
                group by 1, 2
            ) taken using (id, currency)
            where coalesce(told.amount, 0) <> coalesce(taken.amount, 0)
            """;

    @Override
    public String name() {
        return "sessions-match-their-sales";
    }

    @Override
    public String promise() {
        return "a closed till session counts the sales, returns and cash that its sales and cash movements sum to, in each currency";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return databases.verdict(
                Part.ORDER, "select count(*) from till_session where closed_at is not null", VIOLATIONS);
    }
}
