package io.tillstream.catalog.productimport;

import io.tillstream.catalog.producthistory.Author;
import io.tillstream.catalog.producthistory.ProductHistory;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes products what the file says of them, their codes, options and components included. */
@Component
class ImportProducts {

    private static final String COMPARE = """
            create temporary table import_change on commit drop as
            select merged.*, is_new or (merged.sku, merged.name, merged.description, merged.brand, merged.category_id,
                    merged.unit, merged.tax_category, merged.stock_tracked, merged.age_limit, merged.tracking)
                    is distinct from (old.sku, old.name, old.description, old.brand, old.category_id, old.unit,
                    old.tax_category, old.stock_tracked, old.age_limit, old.tracking)
                    or codes_change or variant_changes or components_change as changes
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
                       case when line.family is null then product.family_id else line.family_id end as family_id,
                       line.variant_changes, line.components_change,
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
                    age_limit, tracking, family_id, status, version)
            select id, sku, name, description, brand, category_id, unit, tax_category, stock_tracked, age_limit, tracking,
                   family_id, 'ACTIVE', 0
            from import_change where is_new
            """;

    private static final String CHANGE_PRODUCTS = """
            update product set sku = change.sku, name = change.name, description = change.description,
                    brand = change.brand, category_id = change.category_id, unit = change.unit,
                    tax_category = change.tax_category, stock_tracked = change.stock_tracked,
                    age_limit = change.age_limit, tracking = change.tracking, family_id = change.family_id,
                    version = version + 1
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

    private final JdbcClient jdbc;
    private final ImportVariants variants;
    private final ImportBundles bundles;
    private final ProductHistory history;

    ImportProducts(JdbcClient jdbc, ImportVariants variants, ImportBundles bundles, ProductHistory history) {
        this.jdbc = jdbc;
        this.variants = variants;
        this.bundles = bundles;
        this.history = history;
    }

    /** How many are new; {@code import_change} tells what became of each line. */
    int store(Author author) {
        variants.addFamilies();
        jdbc.sql(COMPARE).update();
        history.rememberMany(ids("select id from import_change where changes and not is_new"));
        int created = jdbc.sql(ADD_PRODUCTS).update();
        jdbc.sql(CHANGE_PRODUCTS).update();
        jdbc.sql(TAKE_CODES_OFF).update();
        jdbc.sql(PUT_CODES_ON).update();
        variants.setOptions();
        bundles.setParts();
        history.manyChanged(author);
        history.made(ids("select id from import_change where is_new"), author);
        return created;
    }

    List<UUID> changed() {
        return ids("select id from import_change where changes");
    }

    private List<UUID> ids(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
