package io.tillstream.catalog.family;

import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The families, with their options. */
@Repository
class Families {
    private static final String STORE = """
            insert into product_family as known (id, name, version) values (:id, :name, :version)
            on conflict on constraint product_family_pk do update set name = excluded.name, version = excluded.version
                where known.version = excluded.version - 1
            """;

    private static final String MISFITS = """
            select product.sku from product
            where product.family_id = :id
              and not (select count(*) = :options and bool_and(exists (
                           select from product_family_option known
                           where known.family_id = :id and known.name = given.name
                             and given.option_value = any(known.option_values)))
                       from product_option given where given.product_id = product.id)
            order by product.sku limit 5
            """;

    private final JdbcClient jdbc;

    Families(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ProductFamily> find(UUID id) {
        return jdbc
                .sql("select id, version, name from product_family where id = :id")
                .param("id", id)
                .query(Families::head)
                .list()
                .stream()
                .map(head -> head.with(options(List.of(id))))
                .findFirst();
    }

    Page<ProductFamily> list(@Nullable String cursor, int limit) {
        List<String> after = Cursor.decode(cursor, 1);
        List<Head> heads = jdbc.sql("""
                        select id, version, name from product_family where lower(name) > :after
                        order by lower(name) limit :limit""")
                .param("after", after == null ? "" : after.getFirst())
                .param("limit", limit + 1)
                .query(Families::head)
                .list();
        Map<UUID, List<FamilyFacts.Option>> options =
                options(heads.stream().map(Head::id).toList());
        return Page.of(
                heads.stream().map(head -> head.with(options)).toList(),
                limit,
                last -> Cursor.encode(last.name().toLowerCase(Locale.ROOT)));
    }

    /** Nobody gives a variant other options until the transaction ends. */
    void lock(UUID id) {
        jdbc.sql("select id from product_family where id = :id for update")
                .param("id", id)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** False when it was changed meanwhile. */
    boolean store(ProductFamily family) {
        int stored = jdbc.sql(STORE)
                .param("id", family.id())
                .param("name", family.name())
                .param("version", family.version())
                .update();
        jdbc.sql("delete from product_family_option where family_id = :id")
                .param("id", family.id())
                .update();
        for (int position = 0; position < family.options().size(); position++) {
            FamilyFacts.Option option = family.options().get(position);
            jdbc.sql("""
                            insert into product_family_option (family_id, position, name, option_values)
                            values (:id, :position, :name, :values)""")
                    .param("id", family.id())
                    .param("position", position)
                    .param("name", option.name())
                    .param("values", option.values().toArray(String[]::new))
                    .update();
        }
        return stored == 1;
    }

    /** SKUs of variants that the stored options do not fit, at most five. */
    List<String> misfits(ProductFamily family) {
        return jdbc.sql(MISFITS)
                .param("id", family.id())
                .param("options", family.options().size())
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<UUID> variants(UUID id) {
        return jdbc.sql("select id from product where family_id = :id")
                .param("id", id)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private Map<UUID, List<FamilyFacts.Option>> options(List<UUID> families) {
        return jdbc
                .sql("""
                        select family_id, name, option_values from product_family_option
                        where family_id = any(:families) order by family_id, position""")
                .param("families", families.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("family_id", UUID.class), option(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static FamilyFacts.Option option(ResultSet row) throws SQLException {
        Array values = row.getArray("option_values");
        return new FamilyFacts.Option(row.getString("name"), List.of((String[]) values.getArray()));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getObject("id", UUID.class), row.getLong("version"), row.getString("name"));
    }

    /** A family without its options. */
    private record Head(UUID id, long version, String name) {
        ProductFamily with(Map<UUID, List<FamilyFacts.Option>> options) {
            return new ProductFamily(id, version, name, options.getOrDefault(id, List.of()));
        }
    }
}
