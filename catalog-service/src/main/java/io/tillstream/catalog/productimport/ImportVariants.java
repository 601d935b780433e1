package io.tillstream.catalog.productimport;

import io.tillstream.platform.id.UuidV7;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Variants of a file: the same rules as for single products. A family that is not known is made of its lines: the options of the first,
 * their values in the order of the file.
 */
@Component
class ImportVariants {

    // two variants of one family are stored one after the other
    private static final String LOCK_FAMILIES = """
            select id from product_family
            where lower(name) in (select lower(family) from import_line where family <> '') order by id for update
            """;

    private static final String KNOWN_FAMILIES = """
            update import_line set family_id = known.id from product_family known
            where family <> '' and lower(known.name) = lower(family)
            """;

    private static final String NEW_FAMILIES = """
            select (array_agg(family order by line))[1] from import_line where family <> '' and family_id is null
            group by lower(family) order by min(line)
            """;

    private static final String TABLES = """
            create temporary table import_family (id uuid, name text) on commit drop;
            create temporary table import_family_option (
                family_id uuid, position integer, name text, option_values text[], is_new boolean) on commit drop
            """;

    private static final String NAME_FAMILIES =
            "insert into import_family select * from unnest(:ids::uuid[], :names::text[])";

    private static final String JOIN_FAMILIES = """
            update import_line set family_id = import_family.id from import_family
            where family_id is null and lower(family) = lower(import_family.name)
            """;

    private static final String KEEP_OPTIONS = """
            update import_line set option_names = kept.names, option_values = kept.option_values
            from (select product_id, array_agg(name) as names, array_agg(option_value) as option_values
                  from product_option group by product_id) kept
            where kept.product_id = import_line.id and family_id is not null and import_line.option_names is null
            """;

    private static final String OPTIONS_OF_FAMILIES = """
            insert into import_family_option
            select family_id, position, name, option_values, false as is_new
            from product_family_option where family_id in (select family_id from import_line)
            union all
            select made.id, named.position - 1, named.name, told.option_values, true
            from import_family made
            cross join lateral (
                select option_names from import_line where family_id = made.id order by line limit 1) first_line
            cross join lateral unnest(first_line.option_names) with ordinality as named (name, position)
            cross join lateral (
                select array_agg(option_value order by first_line) as option_values
                from (select option_value, min(line) as first_line
                      from import_line, unnest(option_names, option_values) as given (name, option_value)
                      where family_id = made.id and given.name = named.name group by option_value) seen) told
            """;

    private static final String TELL_APART = """
            update import_line set option_key = told.key,
                   variant_changes = (product.family_id, kept.key) is distinct from (import_line.family_id, told.key)
            from import_line line
            left join product on product.id = line.id
            left join lateral (
                select array_agg(name || '=' || option_value order by name collate "C") as key
                from product_option where product_id = product.id) kept on true
            left join lateral (
                select array_agg(name || '=' || option_value order by name collate "C") as key
                from unnest(line.option_names, line.option_values) as given (name, option_value)) told on true
            where line.line = import_line.line and (line.family <> '' or line.family = '' and product.family_id is not null)
            """;

    private static final String MISFIT = """
            select distinct on (line) line, 'variant-not-valid' as code, reason from (
                select line, 1 as rank, 'Only variants of a family have options.' as reason
                from import_line where family = '' and option_names <> '{}'
                union all
                select line, 2, 'The family ' || family || ' is new: say in which options its variants differ, such as Size=M.'
                from import_line
                where family_id is not null
                  and not exists (select from import_family_option known where known.family_id = import_line.family_id)
                union all
                select line, 3, 'The family''s option ' || known.name || ' takes one of '
                    || array_to_string(known.option_values, ', ') || coalesce(', not ' || given.option_value, '') || '.'
                from import_line
                join import_family_option known on known.family_id = import_line.family_id
                left join lateral (
                    select option_value from unnest(option_names, import_line.option_values) as each (name, option_value)
                    where each.name = known.name) given on true
                where given.option_value is null or given.option_value <> all (known.option_values)
                union all
                select line, 4, 'The family has no option ' || given.name || '.'
                from import_line cross join lateral unnest(option_names) as given (name)
                where family_id is not null and not exists (
                    select from import_family_option known
                    where known.family_id = import_line.family_id and known.name = given.name)
                union all
                select line, 5, 'The option ' || known.name || ' of a family has at most 100 values.'
                from import_line join import_family_option known on known.family_id = import_line.family_id
                where known.is_new and cardinality(known.option_values) > 100) wrong
            order by line, rank
            """;

