package io.tillstream.catalog.product;

import io.tillstream.catalog.barcode.BarcodeText;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds products by what people type: a scanned code, the start of a SKU, a part of the name, or a name with a typing
 * error. The best match comes first.
 */
@Component
class ProductSearch {
    private static final String EXACT = """
            select product_id from product_barcode where active and match_key = :key
            union
            select id from product where lower(sku) = lower(:typed)
            """;

    private static final String BY_PARTS = """
            select id from product
            where status = 'ACTIVE' and (lower(sku) like lower(:prefix) or name ilike :part)
            order by lower(sku) not like lower(:prefix), name not ilike :prefix, length(name), name, id
            limit :limit
            """;

    private static final String DESPITE_TYPING_ERRORS = """
            select id from product
            where status = 'ACTIVE' and :typed <% name
            order by :typed <<-> name, name, id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final ProductViews views;

    ProductSearch(JdbcClient jdbc, ProductViews views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    @Transactional(readOnly = true)
    public List<ProductView> find(String typed, int limit) {
        List<UUID> ids = exact(typed);
        if (ids.isEmpty()) {
            ids = byParts(typed, limit);
        }
        if (ids.isEmpty()) {
            ids = despiteTypingErrors(typed, limit);
        }
        List<UUID> order = ids;
        return views.withIds(ids).stream()
                .sorted(Comparator.comparingInt(product -> order.indexOf(product.id())))
                .toList();
    }

    private List<UUID> exact(String typed) {
        return jdbc.sql(EXACT)
                .param("key", BarcodeText.matchKey(typed))
                .param("typed", typed)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<UUID> byParts(String typed, int limit) {
        String escaped = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return jdbc.sql(BY_PARTS)
                .param("prefix", escaped + "%")
                .param("part", "%" + escaped + "%")
                .param("limit", limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<UUID> despiteTypingErrors(String typed, int limit) {
        jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', '0.45', true)")
                .query(String.class)
                .single();
        return jdbc.sql(DESPITE_TYPING_ERRORS)
                .param("typed", typed)
                .param("limit", limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
