package io.tillstream.catalog.pricebook;

import io.tillstream.platform.events.IncomingEvent;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Our copy of what order-service says about stores; the newest version of each wins. */
@Component
public class StoreFacts {
    private static final String LEARN = """
            insert into store as known (id, name, currency, country, region, prices_include_tax, time_zone, version)
            values (:id, :name, :currency, :country, :region, :pricesIncludeTax, :timeZone, :version)
            on conflict on constraint store_pk
                do update set name = excluded.name, currency = excluded.currency, country = excluded.country,
                              region = excluded.region, prices_include_tax = excluded.prices_include_tax,
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
        return jdbc.sql("""
                        select id, name, currency, country, region, prices_include_tax, time_zone from store where id = :id""").param("id", storeId).query(Store.class).optional();
    }

    void learn(IncomingEvent event) {
        ChangedStore told = event.as(ChangedStore.class);
        Optional<Store> before = find(event.key());
        int changed = jdbc.sql(LEARN)
                .param("id", event.key())
                .param("name", told.name())
                .param("currency", told.currency())
                .param("country", told.country())
                .param("region", told.region())
                .param("pricesIncludeTax", told.holdsTax())
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
     * @param region ISO 3166-2, where its taxes differ from those of the country
     * @param pricesIncludeTax false: tax comes on top of them
     */
    public record Store(
            String id,
            String name,
            String currency,
            String country,
            @Nullable String region,
            boolean pricesIncludeTax,
            String timeZone) {
        private boolean pricesLike(ChangedStore told) {
            return currency.equals(told.currency())
                    && country.equals(told.country())
                    && Objects.equals(region, told.region())
                    && pricesIncludeTax == told.holdsTax()
                    && timeZone.equals(told.timeZone());
        }
    }

    /** What we read of {@code order.store-changed.v1}. */
    record ChangedStore(
            String name,
            String currency,
            String country,
            @Nullable String region,
            @Nullable Boolean pricesIncludeTax,
            String timeZone) {

        private boolean holdsTax() {
            return !Boolean.FALSE.equals(pricesIncludeTax);
        }
    }
}
