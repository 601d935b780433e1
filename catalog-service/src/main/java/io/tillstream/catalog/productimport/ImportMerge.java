package io.tillstream.catalog.productimport;

import io.tillstream.catalog.price.PriceSuccession;
import io.tillstream.catalog.pricebook.PriceBookVersions;
import io.tillstream.platform.id.UuidV7;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the catalog what the file says, in a handful of statements for any number of lines. */
@Component
class ImportMerge {
    // below that the tables do not grow enough to mislead the planner
    private static final int MANY = 1000;

    private static final String ADD_CATEGORIES = """
            insert into category (id, name, parent_id, path)
            select given.id, given.name, parent.id, given.path
            from unnest(:ids::uuid[], :names::text[], :parents::text[], :paths::text[])
                with ordinality as given (id, name, parent, path, position)
            left join category parent on parent.path = given.parent
            order by given.position
            on conflict on constraint category_path_unique do nothing
            """;

    private static final String CATEGORIES =
            "select category from import_line where category <> '' group by category order by min(line)";

    private static final String COMPARE = """
            create temporary table import_change on commit drop as
            select merged.*, is_new or (merged.sku, merged.name, merged.description, merged.brand, merged.category_id,
                    merged.unit, merged.tax_category, merged.stock_tracked, merged.age_limit, merged.tracking)
                    is distinct from (old.sku, old.name, old.description, old.brand, old.category_id, old.unit,
                    old.tax_category, old.stock_tracked, old.age_limit, old.tracking) or codes_change as changes
            from (
                select line.id, product.id is null as is_new, line.sku, line.name,
                       case when line.description is null then product.description
                            else nullif(line.description, '') end as description,
                       case when line.brand is null then product.brand else nullif(line.brand, '') end as brand,
                       case when line.category is null then product.category_id else category.id end as category_id,
                       coalesce(line.unit, product.unit, 'PIECE') as unit,
                       coalesce(line.tax_category, product.tax_category, 'STANDARD') as tax_category,
                       coalesce(line.stock_tracked, product.stock_tracked, true) as stock_tracked,
                       case when line.age_limit_given then line.age_limit else product.age_limit end as age_limit,
                       coalesce(line.tracking, product.tracking, 'NONE') as tracking,
                       line.codes, line.match_keys, line.quantities, line.code_prices, line.currency,
                       line.codes is not null and (product.id is null and line.codes <> '{}' or product.id is not null and (
                           array(select (code, quantity::numeric(15, 3))::text
                                 from unnest(line.codes, line.quantities) as given (code, quantity) order by 1)
                               is distinct from array(select (code, quantity)::text
                                   from product_barcode where product_id = product.id order by 1)
                           or (array_remove(line.code_prices, null) <> '{}' or exists (
                                   select from product_barcode where product_id = product.id and price is not null))
                               and array(
                                   select (given.code, coalesce(given.price, kept.price)::numeric(19, 4),
                                           case when given.price is null then kept.currency else line.currency end)::text
                                   from unnest(line.codes, line.match_keys, line.code_prices)
                                       as given (code, match_key, price)
                                   left join product_barcode kept
                                       on kept.product_id = product.id and kept.match_key = given.match_key
                                           and kept.currency is distinct from line.currency
                                   order by 1)
                               is distinct from array(select (code, price, currency::text)::text
                                   from product_barcode where product_id = product.id order by 1))) as codes_change
                from import_line line
                left join product on product.id = line.id
                left join category on category.path = line.category
            ) merged
            left join product old on old.id = merged.id
            """;

    private static final String ADD_PRODUCTS = """
            insert into product (id, sku, name, description, brand, category_id, unit, tax_category, stock_tracked,
                    age_limit, tracking, status, version)
            select id, sku, name, description, brand, category_id, unit, tax_category, stock_tracked, age_limit, tracking,
                   'ACTIVE', 0
            from import_change where is_new
            """;

    private static final String CHANGE_PRODUCTS = """
            update product set sku = change.sku, name = change.name, description = change.description,
                    brand = change.brand, category_id = change.category_id, unit = change.unit,
                    tax_category = change.tax_category, stock_tracked = change.stock_tracked,
                    age_limit = change.age_limit, tracking = change.tracking, version = version + 1
            from import_change change where change.id = product.id and change.changes and not change.is_new
            """;

    private static final String TAKE_CODES_OFF = """
            delete from product_barcode using import_change change
            where product_barcode.product_id = change.id and change.codes_change
              and product_barcode.match_key <> all (change.match_keys)
            """;

