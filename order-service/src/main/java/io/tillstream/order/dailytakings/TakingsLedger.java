package io.tillstream.order.dailytakings;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds sales to the takings: a batch of new ones, or all of them anew. The same statements do both, so a rebuild cannot differ.
 * Rows are written in key order, which keeps concurrent batches from locking each other out.
 */
@Component
class TakingsLedger {

    private static final String THIS_BATCH = "s.id = any(?)";

    /** What the consumer has counted: a sale whose event still waits is left to the event. */
    private static final String ALL_COUNTED =
            "exists (select from inbox i where i.consumer = 'takings' and i.event_id = s.event_id)";

    private static final String HOLD_BATCHES =
            "lock table takings_by_hour, takings_by_product, takings_progress in share row exclusive mode";

    private static final String ADD_HOURS = """
            insert into takings_by_hour as t
                (store_id, business_date, hour, till_id, cashier, cashier_name, sales, returns, units, gross, net, tax)
            select s.store_id, s.business_date, local.hour, s.till_id,
                   coalesce(s.rung_up_by, s.cashier), max(coalesce(s.rung_up_by_name, s.cashier_name)),
                   count(*) filter (where s.document_type <> 'RETURN'), count(*) filter (where s.document_type = 'RETURN'),
                   sum(sold.units), sum(s.total), sum(s.total) - sum(taxed.tax), sum(taxed.tax)
            from sale s
            left join store on store.id = s.store_id
            cross join lateral (
                select extract(hour from s.occurred_at at time zone coalesce(store.time_zone, 'UTC'))::smallint) as local (hour)
            cross join lateral (
                select sum(l.quantity) from sale_line l where l.sale_id = s.id) as sold (units)
            cross join lateral (
                select coalesce(sum((share ->> 'tax')::numeric), 0) from jsonb_array_elements(s.taxes) as share) as taxed (tax)
            where %s and s.document_type <> 'DEPOSIT'
            group by 1, 2, 3, 4, 5
            order by 1, 2, 3, 4, 5
            on conflict on constraint takings_by_hour_pk do update
            set cashier_name = excluded.cashier_name, sales = t.sales + excluded.sales, returns = t.returns + excluded.returns,
                units = t.units + excluded.units, gross = t.gross + excluded.gross, net = t.net + excluded.net,
                tax = t.tax + excluded.tax
            """;

    /**
     * A line that says its tax has its own net. Else the net of each tax rate is shared among its lines in proportion to their
     * amounts, to four decimals; the last line of a rate takes what rounding leaves. So the products of a day add up to exactly the
     * day's net.
     */
    private static final String ADD_PRODUCTS = """
            with share as (
                select s.id as sale_id, tax.category, tax.rate, tax.net, tax.gross
                from sale s, jsonb_to_recordset(s.taxes) as tax (category text, rate numeric, net numeric, gross numeric)
                where %1$s),
            line as (
                select s.store_id, s.business_date, l.*, share.net as rate_net,
                       case when l.tax is not null then l.amount - l.tax
                            when coalesce(share.gross, 0) = 0 then l.amount
                            else round(l.amount * share.net / share.gross, 4) end as net_share
                from sale s
                join sale_line l on l.sale_id = s.id
                left join share on share.sale_id = s.id and share.category = l.tax_category and share.rate = l.tax_rate
                where %1$s),
            netted as (
                select line.*, case when line_no = max(line_no) over rate then rate_net - sum(net_share) over rate else 0 end
                               as remainder
                from line
                window rate as (partition by sale_id, tax_category, tax_rate))
            insert into takings_by_product as t
                (store_id, business_date, sku, name, sales, returns, units, gross, net, tax)
            select store_id, business_date, sku, max(name), count(*) filter (where quantity > 0),
                   count(*) filter (where quantity < 0), sum(quantity), sum(amount),
                   sum(net_share + coalesce(remainder, 0)), sum(amount - net_share - coalesce(remainder, 0))
            from netted
            group by 1, 2, 3
            order by 1, 2, 3
            on conflict on constraint takings_by_product_pk do update
            set name = excluded.name, sales = t.sales + excluded.sales, returns = t.returns + excluded.returns,
                units = t.units + excluded.units, gross = t.gross + excluded.gross, net = t.net + excluded.net,
                tax = t.tax + excluded.tax
            """;

    private static final String ADVANCE = """
            insert into takings_progress as t (store_id, complete_to)
            select s.store_id, max(s.recorded_at) from sale s where %s group by 1 order by 1
            on conflict on constraint takings_progress_pk do update
            set complete_to = greatest(t.complete_to, excluded.complete_to)
            """;

    private final JdbcClient jdbc;

    TakingsLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds sales that were not added before. */
    void add(Collection<UUID> sales) {
        UUID[] ids = sales.toArray(UUID[]::new);
        jdbc.sql(ADD_HOURS.formatted(THIS_BATCH)).param(ids).update();
        jdbc.sql(ADD_PRODUCTS.formatted(THIS_BATCH)).param(ids).param(ids).update();
        jdbc.sql(ADVANCE.formatted(THIS_BATCH)).param(ids).update();
    }

    /**
     * Counts everything anew, while trading: batches of new sales wait until it is done, readers see the old figures until the
     * new ones stand.
     */
    @Transactional
    public void rebuild() {
        jdbc.sql(HOLD_BATCHES).update();
        for (String readModel : List.of("takings_by_hour", "takings_by_product", "takings_progress")) {
            jdbc.sql("delete from " + readModel).update();
        }
        jdbc.sql(ADD_HOURS.formatted(ALL_COUNTED)).update();
        jdbc.sql(ADD_PRODUCTS.formatted(ALL_COUNTED)).update();
        jdbc.sql(ADVANCE.formatted(ALL_COUNTED)).update();
    }
}