    private static final String TWIN_IN_FILE = """
            select line, 'variant-not-valid' as code,
                   'Line ' || first_line || ' is the variant with these options already.' as reason
            from (select import_line.line,
                         min(import_line.line) over (partition by import_line.family_id, option_key) as first_line
                  from import_line left join product on product.id = import_line.id
                  where import_line.family_id is not null and coalesce(status, 'ACTIVE') = 'ACTIVE') twins
            where line <> first_line
            """;

    // two variants may exchange their options within a file
    private static final String TWIN = """
            select distinct on (import_line.line) import_line.line, 'variant-not-valid' as code,
                   twin.name || ' (SKU ' || twin.sku || ') is the variant with these options already.' as reason
            from import_line
            join product twin on twin.family_id = import_line.family_id and twin.id <> import_line.id
                and twin.status = 'ACTIVE'
            left join product own on own.id = import_line.id
            where import_line.variant_changes and coalesce(own.status, 'ACTIVE') = 'ACTIVE'
              and (select array_agg(name || '=' || option_value order by name collate "C")
                   from product_option where product_id = twin.id) = import_line.option_key
              and not exists (select from import_line other where other.id = twin.id and other.variant_changes)
            order by import_line.line, twin.sku
            """;

    private static final String ADD_FAMILIES = """
            insert into product_family (id, name, version)
            select id, name, 0 from import_family where id in (select family_id from import_line)
            """;

    private static final String ADD_OPTIONS = """
            insert into product_family_option (family_id, position, name, option_values)
            select family_id, position, name, option_values from import_family_option
            where is_new and family_id in (select family_id from import_line)
            """;

    private static final String TAKE_OPTIONS = """
            delete from product_option using import_line
            where product_option.product_id = import_line.id and import_line.variant_changes
            """;

    private static final String GIVE_OPTIONS = """
            insert into product_option (product_id, name, option_value)
            select import_line.id, given.name, given.option_value
            from import_line cross join lateral unnest(option_names, option_values) as given (name, option_value)
            where variant_changes
            """;

    private final JdbcClient jdbc;
    private final ImportRefusals refusals;

    ImportVariants(JdbcClient jdbc, ImportRefusals refusals) {
        this.jdbc = jdbc;
        this.refusals = refusals;
    }

    /** Finds the families that lines speak of; call it when lines know their products. */
    List<Refusal> recognise() {
        jdbc.sql(TABLES).update();
        boolean spokenOf = jdbc.sql("select exists (select from import_line where family is not null)")
                .query(Boolean.class)
                .single();
        return spokenOf ? findFamilies() : List.of();
    }

    private List<Refusal> findFamilies() {
        jdbc.sql(LOCK_FAMILIES).query(row -> {});
        jdbc.sql(KNOWN_FAMILIES).update();
        String[] names = jdbc.sql(NEW_FAMILIES)
                .query((row, number) -> row.getString(1))
                .list()
                .toArray(String[]::new);
        jdbc.sql(NAME_FAMILIES)
                .param("ids", Stream.of(names).map(name -> UuidV7.next()).toArray(UUID[]::new))
                .param("names", names)
                .update();
        jdbc.sql(JOIN_FAMILIES).update();
        jdbc.sql(KEEP_OPTIONS).update();
        jdbc.sql(OPTIONS_OF_FAMILIES).update();
        jdbc.sql(TELL_APART).update();
        List<Refusal> refused = new ArrayList<>(refusals.by(MISFIT));
        refused.addAll(refusals.by(TWIN_IN_FILE));
        return refused;
    }

    /** A refused line keeps its options, which may cost another line those it was to take over. */
    List<Refusal> refuse() {
        return refusals.by(TWIN);
    }

    /** Makes the families that were not known; to be called before their variants are stored. */
    void addFamilies() {
        jdbc.sql(ADD_FAMILIES).update();
        jdbc.sql(ADD_OPTIONS).update();
    }

    /** To be called when the products are stored. */
    void setOptions() {
        jdbc.sql(TAKE_OPTIONS).update();
        jdbc.sql(GIVE_OPTIONS).update();
    }
}
