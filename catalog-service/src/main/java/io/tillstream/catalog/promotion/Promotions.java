package io.tillstream.catalog.promotion;

import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The promotions of the shop, each as it stands and as it ever stood. */
@Repository
class Promotions {
    /** So many can be active at a time; a till tries every one of them on every basket. */
    static final int MOST_ACTIVE = 1000;

    private static final String ADD = """
            insert into promotion (id, name, coupon, active, terms, version, changed_at, changed_by)
            values (:id, :name, :coupon, :active, :terms::jsonb, :version, :changedAt, :changedBy)
            on conflict on constraint promotion_pk do nothing
            """;

    private static final String CHANGE = """
            update promotion set name = :name, coupon = :coupon, active = :active, terms = :terms::jsonb,
                                 version = :version, changed_at = :changedAt, changed_by = :changedBy
            where id = :id and version = :version - 1
            """;

    private static final String RECORD = """
            insert into promotion_terms (promotion_id, version, terms, recorded_at, recorded_by)
            select id, version, terms, changed_at, changed_by from promotion where id = :id
            """;

    private static final String READ = "select id, terms, version, changed_at, changed_by from promotion ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Promotions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when the id is taken. */
    boolean add(Promotion promotion) {
        return store(ADD, promotion);
    }

    /** False when it was changed meanwhile. */
    boolean change(Promotion promotion) {
        return store(CHANGE, promotion);
    }

    private boolean store(String sql, Promotion promotion) {
        int stored = jdbc.sql(sql)
                .param("id", promotion.id())
                .param("name", promotion.terms().name())
                .param("coupon", promotion.terms().coupon())
                .param("active", promotion.terms().active())
                .param("terms", json.writeValueAsString(promotion.terms()))
                .param("version", promotion.version())
                .param("changedAt", Timestamp.from(promotion.changedAt()))
                .param("changedBy", promotion.changedBy())
                .update();
        if (stored == 1) {
            jdbc.sql(RECORD).param("id", promotion.id()).update();
        }
        return stored == 1;
    }

    Optional<Promotion> find(UUID id) {
        return jdbc.sql(READ + "where id = :id")
                .param("id", id)
                .query(this::promotion)
                .optional();
    }

    /** By name. */
    Page<Promotion> list(@Nullable Boolean active, @Nullable String cursor, int limit) {
        List<String> after = Cursor.decode(cursor, 2, key -> key);
        List<Promotion> rows = jdbc.sql(READ + """
                        where (:active::boolean is null or active = :active::boolean)
                          and (:name::text is null or (name, id) > (:name::text, :id::uuid))
                        order by name, id limit :limit""")
                .param("active", active)
                .param("name", after == null ? null : after.getFirst())
                .param("id", after == null ? null : after.getLast())
                .param("limit", limit + 1)
                .query(this::promotion)
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.terms().name(), last.id()));
    }

    /** Those that a store of this currency may ever apply; whether one holds now is the till's to say. */
    List<Promotion> activeIn(String storeId, String currency) {
        return jdbc.sql(READ + """
                        where active
                          and (terms -> 'stores' = '[]' or terms -> 'stores' @> to_jsonb(:store::text))
                          and coalesce(terms ->> 'currency', :currency) = :currency
                        order by id""")
                .param("store", storeId)
                .param("currency", currency)
                .query(this::promotion)
                .list();
    }

    int countActive() {
        return jdbc.sql("select count(*) from promotion where active")
                .query(Integer.class)
                .single();
    }

    private Promotion promotion(ResultSet row, int number) throws SQLException {
        return new Promotion(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("terms"), PromotionTerms.class),
                row.getLong("version"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }
}
