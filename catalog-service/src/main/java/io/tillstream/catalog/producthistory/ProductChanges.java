package io.tillstream.catalog.producthistory;

import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is kept of a product's changes. */
@Component
class ProductChanges {
    private static final TypeReference<List<ProductChange.FieldChange>> FIELDS = new TypeReference<>() {};

    private static final String OF_PRODUCT = """
            select product_change.version, origin, change_set_id, change_set.name as change_set_name, fields::text, recorded_at, recorded_by,
                   recorded_name
            from product_change left join change_set on change_set.id = change_set_id
            where product_id = :product and (:before::bigint is null or product_change.version < :before::bigint)
            order by product_change.version desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProductChanges(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    boolean knows(UUID product) {
        return jdbc.sql("select exists (select from product where id = :id)")
                .param("id", product)
                .query(Boolean.class)
                .single();
    }

    /** The last first. */
    Page<ProductChange> of(UUID product, @Nullable String cursor, int limit) {
        Long before = Cursor.decode(cursor, 1, parts -> Long.valueOf(parts.getFirst()));
        List<ProductChange> rows = jdbc.sql(OF_PRODUCT)
                .param("product", product)
                .param("before", before)
                .param("limit", limit + 1)
                .query((row, number) -> change(row))
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.version()));
    }

    private ProductChange change(ResultSet row) throws SQLException {
        UUID set = row.getObject("change_set_id", UUID.class);
        return new ProductChange(
                row.getLong("version"),
                Author.Origin.valueOf(row.getString("origin")),
                set == null ? null : new ProductChange.NamedSet(set, row.getString("change_set_name")),
                json.readValue(row.getString("fields"), FIELDS),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                row.getString("recorded_name"));
    }
}
