package io.tillstream.catalog.pricebook;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows which tax rates have begun in which store: a rate begins with its day in the store's own time zone. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaxRatesInForce {
    private static final String START = """
            with started as (
                insert into tax_rate_in_force (store_id, tax_rate_id)
                select store.id, tax_rate.id
                from store join tax_rate on tax_rate.country = store.country and (tax_rate.region is null or tax_rate.region = store.region)
                where (:store::text is null or store.id = :store::text)
                  and tax_rate.valid_from <= (:now at time zone store.time_zone)::date
                  and not exists (select from tax_rate_in_force known
                                  where known.store_id = store.id and known.tax_rate_id = tax_rate.id)
                on conflict on constraint tax_rate_in_force_pk do nothing
                returning tax_rate_id
            )
            select distinct category from tax_rate where id in (select tax_rate_id from started) order by category
            """;

    private final JdbcClient jdbc;
    private final PriceBookVersions versions;
    private final Clock clock;

    TaxRatesInForce(JdbcClient jdbc, PriceBookVersions versions, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.clock = clock;
    }

    /** Brings into force what has begun since, and gives the products concerned a new version. */
    public void start() {
        started(null).forEach(versions::changedInTaxCategory);
    }

    /** For a store whose tills have no book yet, or get the whole of it again: no other store needs to hear of it. */
    void startIn(String storeId) {
        started(storeId);
    }

    private List<String> started(@Nullable String storeId) {
        return jdbc.sql(START)
                .param("store", storeId)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> row.getString(1))
                .list();
    }

    void forget(String storeId) {
        jdbc.sql("delete from tax_rate_in_force where store_id = :store")
                .param("store", storeId)
                .update();
    }
}
