package io.tillstream.order.sale.archive;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything a store ever traded, recomputed from its sales: values are quantity x unit price at full precision, before any
 * discount or rounding; {@code chargedTotal} is what the receipts say.
 */
record TradingTotals(
        long rows,
        long saleDocuments,
        long returnDocuments,
        BigDecimal salesValue,
        BigDecimal returnsValue,
        BigDecimal netValue,
        BigDecimal netUnits,
        long stockCodes,
        BigDecimal chargedTotal) {

    /** Adds them up. A document of another system is a return when its number there begins with C. */
    @Component
    static class Recount {

        private static final String RECOUNT = """
                with document as (
                    select id, total,
                           case when external_reference is null then document_type = 'RETURN'
                                else external_reference like 'C%' end as is_return
                    from sale where store_id = ? and document_type <> 'DEPOSIT'),
                documents as (
                    select count(*) filter (where not is_return) as sale_documents,
                           count(*) filter (where is_return) as return_documents,
                           coalesce(sum(total), 0) as charged_total
                    from document),
                by_sku as (
                    select l.sku, count(*) as rows, sum(l.quantity) as units,
                           sum(l.quantity * l.unit_price) filter (where not d.is_return) as sales,
                           sum(l.quantity * l.unit_price) filter (where d.is_return) as returns
                    from document d join sale_line l on l.sale_id = d.id
                    group by l.sku),
                lines as (
                    select coalesce(sum(rows), 0) as rows, coalesce(sum(units), 0) as net_units, count(*) as stock_codes,
                           coalesce(sum(sales), 0) as sales_value, coalesce(sum(returns), 0) as returns_value
                    from by_sku)
                select rows, sale_documents, return_documents, trim_scale(sales_value) as sales_value,
                       trim_scale(returns_value) as returns_value, trim_scale(sales_value + returns_value) as net_value,
                       trim_scale(net_units) as net_units, stock_codes, trim_scale(charged_total) as charged_total
                from lines, documents
                """;

        private final JdbcClient jdbc;

        Recount(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        TradingTotals of(String storeId) {
            return jdbc.sql(RECOUNT).param(storeId).query(TradingTotals.class).single();
        }
    }
}
