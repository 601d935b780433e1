package io.tillstream.inventory.stock;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Our copy of what catalog says about products: the newest version of each wins, whatever order they arrive in. */
@Component
class ProductFacts {
    private static final String LEARN = """
            insert into product_fact as known (product_id, sku, name, stock_tracked, version)
            select distinct on (product_id) product_id, sku, name, stock_tracked, version
            from unnest(:ids::uuid[], :skus::text[], :names::text[], :tracked::boolean[], :versions::bigint[])
                as told (product_id, sku, name, stock_tracked, version)
            order by product_id, version desc
            on conflict on constraint product_fact_pk
                do update set sku = excluded.sku, name = excluded.name, stock_tracked = excluded.stock_tracked,
                              version = excluded.version
                where known.version < excluded.version
            """;

    private final JdbcClient jdbc;

    ProductFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void learn(List<ChangedProduct> products) {
        jdbc.sql(LEARN)
                .param(
                        "ids",
                        products.stream()
                                .map(product -> product.id().toString())
                                .toArray(String[]::new))
                .param("skus", products.stream().map(ChangedProduct::sku).toArray(String[]::new))
                .param("names", products.stream().map(ChangedProduct::name).toArray(String[]::new))
                .param(
                        "tracked",
                        products.stream()
                                .map(product -> Boolean.toString(product.stockTracked()))
                                .toArray(String[]::new))
                .param(
                        "versions",
                        products.stream().mapToLong(ChangedProduct::version).toArray())
                .update();
    }

    /** What we read of {@code catalog.product-changed.v1}. */
    record ChangedProduct(UUID id, String sku, String name, boolean stockTracked, long version) {}
}
