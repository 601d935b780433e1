package io.tillstream.catalog.productexport;

import io.tillstream.catalog.pricebook.PriceScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads all active products as one moment had them, a few at a time, so that any number needs little memory. */
@Component
class ProductExport {
    private static final int ROWS_AT_ONCE = 1000;
    private static final List<String> COLUMNS = List.of(
            "id",
            "sku",
            "name",
            "description",
            "brand",
            "category",
            "unit",
            "taxCategory",
            "stockTracked",
            "ageLimit",
            "price",
            "currency",
            "barcodes",
            "tracking",
            "family",
            "options",
            "components");

    private static final String ALL = """
            select product.id, product.sku, product.name, product.description, product.brand, category.path as category,
                   product.unit, product.tax_category, product.stock_tracked, product.age_limit, price.amount,
                   codes.codes, codes.priced, product.tracking, family.name as family, options.written as options,
                   parts.written as components
            from product
            left join category on category.id = product.category_id
            left join lateral (
                select amount from price
                where price.product_id = product.id and currency = :currency and store_id is null and in_force
                  and price_list_id is null and minimum_quantity = 0 and valid_until is null
                order by valid_from desc, recorded_no desc limit 1) price on true
            cross join lateral (
                select string_agg(code || case quantity when 1 then '' else '*' || trim_scale(quantity) end
                                      || case when currency = :currency then '=' || trim_scale(price) else '' end,
                                  ' ' order by code) as codes,
                       bool_or(currency = :currency) as priced
                from product_barcode where product_id = product.id) codes
            left join product_family family on family.id = product.family_id
            cross join lateral (
                select string_agg(regexp_replace(own.name, '[\\\\;=]', '\\\\\\&', 'g') || '='
                                      || regexp_replace(own.option_value, '[\\\\;=]', '\\\\\\&', 'g'),
                                  '; ' order by of_family.position) as written
                from product_option own
                join product_family_option of_family
                    on of_family.family_id = product.family_id and of_family.name = own.name
                where own.product_id = product.id) options
            cross join lateral (
                select string_agg(regexp_replace(component.sku, '[\\\\;=]', '\\\\\\&', 'g') || '*' || trim_scale(part.quantity),
                                  '; ' order by component.sku) as written
                from product_component part join product component on component.id = part.component_id
                where part.product_id = product.id) parts
            where product.status = 'ACTIVE'
            order by lower(product.sku)
            """;

    private final JdbcClient jdbc;

    ProductExport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param currency whose general prices are written */
    @Transactional(readOnly = true)
    public void write(CsvWriter csv, String currency) throws IOException {
        csv.row(COLUMNS);
        jdbc.sql(ALL).withFetchSize(ROWS_AT_ONCE).param("currency", currency).query(row -> {
            write(csv, row, currency);
        });
    }

    private static void write(CsvWriter csv, ResultSet row, String currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        List<@Nullable Object> cells = Arrays.asList(
                row.getString("id"),
                row.getString("sku"),
                row.getString("name"),
                row.getString("description"),
                row.getString("brand"),
                row.getString("category"),
                row.getString("unit").toLowerCase(Locale.ROOT),
                row.getString("tax_category"),
                row.getBoolean("stock_tracked"),
                row.getObject("age_limit"),
                amount == null ? null : PriceScale.shown(amount, currency).toPlainString(),
                amount == null && !row.getBoolean("priced") ? null : currency,
                row.getString("codes"),
                row.getString("tracking").toLowerCase(Locale.ROOT),
                row.getString("family"),
                row.getString("options"),
                row.getString("components"));
        try {
            csv.row(cells);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
