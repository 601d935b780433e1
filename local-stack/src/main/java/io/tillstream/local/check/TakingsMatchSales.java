package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;

final class TakingsMatchSales implements Invariant {

    private static final String BY_HOUR = """
            with sold as (
                select sale.store_id, business_date,
                       extract(hour from occurred_at at time zone store.time_zone)::smallint as hour, till_id,
                       coalesce(rung_up_by, cashier) as cashier,
                       count(*) filter (where document_type <> 'RETURN') as sales,
                       count(*) filter (where document_type = 'RETURN') as returns,
                       sum((select sum(quantity) from sale_line where sale_id = sale.id)) as units,
                       sum(total) as gross,
                       sum((select coalesce(sum((share ->> 'tax')::numeric), 0)
                            from jsonb_array_elements(taxes) share)) as tax
                from sale join store on store.id = sale.store_id
                where document_type <> 'DEPOSIT'
                group by 1, 2, 3, 4, 5
            )
            select 'store ' || store_id || ' till ' || till_id || ' on ' || business_date || ' at ' || hour || ': takings '
                   || coalesce(taken.sales, 0) || ' + ' || coalesce(taken.returns, 0) || ' documents, gross '
                   || coalesce(taken.gross, 0) || ', tax ' || coalesce(taken.tax, 0) || '; sales '
                   || coalesce(sold.sales, 0) || ' + ' || coalesce(sold.returns, 0) || ', '
                   || coalesce(sold.gross, 0) || ', ' || coalesce(sold.tax, 0)
            from takings_by_hour taken full join sold using (store_id, business_date, hour, till_id, cashier)
            where (taken.sales, taken.returns, taken.units, taken.gross, taken.tax)
                  is distinct from (sold.sales, sold.returns, sold.units, sold.gross, sold.tax)
            """;

    private static final String BY_PRODUCT = """
            with sold as (
                select store_id, business_date, sku, sum(quantity) as units, sum(amount) as gross
                from sale_line join sale on sale.id = sale_id group by 1, 2, 3
            )
            select 'store ' || store_id || ' product ' || sku || ' on ' || business_date || ': takings '
                   || coalesce(taken.units, 0) || ' units, ' || coalesce(taken.gross, 0) || '; sales '
                   || coalesce(sold.units, 0) || ', ' || coalesce(sold.gross, 0)
            from takings_by_product taken full join sold using (store_id, business_date, sku)
            where (taken.units, taken.gross) is distinct from (sold.units, sold.gross)
            """;

    @Override
    public String name() {
        return "takings-match-sales";
    }

    @Override
    public String promise() {
        return "the manager's takings by hour, till, cashier and product are what the sales sum to";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return databases
                .verdict(Part.ORDER, "select count(*) from takings_by_hour", BY_HOUR)
                .and(databases.verdict(Part.ORDER, "select count(*) from takings_by_product", BY_PRODUCT));
    }
}
