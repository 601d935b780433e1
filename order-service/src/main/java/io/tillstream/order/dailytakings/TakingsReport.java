package io.tillstream.order.dailytakings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the takings of a store for a range of trading days. */
@Component
class TakingsReport {

    private static final String SUMS = """
            coalesce(sum(t.sales), 0) as sales, coalesce(sum(t.returns), 0) as returns, coalesce(sum(t.units), 0) as units,
            coalesce(sum(t.gross), 0) as gross, coalesce(sum(t.net), 0) as net, coalesce(sum(t.tax), 0) as tax
            """;

    private static final String RANGE = "where t.store_id = :store and t.business_date between :from and :to";

    private final JdbcClient jdbc;

    TakingsReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Takings of(String storeId, LocalDate from, LocalDate to, GroupBy groupBy, int limit) {
        String currency = currencyOf(storeId);
        List<Takings.Group> items = jdbc.sql(groupBy.select())
                .param("store", storeId)
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query((row, number) ->
                        new Takings.Group(row.getString("key"), row.getString("label"), figures(row, currency)))
                .list();
        Figures total = jdbc.sql("select " + SUMS + " from takings_by_hour t " + RANGE)
                .param("store", storeId)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> figures(row, currency))
                .single();
        return new Takings(items, total, completeTo(storeId));
    }

    private String currencyOf(String storeId) {
        return jdbc.sql("select currency from store where id = ?")
                .param(storeId)
                .query(String.class)
                .optional()
                .orElse("EUR");
    }

    private @Nullable Instant completeTo(String storeId) {
        return jdbc.sql("select complete_to from takings_progress where store_id = ?")
                .param(storeId)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }

    private static Figures figures(ResultSet row, String currency) throws SQLException {
        return new Figures(
                        row.getLong("sales"),
                        row.getLong("returns"),
                        row.getBigDecimal("units"),
                        row.getBigDecimal("gross"),
                        row.getBigDecimal("net"),
                        row.getBigDecimal("tax"))
                .written(currency);
    }

    /** By what the takings are told apart, and how the groups are named and sorted. */
    enum GroupBy {
        HOUR("takings_by_hour t", "to_char(t.hour, 'FM00')", "to_char(t.hour, 'FM00') || ':00'", "key"),
        DAY("takings_by_hour t", "t.business_date::text", "t.business_date::text", "key"),
        PRODUCT("takings_by_product t", "t.sku", "max(t.name)", "gross desc, key"),
        TILL(
                "takings_by_hour t left join till on till.id = t.till_id",
                "t.till_id",
                "coalesce(max(till.name), t.till_id)",
                "key"),
        CASHIER("takings_by_hour t", "t.cashier", "max(t.cashier_name)", "key");

        private final String select;

        GroupBy(String source, String key, String label, String order) {
            this.select = "select " + key + " as key, " + label + " as label, " + SUMS + " from " + source + " " + RANGE
                    + " group by 1 order by " + order + " limit :limit";
        }

        String select() {
            return select;
        }
    }
}
