package io.tillstream.catalog.producthistory;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who changed what of products. Whoever changes some remembers them before, and tells afterwards, in the same transaction; what
 * differs between the two is kept, in a handful of statements for any number of products.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ProductHistory {

    private static final String WRITTEN = """
            select product.id, product.version, product.sku, product.name, product.description, product.brand,
                   category.path as category, product.unit, product.tax_category as "taxCategory",
                   product.stock_tracked::text as "stockTracked", product.age_limit::text as "ageLimit", product.status,
                   product.tracking, family.name as family,
                   (select string_agg(name || '=' || option_value, '; ' order by name)
                    from product_option where product_id = product.id) as options,
                   (select string_agg(component.sku || '*' || trim_scale(part.quantity), '; ' order by component.sku)
                    from product_component part join product component on component.id = part.component_id
                    where part.product_id = product.id) as components,
                   (select string_agg(code || case quantity when 1 then '' else '*' || trim_scale(quantity) end
                               || coalesce('=' || trim_scale(price) || ' ' || currency, ''), '; ' order by code)
                    from product_barcode where product_id = product.id) as barcodes
            from product
            left join category on category.id = product.category_id
            left join product_family family on family.id = product.family_id
            """;

    private static final String REMEMBER = "select coalesce(jsonb_agg(written), '[]')::text from (" + WRITTEN
            + "where product.id = any(:ids)) written";

    private static final String REMEMBER_MANY = """
            create temporary table product_before on commit drop as
            select (written).id, to_jsonb(written) as was from (""" + WRITTEN + """
            where product.id = any(:ids)) written""";

    private static final String KEEP = """
            insert into product_change (product_id, version, fields, origin, change_set_id, recorded_at, recorded_by,
                    recorded_name)
            select written.id, written.version, told.fields, :origin, :changeSet::uuid, :now, :by, :name
            from product_before join (""" + WRITTEN + """
            ) written on written.id = product_before.id
            cross join lateral (
                select jsonb_agg(jsonb_build_object('field', key, 'before', was -> key, 'after', value)) as fields
                from jsonb_each(to_jsonb(written))
                where key not in ('id', 'version') and value is distinct from was -> key) told
            where told.fields is not null
            """;

    private static final String KEEP_FEW = """
            with product_before as materialized (
                select (value ->> 'id')::uuid as id, value as was from jsonb_array_elements(:before::jsonb))
            """ + KEEP;

    private static final String MADE = """
            insert into product_change (product_id, version, fields, origin, recorded_at, recorded_by, recorded_name)
            select id, 0, '[]', :origin, :now, :by, :name from unnest(:ids::uuid[]) as made (id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ProductHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What products are before they are changed. */
    public record Remembered(String products) {}

    public Remembered remember(Collection<UUID> products) {
        return new Remembered(jdbc.sql(REMEMBER)
                .param("ids", ids(products))
                .query(String.class)
                .single());
    }

    public void changed(Remembered before, Author author) {
        by(author, jdbc.sql(KEEP_FEW).param("before", before.products()))
                .param("changeSet", author.changeSet())
                .update();
    }

    /** The same for any number, once in a transaction. */
    public void rememberMany(Collection<UUID> products) {
        jdbc.sql(REMEMBER_MANY).param("ids", ids(products)).update();
        jdbc.sql("analyze product_before").update();
    }

    /** Those that {@link #rememberMany} was told of. */
    public void manyChanged(Author author) {
        by(author, jdbc.sql(KEEP)).param("changeSet", author.changeSet()).update();
    }

    public void made(Collection<UUID> products, Author author) {
        by(author, jdbc.sql(MADE)).param("ids", ids(products)).update();
    }

    private JdbcClient.StatementSpec by(Author author, JdbcClient.StatementSpec statement) {
        return statement
                .param("origin", author.origin().name())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", author.subject())
                .param("name", author.name());
    }

    private static UUID[] ids(Collection<UUID> products) {
        return products.toArray(UUID[]::new);
    }
}
