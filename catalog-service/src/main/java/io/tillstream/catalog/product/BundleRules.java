package io.tillstream.catalog.product;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A bundle is made of known products, each named once, and never of itself, however deep. */
@Component
class BundleRules {
    private static final String NOT_VALID = "bundle-not-valid";

    private static final String CIRCLE = """
            with recursive inside (id, trail) as (
                select id, array[id] from unnest(:components::uuid[]) as first (id)
                union all
                select part.component_id, inside.trail || part.component_id
                from inside join product_component part on part.product_id = inside.id
                where inside.id <> :id and part.component_id <> all (inside.trail)
            )
            select (select string_agg(coalesce(product.sku, :sku), ' contains ' order by place)
                    from unnest(inside.trail) with ordinality as step (id, place)
                    left join product on product.id = step.id and product.id <> :id)
            from inside where inside.id = :id order by cardinality(inside.trail) limit 1
            """;

    private final JdbcClient jdbc;
    private final BundleTurn turn;

    BundleRules(JdbcClient jdbc, BundleTurn turn) {
        this.jdbc = jdbc;
        this.turn = turn;
    }

    void check(UUID id, ProductFacts facts) {
        List<ProductFacts.Component> parts = facts.parts();
        if (parts.isEmpty()) {
            return;
        }
        turn.take();
        mustBeKnownAndDistinct(parts);
        jdbc.sql(CIRCLE)
                .param("components", ids(parts))
                .param("id", id)
                .param("sku", facts.sku())
                .query(String.class)
                .optional()
                .ifPresent(trail -> {
                    throw new ProductNotValid(
                            "bundle-circular",
                            "/components",
                            "A bundle cannot contain itself: " + facts.sku() + " contains " + trail + ".");
                });
    }

    private void mustBeKnownAndDistinct(List<ProductFacts.Component> parts) {
        Set<UUID> known = new HashSet<>(jdbc.sql("select id from product where id = any(:ids)")
                .param("ids", ids(parts))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            UUID part = parts.get(i).productId();
            String pointer = "/components/" + i + "/productId";
            if (!seen.add(part)) {
                throw new ProductNotValid(NOT_VALID, pointer, "This component is named twice.");
            }
            if (!known.contains(part)) {
                throw new ProductNotValid(NOT_VALID, pointer, "There is no product " + part + ".");
            }
        }
    }

    private static UUID[] ids(List<ProductFacts.Component> parts) {
        return parts.stream().map(ProductFacts.Component::productId).toArray(UUID[]::new);
    }
}
