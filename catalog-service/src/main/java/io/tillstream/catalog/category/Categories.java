package io.tillstream.catalog.category;

import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Fingerprint;
import io.tillstream.platform.web.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tree of categories. */
@Repository
public class Categories {
    private static final String SEPARATOR = " > ";
    private static final String SELECT = "select id, name, parent_id, path, position from category ";
    private static final String ADD = """
            insert into category (id, name, parent_id, path, fingerprint) values (:id, :name, :parent, :path, :fingerprint)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    Categories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> path(UUID id) {
        return find(id).map(Category::path);
    }

    Optional<Category> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Category.class)
                .optional();
    }

    /** By path. */
    Page<Category> list(@Nullable String cursor, int limit) {
        List<String> after = Cursor.decode(cursor, 1);
        List<Category> rows = jdbc.sql(SELECT + "where path > :after order by path limit :limit")
                .param("after", after == null ? "" : after.getFirst())
                .param("limit", limit + 1)
                .query(new DataClassRowMapper<>(Category.class))
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.path()));
    }

    /** True when this call stored it; false when it was stored before with the same body. */
    @Transactional
    public boolean add(UUID id, CategoryFacts facts) {
        UUID parentId = facts.parentId();
        if (id.equals(parentId)) {
            throw new CategoryInItself(facts.name());
        }
        String path = parentId == null
                ? facts.name()
                : path(parentId).orElseThrow(() -> new ParentNotKnown(parentId)) + SEPARATOR + facts.name();
        int added = jdbc.sql(ADD)
                .param("id", id)
                .param("name", facts.name())
                .param("parent", parentId)
                .param("path", path)
                .param("fingerprint", Fingerprint.of(facts))
                .update();
        if (added == 0) {
            mustBeTheSame(id, facts, path);
        }
        return added == 1;
    }

    private void mustBeTheSame(UUID id, CategoryFacts facts, String path) {
        List<byte[]> stored = jdbc.sql("select coalesce(fingerprint, '') from category where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .list();
        if (stored.isEmpty()) {
            throw new CategoryNameTaken(path);
        }
        Fingerprint.mustMatch(stored.getFirst(), facts);
    }
}
