package io.tillstream.catalog.productimport;

import io.tillstream.platform.security.Caller;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules between the lines of a file, and between them and the catalog; a line that breaks one leaves the table. */
@Component
class ImportChecks {
    private static final String REPEATED_SKU = """
            select line, 'sku-repeated' as code,
                   'SKU ' || sku || ' is on line ' || first_line || ' already; capitals do not tell SKUs apart.' as reason
            from (select line, sku, min(line) over (partition by lower(sku)) as first_line from import_line) repeated
            where line <> first_line
            """;

    private static final String REPEATED_ID = """
            select line, 'id-repeated' as code,
                   'Line ' || first_line || ' is about the same product (id ' || id || ').' as reason
            from (select line, id, min(line) over (partition by id) as first_line from import_line) repeated
            where line <> first_line
            """;

    private static final String REPEATED_BARCODE = """
            select distinct on (line) line, 'barcode-repeated' as code,
                   'Barcode ' || barcode || ' is on line ' || first_line || ' already.' as reason
            from (select line, barcode, min(line) over (partition by match_key) as first_line
                  from import_line, unnest(codes, match_keys) as given (barcode, match_key)) repeated
            where line <> first_line
            order by line
            """;

    private static final String TAKEN_SKU = """
            select import_line.line, 'sku-taken' as code,
                   'SKU ' || import_line.sku || ' belongs to "' || other.name || '", which has another id (' || other.id
                       || ').' as reason
            from import_line join product other on lower(other.sku) = lower(import_line.sku) and other.id <> import_line.id
            """;

    // a code may move from one product to another within a file
    private static final String TAKEN_BARCODE = """
            select distinct on (import_line.line) import_line.line, 'barcode-taken' as code,
                   'Barcode ' || given.barcode || ' belongs to "' || other.name || '" (SKU ' || other.sku || ').' as reason
            from import_line
            cross join lateral unnest(import_line.codes, import_line.match_keys) as given (barcode, match_key)
            join product_barcode taken
                on taken.active and taken.match_key = given.match_key and taken.product_id <> import_line.id
            join product other on other.id = taken.product_id
            where not exists (
                select from import_line owner
                where owner.id = other.id and owner.match_keys is not null and given.match_key <> all (owner.match_keys))
            order by import_line.line
            """;

    private static final String RECOGNISE = """
            update import_line set id = product.id
            from product where lower(product.sku) = lower(import_line.sku) and not import_line.id_given
            """;

    private final JdbcClient jdbc;
    private final ImportRefusals refusals;
    private final ImportPrices prices;
    private final ImportVariants variants;
    private final ImportBundles bundles;

    ImportChecks(
            JdbcClient jdbc,
            ImportRefusals refusals,
            ImportPrices prices,
            ImportVariants variants,
            ImportBundles bundles) {
        this.jdbc = jdbc;
        this.refusals = refusals;
        this.prices = prices;
        this.variants = variants;
        this.bundles = bundles;
    }

    /** Leaves only good lines in the table, each with the ids of its product, family and components. */
    List<Refusal> refuse(Caller by) {
        List<Refusal> refused = new ArrayList<>(refusals.by(REPEATED_SKU));
        jdbc.sql(RECOGNISE).update();
        refused.addAll(refusals.by(REPEATED_ID));
        refused.addAll(refusals.by(REPEATED_BARCODE));
        refused.addAll(refusals.by(TAKEN_SKU));
        refused.addAll(prices.refuse(by));
        refused.addAll(variants.recognise());
        bundles.recognise();
        // a refused line gives up neither code nor options, and is nobody's component: that may cost other lines theirs
        List<Refusal> taken = refuseWhatOthersKeep();
        while (!taken.isEmpty()) {
            refused.addAll(taken);
            taken = refuseWhatOthersKeep();
        }
        return refused;
    }

    private List<Refusal> refuseWhatOthersKeep() {
        List<Refusal> refused = new ArrayList<>(refusals.by(TAKEN_BARCODE));
        refused.addAll(variants.refuse());
        refused.addAll(bundles.refuse());
        return refused;
    }
}
