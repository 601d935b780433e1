package io.tillstream.catalog.productimport;

import io.tillstream.catalog.product.BundleTurn;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bundles of a file: their components are products of the catalog or of the file, and none contains itself. */
@Component
class ImportBundles {

    private static final String TABLE = """
            create temporary table import_part (line integer, id uuid, sku text, quantity numeric(15, 3), component_id uuid)
                on commit drop
            """;

    private static final String PARTS = """
            insert into import_part
            select line.line, line.id, part.sku, part.quantity::numeric(15, 3) as quantity,
                   coalesce(inside.id, known.id) as component_id
            from import_line line
            cross join lateral unnest(line.component_skus, line.component_quantities) as part (sku, quantity)
            left join import_line inside on lower(inside.sku) = lower(part.sku)
            left join product known on lower(known.sku) = lower(part.sku)
            """;

    private static final String COMPARE = """
            update import_line set components_change = true
            from import_line line
            left join (select id, array_agg(component_id || ' ' || quantity order by component_id) as parts
                       from import_part group by id) told on told.id = line.id
            left join (select product_id, array_agg(component_id || ' ' || quantity order by component_id) as parts
                       from product_component group by product_id) kept on kept.product_id = line.id
            where line.line = import_line.line and line.component_skus is not null
              and coalesce(told.parts, '{}') is distinct from coalesce(kept.parts, '{}')
            """;

    // a line that was refused may have been the component of another
    private static final String UNKNOWN = """
            select distinct on (part.line) part.line, 'bundle-not-valid' as code,
                   'There is no product with the SKU ' || part.sku || '.' as reason
            from import_part part join import_line using (line)
            where not exists (select from product where product.id = part.component_id)
              and not exists (select from import_line inside where inside.id = part.component_id)
            order by part.line, part.sku
            """;

    private static final String CIRCLE = """
            with recursive part (bundle, component) as (
                select import_part.id, component_id from import_part join import_line using (line)
                union all
                select product_id, component_id from product_component
                where product_id not in (select id from import_line where component_skus is not null)
            ), inside (bundle, id, trail) as (
                select bundle, component, array[component] from part where bundle in (select id from import_part)
                union all
                select inside.bundle, part.component, inside.trail || part.component
                from inside join part on part.bundle = inside.id
                where inside.id <> inside.bundle and part.component <> all (inside.trail)
            )
            select distinct on (line.line) line.line, 'bundle-circular' as code,
                   'A bundle cannot contain itself: ' || line.sku || ' contains '
                       || (select string_agg(coalesce(named.sku, known.sku), ' contains ' order by place)
                           from unnest(inside.trail) with ordinality as step (id, place)
                           left join import_line named on named.id = step.id
                           left join product known on known.id = step.id) || '.' as reason
            from inside join import_line line on line.id = inside.bundle
            where inside.id = inside.bundle
            order by line.line, cardinality(inside.trail)
            """;

    private static final String TAKE_PARTS = """
            delete from product_component using import_line
            where product_component.product_id = import_line.id and import_line.components_change
            """;

    private static final String GIVE_PARTS = """
            insert into product_component (product_id, component_id, quantity)
            select import_line.id, part.component_id, part.quantity
            from import_line join import_part part using (line) where components_change
            """;

    private final JdbcClient jdbc;
    private final BundleTurn turn;
    private final ImportRefusals refusals;

    ImportBundles(JdbcClient jdbc, BundleTurn turn, ImportRefusals refusals) {
        this.jdbc = jdbc;
        this.turn = turn;
        this.refusals = refusals;
    }

    /** Finds the components that lines name; call it when lines know their products. */
    void recognise() {
        jdbc.sql(TABLE).update();
        if (!any("import_line where component_skus is not null")) {
            return;
        }
        jdbc.sql(PARTS).update();
        if (any("import_part")) {
            turn.take();
        }
        jdbc.sql("analyze import_part").update();
        jdbc.sql(COMPARE).update();
    }

    private boolean any(String rows) {
        return jdbc.sql("select exists (select from " + rows + ")")
                .query(Boolean.class)
                .single();
    }

    List<Refusal> refuse() {
        List<Refusal> refused = new ArrayList<>(refusals.by(UNKNOWN));
        refused.addAll(refusals.by(CIRCLE));
        return refused;
    }

    /** To be called when all products of the file are stored. */
    void setParts() {
        jdbc.sql(TAKE_PARTS).update();
        jdbc.sql(GIVE_PARTS).update();
    }
}