    private static final String PUT_CODES_ON = """
            insert into product_barcode (product_id, code, match_key, quantity, active, price, currency)
            select change.id, given.code, given.match_key, given.quantity, product.status = 'ACTIVE',
                   coalesce(given.price, kept.price), case when given.price is null then kept.currency else change.currency end
            from import_change change join product on product.id = change.id
            cross join lateral unnest(change.codes, change.match_keys, change.quantities, change.code_prices)
                as given (code, match_key, quantity, price)
            left join product_barcode kept
                on kept.product_id = change.id and kept.match_key = given.match_key
                    and kept.currency is distinct from change.currency
            where change.codes_change
            on conflict on constraint product_barcode_pk do update
            set code = excluded.code, quantity = excluded.quantity, price = excluded.price, currency = excluded.currency
            """;

    private static final String SET_PRICES = """
            insert into price (id, product_id, store_id, amount, currency, valid_from, in_force, recorded_at, recorded_by)
            select line.price_id, line.id, null, line.price, line.currency, :minute, true, :now, :recordedBy
            from import_line line
            where line.price is not null and line.price is distinct from (
                select amount from price
                where product_id = line.id and currency = line.currency and store_id is null and in_force
                  and price_list_id is null and minimum_quantity = 0 and valid_until is null
                order by valid_from desc, recorded_no desc limit 1)
            """;

    private static final String REPRICED = """
            select price.product_id
            from price join import_line on import_line.price_id = price.id
            join import_change change on change.id = price.product_id and not change.is_new
            """;

    private final JdbcClient jdbc;
    private final PriceSuccession succession;
    private final PriceBookVersions versions;
    private final ImportEvents events;
    private final Clock clock;

    ImportMerge(
            JdbcClient jdbc, PriceSuccession succession, PriceBookVersions versions, ImportEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.succession = succession;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    Merged merge(String recordedBy) {
        addCategories();
        jdbc.sql(COMPARE).update();
        int created = jdbc.sql(ADD_PRODUCTS).update();
        jdbc.sql(CHANGE_PRODUCTS).update();
        jdbc.sql(TAKE_CODES_OFF).update();
        jdbc.sql(PUT_CODES_ON).update();
        jdbc.sql(SET_PRICES)
                .param("now", Timestamp.from(clock.instant()))
                .param("minute", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MINUTES)))
                .param("recordedBy", recordedBy)
                .update();
        if (created > MANY) {
            jdbc.sql("call refresh_statistics()").update();
        }
        List<UUID> changed = ids("select id from import_change where changes");
        List<UUID> priced = ids("select price.id from price join import_line on import_line.price_id = price.id");
        Set<UUID> touched = new HashSet<>(changed);
        touched.addAll(ids("select price.product_id from price join import_line on import_line.price_id = price.id"));
        succession.settle(ids(REPRICED));
        versions.changed(touched);
        events.productsChanged(changed);
        events.pricesSet(priced);
        return new Merged(created, touched.size() - created);
    }

    /** Level by level, so that a parent is there before its children; in the order of the file, which is the shop's. */
    private void addCategories() {
        Set<String> level = new LinkedHashSet<>(
                jdbc.sql(CATEGORIES).query((row, number) -> row.getString(1)).list());
        for (int depth = 1; ; depth++) {
            int names = depth;
            List<Branch> branches = level.stream()
                    .map(path -> path.split(" > "))
                    .filter(path -> path.length >= names)
                    .map(path -> Branch.of(path, names))
                    .distinct()
                    .toList();
            if (branches.isEmpty()) {
                return;
            }
            jdbc.sql(ADD_CATEGORIES)
                    .param(
                            "ids",
                            branches.stream()
                                    .map(branch -> UuidV7.next().toString())
                                    .toArray(String[]::new))
                    .param("names", branches.stream().map(Branch::name).toArray(String[]::new))
                    .param("parents", branches.stream().map(Branch::parent).toArray(String[]::new))
                    .param("paths", branches.stream().map(Branch::path).toArray(String[]::new))
                    .update();
        }
    }

    private List<UUID> ids(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** How many products are new and how many changed, be it only in price. */
    record Merged(int created, int updated) {}

    private record Branch(String name, String parent, String path) {
        static Branch of(String[] names, int depth) {
            List<String> upToHere = List.of(names).subList(0, depth);
            return new Branch(
                    upToHere.getLast(),
                    String.join(" > ", upToHere.subList(0, depth - 1)),
                    String.join(" > ", upToHere));
        }
    }
}
