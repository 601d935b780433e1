package io.tillstream.catalog.product;

import io.tillstream.catalog.pricebook.Unit;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads products, one statement for any number of them. */
@Component
public class ProductViews {
    private static final String VIEW = """
            select product.id, product.version, product.sku, product.name, product.description, product.brand,
                   product.category_id, category.path as category, product.unit, product.tax_category,
                   product.stock_tracked, product.age_limit, product.status, product.tracking, codes.codes,
                   codes.quantities, codes.prices, codes.currencies, product.family_id, options.names, options.option_values,
                   parts.component_ids, parts.part_quantities
            from product
            left join category on category.id = product.category_id
            cross join lateral (
                select array_agg(code order by code) as codes, array_agg(quantity order by code) as quantities,
                       array_agg(price order by code) as prices, array_agg(currency::text order by code) as currencies
                from product_barcode where product_id = product.id) codes
            cross join lateral (
                select array_agg(name order by name) as names, array_agg(option_value order by name) as option_values
                from product_option where product_id = product.id) options
            cross join lateral (
                select array_agg(component_id order by component_id) as component_ids,
                       array_agg(quantity order by component_id) as part_quantities
                from product_component where product_id = product.id) parts
            """;

    private final JdbcClient jdbc;

    ProductViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ProductView> withIds(List<UUID> ids) {
        return jdbc.sql(VIEW + "where product.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(ProductViews::view)
                .list();
    }

    Optional<ProductView> find(UUID id) {
        return withIds(List.of(id)).stream().findFirst();
    }

    /** The active product that a scan of this code means. */
    Optional<ProductView> scannedAs(String matchKey) {
        return jdbc.sql(VIEW + """
                        where product.id = (select product_id from product_barcode where active and match_key = :key)""")
                .param("key", matchKey)
                .query(ProductViews::view)
                .optional();
    }

    /** All products by SKU. */
    Page<ProductView> bySku(@Nullable UUID categoryId, @Nullable String cursor, int limit) {
        List<String> after = Cursor.decode(cursor, 1);
        List<ProductView> rows = jdbc.sql(VIEW + """
                        where lower(product.sku) > :after
                          and (:category::uuid is null or product.category_id = :category::uuid)
                        order by lower(product.sku) limit :limit""")
                .param("after", after == null ? "" : after.getFirst())
                .param("category", categoryId)
                .param("limit", limit + 1)
                .query(ProductViews::view)
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.sku().toLowerCase(Locale.ROOT)));
    }

    private static ProductView view(ResultSet row, int number) throws SQLException {
        return new ProductView(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("sku"),
                row.getString("name"),
                row.getString("description"),
                row.getString("brand"),
                row.getObject("category_id", UUID.class),
                row.getString("category"),
                Unit.valueOf(row.getString("unit")),
                row.getString("tax_category"),
                row.getBoolean("stock_tracked"),
                row.getObject("age_limit", Integer.class),
                Status.valueOf(row.getString("status")),
                codes(row),
                Tracking.valueOf(row.getString("tracking")),
                row.getObject("family_id", UUID.class),
                options(row),
                components(row));
    }

    private static Map<String, String> options(ResultSet row) throws SQLException {
        Map<String, String> options = new TreeMap<>();
        if (row.getArray("names") != null) {
            String[] names = (String[]) row.getArray("names").getArray();
            String[] values = (String[]) row.getArray("option_values").getArray();
            for (int i = 0; i < names.length; i++) {
                options.put(names[i], values[i]);
            }
        }
        return options;
    }

    private static List<ProductView.Component> components(ResultSet row) throws SQLException {
        List<ProductView.Component> components = new ArrayList<>();
        if (row.getArray("component_ids") != null) {
            UUID[] ids = (UUID[]) row.getArray("component_ids").getArray();
            BigDecimal[] quantities =
                    (BigDecimal[]) row.getArray("part_quantities").getArray();
            for (int i = 0; i < ids.length; i++) {
                components.add(ProductView.Component.of(ids[i], quantities[i]));
            }
        }
        return components;
    }

    private static List<ProductView.Code> codes(ResultSet row) throws SQLException {
        if (row.getArray("codes") == null) {
            return List.of();
        }
        String[] codes = (String[]) row.getArray("codes").getArray();
        BigDecimal[] quantities = (BigDecimal[]) row.getArray("quantities").getArray();
        @Nullable BigDecimal[] prices = (BigDecimal[]) row.getArray("prices").getArray();
        @Nullable String[] currencies = (String[]) row.getArray("currencies").getArray();
        List<ProductView.Code> all = new ArrayList<>(codes.length);
        for (int i = 0; i < codes.length; i++) {
            all.add(ProductView.Code.of(codes[i], quantities[i], prices[i], currencies[i]));
        }
        return all;
    }
}
