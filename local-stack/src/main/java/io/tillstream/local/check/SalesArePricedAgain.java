package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;

/** Order-service has compared every sale that says what it was priced with, and says so where it came to something else. */
final class SalesArePricedAgain implements Invariant {

    /** The longest that a sale may wait for news of the catalog, and a few minutes. */
    private static final String PATIENCE = "interval '65 minutes'";

    private static final String NAMES_A_VERSION =
            "pricing -> 'priceBookVersion' is not null and external_reference is null";

    private static final String VIOLATIONS = """
            select 'sale ' || id || ' names version ' || (pricing ->> 'priceBookVersion') || ' and was not priced again'
            from sale
            where %1$s
              and not exists (select from price_check where sale_id = sale.id)
              and not exists (select from price_check_waiting where sale_id = sale.id)
            union all
            select 'sale ' || sale_id || ' has waited for news of the catalog since ' || since
            from price_check_waiting where since < now() - %2$s
            union all
            select 'sale ' || sale_id || ' differs from the price book, and nobody was told'
            from price_check
            where outcome = 'DISAGREES'
              and not exists (select from sale_anomaly where sale_anomaly.sale_id = price_check.sale_id
                                                         and kind = 'PRICE_BOOK_DISAGREES')
            union all
            select 'sale ' || sale_id || ' agrees with the price book, but has an anomaly that says otherwise'
            from price_check
            where outcome <> 'DISAGREES'
              and exists (select from sale_anomaly where sale_anomaly.sale_id = price_check.sale_id
                                                     and kind = 'PRICE_BOOK_DISAGREES')
            union all
            select 'sale ' || sale_id || ' was not compared, and nothing says why'
            from price_check where outcome = 'NOT_COMPARED' and note is null
            """.formatted(NAMES_A_VERSION, PATIENCE);

    @Override
    public String name() {
        return "sales-are-priced-again";
    }

    @Override
    public String promise() {
        return "each sale that names a price book version was priced again; where it differs a manager is told";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return databases.verdict(Part.ORDER, "select count(*) from sale where " + NAMES_A_VERSION, VIOLATIONS);
    }
}
