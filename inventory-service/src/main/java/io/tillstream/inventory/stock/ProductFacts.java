package io.tillstream.inventory.stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
            returning product_id
            """;

    private static final String TAKE_APART = """
            insert into product_component (product_id, component_id, quantity)
            select * from unnest(:ids::uuid[], :components::uuid[], :quantities::numeric[])
            """;

    private final JdbcClient jdbc;

    ProductFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void learn(List<ChangedProduct> products) {
        List<UUID> learnt = jdbc.sql(LEARN)
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
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        learnParts(learnt, newest(products));
    }

    private static Map<UUID, ChangedProduct> newest(List<ChangedProduct> products) {
        Map<UUID, ChangedProduct> newest = new HashMap<>();
        products.forEach(product ->
                newest.merge(product.id(), product, (one, other) -> one.version() > other.version() ? one : other));
        return newest;
    }

    private void learnParts(List<UUID> learnt, Map<UUID, ChangedProduct> newest) {
        jdbc.sql("delete from product_component where product_id = any(:ids)")
                .param("ids", learnt.toArray(UUID[]::new))
                .update();
        List<UUID> ids = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (UUID id : learnt) {
            for (Part part : Objects.requireNonNull(newest.get(id)).parts()) {
                ids.add(id);
                parts.add(part);
            }
        }
        if (!parts.isEmpty()) {
            jdbc.sql(TAKE_APART)
                    .param("ids", ids.toArray(UUID[]::new))
                    .param("components", parts.stream().map(Part::productId).toArray(UUID[]::new))
                    .param("quantities", parts.stream().map(Part::quantity).toArray(BigDecimal[]::new))
                    .update();
        }
    }

    /** What we read of {@code catalog.product-changed.v1}. */
    record ChangedProduct(
            UUID id,
            String sku,
            String name,
            boolean stockTracked,
            long version,
            @Nullable List<Part> components) {
        List<Part> parts() {
            return Objects.requireNonNullElse(components, List.of());
        }
    }

    /** @param quantity units in one bundle */
    record Part(UUID productId, BigDecimal quantity) {}
}
