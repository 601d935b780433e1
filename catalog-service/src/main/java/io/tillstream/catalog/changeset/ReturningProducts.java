package io.tillstream.catalog.changeset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What keeps inactive products from becoming active again: their place has been taken. */
@Component
class ReturningProducts {
    private static final String BARCODE_TAKEN = """
            select distinct on (own.product_id) own.product_id, product.name || ' (SKU ' || product.sku || ')'
            from product_barcode own
            join product_barcode other on other.match_key = own.match_key and other.product_id <> own.product_id
                and (other.active or other.product_id = any(:ids))
            join product on product.id = other.product_id
            where own.product_id = any(:ids)
            order by own.product_id, product.sku
            """;

    private static final String SAME_VARIANT = """
            with variant as (
                select product.id, product.family_id, product.name, product.sku, product.status,
                       (select array_agg(name || '=' || option_value order by name) from product_option
                        where product_id = product.id) as options
                from product
                where product.family_id in (select family_id from product where id = any(:ids))
            )
            select distinct on (own.id) own.id, twin.name || ' (SKU ' || twin.sku || ')'
            from variant own
            join variant twin on twin.family_id = own.family_id and twin.id <> own.id and twin.options = own.options
                and (twin.status = 'ACTIVE' or twin.id = any(:ids))
            where own.id = any(:ids)
            order by own.id, twin.sku
            """;

    private final JdbcClient jdbc;

    ReturningProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By product; those without any are not among them. */
    Map<UUID, List<ForecastLine.Remark>> obstacles(Collection<UUID> products) {
        Map<UUID, List<ForecastLine.Remark>> found = new HashMap<>();
        collect(BARCODE_TAKEN, ForecastLine.Note.BARCODE_TAKEN, products, found);
        collect(SAME_VARIANT, ForecastLine.Note.SAME_VARIANT, products, found);
        return found;
    }

    private void collect(
            String sql, ForecastLine.Note note, Collection<UUID> products, Map<UUID, List<ForecastLine.Remark>> found) {
        if (products.isEmpty()) {
            return;
        }
        jdbc.sql(sql).param("ids", products.toArray(UUID[]::new)).query(row -> {
            found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                    .add(new ForecastLine.Remark(note, null, null, row.getString(2)));
        });
    }
}
