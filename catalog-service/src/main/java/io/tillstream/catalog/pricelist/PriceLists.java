package io.tillstream.catalog.pricelist;

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

/** The price lists of the shop, each as it stands and as it ever stood. */
@Repository
public class PriceLists {
    /** So many can be active at a time; a till looks at every one of them that has a price of what it sells. */
    static final int MOST_ACTIVE = 500;

    private static final String ADD = """
            insert into price_list (id, name, currency, active, terms, version, changed_at, changed_by)
            values (:id, :name, :currency, :active, :terms::jsonb, :version, :changedAt, :changedBy)
            on conflict on constraint price_list_pk do nothing
            """;

    private static final String CHANGE = """
            update price_list set name = :name, currency = :currency, active = :active, terms = :terms::jsonb,
                                  version = :version, changed_at = :changedAt, changed_by = :changedBy
            where id = :id and version = :version - 1
            """;

    private static final String RECORD = """
            insert into price_list_terms (price_list_id, version, terms, recorded_at, recorded_by)
            select id, version, terms, changed_at, changed_by from price_list where id = :id
            """;

    private static final String READ = "select id, terms, version, changed_at, changed_by from price_list ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PriceLists(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when the id is taken. */
    boolean add(PriceList list) {
        return store(ADD, list);
    }

    /** False when it was changed meanwhile. */
    boolean change(PriceList list) {
        return store(CHANGE, list);
    }

    private boolean store(String sql, PriceList list) {
        int stored = jdbc.sql(sql)
                .param("id", list.id())
                .param("name", list.terms().name())
                .param("currency", list.terms().currency())
                .param("active", list.terms().active())
                .param("terms", json.writeValueAsString(list.terms()))
                .param("version", list.version())
                .param("changedAt", Timestamp.from(list.changedAt()))
                .param("changedBy", list.changedBy())
                .update();
        if (stored == 1) {
            jdbc.sql(RECORD).param("id", list.id()).update();
        }
        return stored == 1;
    }

    public Optional<PriceList> find(UUID id) {
        return jdbc.sql(READ + "where id = :id")
                .param("id", id)
                .query(this::list)
                .optional();
    }

    /** By name. */
    Page<PriceList> list(@Nullable Boolean active, @Nullable String cursor, int limit) {
        List<String> after = Cursor.decode(cursor, 2, key -> key);
        List<PriceList> rows = jdbc.sql(READ + """
                        where (:active::boolean is null or active = :active::boolean)
                          and (:name::text is null or (name, id) > (:name::text, :id::uuid))
                        order by name, id limit :limit""")
                .param("active", active)
                .param("name", after == null ? null : after.getFirst())
                .param("id", after == null ? null : after.getLast())
                .param("limit", limit + 1)
                .query(this::list)
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.terms().name(), last.id()));
    }

    /** Those that may ever hold in a store; whether one holds now is the till's to say. */
    List<PriceList> activeIn(String storeId, String currency) {
        return jdbc.sql(READ + """
                        where active and currency = :currency
                          and (terms -> 'stores' = '[]' or terms -> 'stores' @> to_jsonb(:store::text))
                        order by id""")
                .param("store", storeId)
                .param("currency", currency)
                .query(this::list)
                .list();
    }

    int countActive() {
        return jdbc.sql("select count(*) from price_list where active")
                .query(Integer.class)
                .single();
    }

    boolean hasPrices(UUID id) {
        return jdbc.sql("select exists (select from price where price_list_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private PriceList list(ResultSet row, int number) throws SQLException {
        return new PriceList(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("terms"), PriceListTerms.class),
                row.getLong("version"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }
}
