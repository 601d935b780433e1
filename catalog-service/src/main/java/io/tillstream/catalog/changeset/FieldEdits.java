package io.tillstream.catalog.changeset;

import io.tillstream.catalog.pricebook.PriceBookVersions;
import io.tillstream.catalog.product.ProductEvents;
import io.tillstream.catalog.product.ProductViews;
import io.tillstream.catalog.producthistory.Author;
import io.tillstream.catalog.producthistory.ProductHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes a field of many products as single products are changed: with versions, price book and events. */
@Component
class FieldEdits {
    private static final int EVENTS_AT_ONCE = 1000;

    private static final String OF_THE_GIVEN = """
            , version = version + 1
            from unnest(:ids::uuid[], :values::text[]) as given (id, value)
            where product.id = given.id
            """;

    private static final String CODES = """
            update product_barcode set active = product.status = 'ACTIVE'
            from product where product.id = product_barcode.product_id and product.id = any(:ids)
            """;

    private final JdbcClient jdbc;
    private final PriceBookVersions priceBook;
    private final ProductViews products;
    private final ProductEvents events;
    private final ProductHistory history;

    FieldEdits(
            JdbcClient jdbc,
            PriceBookVersions priceBook,
            ProductViews products,
            ProductEvents events,
            ProductHistory history) {
        this.jdbc = jdbc;
        this.priceBook = priceBook;
        this.products = products;
        this.events = events;
        this.history = history;
    }

    /** As the lines say. Call it last in a transaction. */
    void setAll(ChangeSetTerms.Kind kind, List<ForecastLine> lines, Author author) {
        Map<UUID, @Nullable String> values = new HashMap<>();
        lines.forEach(line -> values.put(line.productId(), line.valueAfter()));
        set(kind, values, author);
    }

    /** Call it last in a transaction. */
    void set(ChangeSetTerms.Kind kind, Map<UUID, @Nullable String> values, Author author) {
        if (values.isEmpty()) {
            return;
        }
        List<UUID> ids = new ArrayList<>(values.keySet());
        ProductHistory.Remembered before = history.remember(ids);
        jdbc.sql("update product set " + assignment(kind) + OF_THE_GIVEN)
                .param("ids", ids.toArray(UUID[]::new))
                .param("values", ids.stream().map(values::get).toArray(String[]::new))
                .update();
        if (kind == ChangeSetTerms.Kind.STATUS) {
            jdbc.sql(CODES).param("ids", ids.toArray(UUID[]::new)).update();
        }
        history.changed(before, author);
        priceBook.changed(ids);
        for (int from = 0; from < ids.size(); from += EVENTS_AT_ONCE) {
            events.changed(products.withIds(ids.subList(from, Math.min(from + EVENTS_AT_ONCE, ids.size()))));
        }
    }

    private static String assignment(ChangeSetTerms.Kind kind) {
        return switch (kind) {
            case CATEGORY -> "category_id = given.value::uuid";
            case STATUS -> "status = given.value";
            case TAX_CATEGORY -> "tax_category = given.value";
            case AGE_LIMIT -> "age_limit = given.value::integer";
            default -> throw new IllegalArgumentException(kind + " changes no field");
        };
    }
}
