package io.tillstream.catalog.pricebook;

import io.tillstream.platform.web.Cursor;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a store's price book: of each product the newest price in force, the store's own before the general one. */
@Component
class PriceBookReader {
    private static final String CHANGES = """
            with rate as (
                select distinct on (tax_rate.category) tax_rate.category, tax_rate.rate
                from tax_rate_in_force join tax_rate on tax_rate.id = tax_rate_in_force.tax_rate_id
                where tax_rate_in_force.store_id = :store
                order by tax_rate.category, tax_rate.valid_from desc, tax_rate.recorded_no desc
            ), changed as (
                select product_id, version from price_book_version where version > :after order by version limit :limit
            )
            select product.id, product.sku, product.name, product.unit, price.amount, product.tax_category, rate.rate,
                   codes.codes, codes.quantities, product.category_id, category.path as category, product.age_limit,
                   product.stock_tracked, product.status = 'ACTIVE' as active, changed.version
            from changed
            join product on product.id = changed.product_id
            left join category on category.id = product.category_id
            left join rate on rate.category = product.tax_category
            left join lateral (
                select array_agg(code order by code) as codes, array_agg(trim_scale(quantity) order by code) as quantities
                from product_barcode where product_barcode.product_id = product.id) codes on true
            left join lateral (
                (select amount, 1 as rank from price
                 where price.product_id = product.id and currency = :currency and store_id = :store and in_force
                 order by valid_from desc, recorded_no desc limit 1)
                union all
                (select amount, 2 from price
                 where price.product_id = product.id and currency = :currency and store_id is null and in_force
                 order by valid_from desc, recorded_no desc limit 1)
                order by rank limit 1) price on true
            order by changed.version
            """;

    private final JdbcClient jdbc;

    PriceBookReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version that any product has. */
    long version() {
        return jdbc.sql("select last_version from price_book_counter")
                .query(Long.class)
                .single();
    }

    PriceBook changes(StoreFacts.Store store, long after, int limit) {
        // read before the rows: a change in between is seen twice, never missed
        long promotions = jdbc.sql("select promotions_version from price_book_counter")
                .query(Long.class)
                .single();
        List<PriceBook.Entry> rows = jdbc.sql(CHANGES)
                .param("store", store.id())
                .param("currency", store.currency())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, number) -> entry(row, store.currency()))
                .list();
        if (rows.size() <= limit) {
            return new PriceBook(rows.isEmpty() ? after : rows.getLast().version(), promotions, rows, null);
        }
        List<PriceBook.Entry> page = rows.subList(0, limit);
        long last = page.getLast().version();
        return new PriceBook(last, promotions, page, Cursor.encode(last));
    }

    private static PriceBook.Entry entry(ResultSet row, String currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new PriceBook.Entry(
                row.getObject("id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                Unit.valueOf(row.getString("unit")),
                amount == null ? null : PriceScale.shown(amount, currency),
                currency,
                row.getString("tax_category"),
                row.getBigDecimal("rate"),
                codes(row),
                row.getObject("category_id", UUID.class),
                row.getString("category"),
                row.getObject("age_limit", Integer.class),
                row.getBoolean("stock_tracked"),
                row.getBoolean("active"),
                row.getLong("version"));
    }

    private static List<PriceBook.Code> codes(ResultSet row) throws SQLException {
        if (row.getArray("codes") == null) {
            return List.of();
        }
        String[] codes = (String[]) row.getArray("codes").getArray();
        BigDecimal[] quantities = (BigDecimal[]) row.getArray("quantities").getArray();
        List<PriceBook.Code> all = new ArrayList<>(codes.length);
        for (int i = 0; i < codes.length; i++) {
            all.add(new PriceBook.Code(codes[i], quantities[i]));
        }
        return all;
    }
}
