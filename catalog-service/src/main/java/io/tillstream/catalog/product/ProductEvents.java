package io.tillstream.catalog.product;

import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the others what became of products. */
@Component
public class ProductEvents {
    private static final String TOPIC = "pos.catalog.product";
    private static final String PRODUCT_CHANGED = "catalog.product-changed.v1";

    private static final String LINEAGES = """
            with recursive lineage as (
                select id as category, id as ancestor, parent_id, 0 as steps from category where id = any(?)
                union all
                select lineage.category, above.id, above.parent_id, lineage.steps + 1
                from lineage join category above on above.id = lineage.parent_id
            )
            select category, ancestor from lineage order by category, steps
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    ProductEvents(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * One statement for all of them; call it inside the transaction that changes them, after they have got the new version
     * of the price book.
     */
    public void changed(List<ProductView> products) {
        Map<UUID, List<UUID>> lineages = lineagesOf(products);
        Map<UUID, Long> versions = bookVersionsOf(products);
        outbox.append(products.stream()
                .map(product -> OutgoingEvent.of(
                        TOPIC,
                        product.id().toString(),
                        PRODUCT_CHANGED,
                        product.version(),
                        clock.instant(),
                        new ProductChanged(
                                product,
                                product.categoryId() == null
                                        ? List.of()
                                        : lineages.getOrDefault(product.categoryId(), List.of()),
                                versions.getOrDefault(product.id(), 0L))))
                .toList());
    }

    private Map<UUID, List<UUID>> lineagesOf(List<ProductView> products) {
        UUID[] categories = products.stream()
                .map(ProductView::categoryId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        Map<UUID, List<UUID>> lineages = new HashMap<>();
        if (categories.length > 0) {
            jdbc.sql(LINEAGES).param(categories).query(row -> {
                lineages.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(row.getObject(2, UUID.class));
            });
        }
        return lineages;
    }

    private Map<UUID, Long> bookVersionsOf(List<ProductView> products) {
        Map<UUID, Long> versions = new HashMap<>();
        jdbc.sql("select product_id, version from price_book_version where product_id = any(?)")
                .param(products.stream().map(ProductView::id).toArray(UUID[]::new))
                .query(row -> {
                    versions.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return versions;
    }
}
