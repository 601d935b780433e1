package io.tillstream.order.dailytakings;

import io.tillstream.order.dailytakings.BatchTotals.HourKey;
import io.tillstream.order.dailytakings.BatchTotals.ProductKey;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds batches of sales to the takings. */
@Component
class TakingsLedger {

    private static final String ADD_HOURS = """
            insert into takings_by_hour as t
                (store_id, business_date, hour, till_id, cashier, cashier_name, sales, returns, units, gross, net, tax)
            select * from unnest(?::text[], ?::date[], ?::smallint[], ?::text[], ?::text[], ?::text[],
                                 ?::bigint[], ?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[])
            on conflict on constraint takings_by_hour_pk do update
            set cashier_name = excluded.cashier_name, sales = t.sales + excluded.sales, returns = t.returns + excluded.returns,
                units = t.units + excluded.units, gross = t.gross + excluded.gross, net = t.net + excluded.net,
                tax = t.tax + excluded.tax
            """;

    private static final String ADD_PRODUCTS = """
            insert into takings_by_product as t
                (store_id, business_date, sku, name, sales, returns, units, gross, net, tax)
            select * from unnest(?::text[], ?::date[], ?::text[], ?::text[],
                                 ?::bigint[], ?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[])
            on conflict on constraint takings_by_product_pk do update
            set name = excluded.name, sales = t.sales + excluded.sales, returns = t.returns + excluded.returns,
                units = t.units + excluded.units, gross = t.gross + excluded.gross, net = t.net + excluded.net,
                tax = t.tax + excluded.tax
            """;

    private static final String ADVANCE = """
            insert into takings_progress as t (store_id, complete_to)
            select * from unnest(?::text[], ?::timestamptz[])
            on conflict on constraint takings_progress_pk do update
            set complete_to = greatest(t.complete_to, excluded.complete_to)
            """;

    private final JdbcClient jdbc;

    TakingsLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<CompletedSale> sales) {
        BatchTotals batch = new BatchTotals(timeZones());
        sales.forEach(batch::add);
        addHours(batch);
        addProducts(batch);
        jdbc.sql(ADVANCE)
                .params(
                        batch.completeTo().keySet().toArray(String[]::new),
                        batch.completeTo().values().stream()
                                .map(Timestamp::from)
                                .toArray(Timestamp[]::new))
                .update();
    }

    private Map<String, ZoneId> timeZones() {
        return jdbc
                .sql("select id, time_zone from store")
                .query((row, number) -> Map.entry(row.getString("id"), ZoneId.of(row.getString("time_zone"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void addHours(BatchTotals batch) {
        List<HourKey> keys = List.copyOf(batch.hours().keySet());
        List<Figures> figures = List.copyOf(batch.hours().values());
        jdbc.sql(ADD_HOURS)
                .params(
                        text(keys, HourKey::storeId),
                        text(keys, HourKey::businessDate),
                        text(keys, HourKey::hour),
                        text(keys, HourKey::tillId),
                        text(keys, HourKey::cashier),
                        text(keys, key -> batch.cashierName(key.cashier())),
                        text(figures, Figures::sales),
                        text(figures, Figures::returns),
                        text(figures, Figures::units),
                        text(figures, Figures::gross),
                        text(figures, Figures::net),
                        text(figures, Figures::tax))
                .update();
    }

    private void addProducts(BatchTotals batch) {
        List<ProductKey> keys = List.copyOf(batch.products().keySet());
        List<Figures> figures = List.copyOf(batch.products().values());
        jdbc.sql(ADD_PRODUCTS)
                .params(
                        text(keys, ProductKey::storeId),
                        text(keys, ProductKey::businessDate),
                        text(keys, ProductKey::sku),
                        text(keys, key -> batch.productName(key.sku())),
                        text(figures, Figures::sales),
                        text(figures, Figures::returns),
                        text(figures, Figures::units),
                        text(figures, Figures::gross),
                        text(figures, Figures::net),
                        text(figures, Figures::tax))
                .update();
    }

    private static <R> String[] text(List<R> rows, Function<R, Object> value) {
        return rows.stream().map(row -> value.apply(row).toString()).toArray(String[]::new);
    }
}
