package io.tillstream.catalog.pricebook;

import io.tillstream.platform.events.IncomingEvent;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Our copy of what order-service says about stores; the newest version of each wins. */
@Component
public class StoreFacts {
    private static final String LEARN = """
            insert into store as known (id, name, currency, country, time_zone, version)
            values (:id, :name, :currency, :country, :timeZone, :version)
            on conflict on constraint store_pk
                do update set name = excluded.name, currency = excluded.currency, country = excluded.country,
                              time_zone = excluded.time_zone, version = excluded.version
                where known.version < excluded.version
            """;

    private final JdbcClient jdbc;
    private final TaxRatesInForce taxRates;
    private final PriceBookVersions versions;

    StoreFacts(JdbcClient jdbc, TaxRatesInForce taxRates, PriceBookVersions versions) {
        this.jdbc = jdbc;
        this.taxRates = taxRates;
        this.versions = versions;
    }

    public Optional<Store> find(String storeId) {
        return jdbc.sql("select id, name, currency, country, time_zone from store where id = :id")
                .param("id", storeId)
                .query(Store.class)
                .optional();
    }

    void learn(IncomingEvent event) {
        ChangedStore told = event.as(ChangedStore.class);
        Optional<Store> before = find(event.key());
        int changed = jdbc.sql(LEARN)
                .param("id", event.key())
                .param("name", told.name())
                .param("currency", told.currency())
                .param("country", told.country())
                .param("timeZone", told.timeZone())
                .param("version", event.aggregateVersion())
                .update();
        if (changed == 1 && !before.map(store -> store.pricesLike(told)).orElse(false)) {
            taxRates.forget(event.key());
            taxRates.startIn(event.key());
            before.ifPresent(store -> versions.changedAll());
        }
    }

    /**
     * Where prices count.
     *
     * @param currency ISO 4217
     * @param country ISO 3166-1 alpha-2
     */
    public record Store(String id, String name, String currency, String country, String timeZone) {
        private boolean pricesLike(ChangedStore told) {
            return currency.equals(told.currency())
                    && country.equals(told.country())
                    && timeZone.equals(told.timeZone());
        }
    }

    /** What we read of {@code order.store-changed.v1}. */
    record ChangedStore(String name, String currency, String country, String timeZone) {}
}
