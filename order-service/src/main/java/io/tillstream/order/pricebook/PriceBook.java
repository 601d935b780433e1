package io.tillstream.order.pricebook;

import io.tillstream.platform.events.IncomingEvent;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down what the catalog announces: every version of every thing, once, in whatever order the news comes. Nothing is ever
 * replaced, because a sale is priced with what its till knew.
 */
@Component
class PriceBook {

    private static final String PRODUCTS = """
            insert into price_book_product (product_id, sku, name, tax_category, active, weighed, categories, book_version, version)
            select id, sku, name, tax_category, active, weighed, string_to_array(categories, ' ')::uuid[], book_version, version
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::boolean[], ?::text[], ?::bigint[], ?::bigint[])
                as news (id, sku, name, tax_category, active, weighed, categories, book_version, version)
            on conflict on constraint price_book_product_pk do nothing
            """;

    private static final String PRICES = """
            insert into price_book_price (id, product_id, store_id, amount, currency, valid_from, valid_until, price_list_id,
                                          minimum_quantity, book_version, version)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::numeric[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                                 ?::uuid[], ?::numeric[], ?::bigint[], ?::bigint[])
            on conflict on constraint price_book_price_pk do nothing
            """;

    private static final String TAX_RATES = """
            insert into price_book_tax_rate (id, country, region, category, component, compound, rate, valid_from, book_version,
                                             version)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::numeric[], ?::date[],
                                 ?::bigint[], ?::bigint[])
            on conflict on constraint price_book_tax_rate_pk do nothing
            """;

    private static final String TERMS = """
            insert into price_book_terms (kind, id, terms, book_version, version)
            select ?, * from unnest(?::uuid[], ?::jsonb[], ?::bigint[], ?::bigint[])
            on conflict on constraint price_book_terms_pk do nothing
            """;

    private final JdbcClient jdbc;

    PriceBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void applyProducts(List<IncomingEvent> events) {
        List<ProductChanged> products = read(events, ProductChanged.class);
        jdbc.sql(PRODUCTS)
                .params(
                        column(products, ProductChanged::id, new UUID[0]),
                        column(products, ProductChanged::sku, new String[0]),
                        column(products, ProductChanged::name, new String[0]),
                        column(products, ProductChanged::taxCategory, new String[0]),
                        column(products, ProductChanged::active, new Boolean[0]),
                        column(products, ProductChanged::weighed, new Boolean[0]),
                        column(products, ProductChanged::categories, new String[0]),
                        column(products, ProductChanged::knownFrom, new Long[0]),
                        versions(events))
                .update();
    }

    void applyPrices(List<IncomingEvent> events) {
        List<PriceChanged> prices = read(events, PriceChanged.class);
        jdbc.sql(PRICES)
                .params(
                        column(prices, PriceChanged::id, new UUID[0]),
                        column(prices, PriceChanged::productId, new UUID[0]),
                        column(prices, PriceChanged::storeId, new @Nullable String[0]),
                        column(prices, price -> price.price().amount().toPlainString(), new String[0]),
                        column(prices, price -> price.price().currency(), new String[0]),
                        column(prices, price -> timestamp(price.validFrom()), new @Nullable Timestamp[0]),
                        column(prices, price -> timestamp(price.validUntil()), new @Nullable Timestamp[0]),
                        column(prices, PriceChanged::priceListId, new @Nullable UUID[0]),
                        column(prices, price -> price.leastQuantity().toPlainString(), new String[0]),
                        column(prices, PriceChanged::knownFrom, new Long[0]),
                        versions(events))
                .update();
    }

    void applyTaxRates(List<IncomingEvent> events) {
        List<TaxRateChanged> rates = read(events, TaxRateChanged.class);
        jdbc.sql(TAX_RATES)
                .params(
                        column(rates, TaxRateChanged::id, new UUID[0]),
                        column(rates, TaxRateChanged::country, new String[0]),
                        column(rates, TaxRateChanged::region, new @Nullable String[0]),
                        column(rates, TaxRateChanged::category, new String[0]),
                        column(rates, TaxRateChanged::component, new @Nullable String[0]),
                        column(rates, TaxRateChanged::onTaxesToo, new Boolean[0]),
                        column(rates, rate -> rate.rate().toPlainString(), new String[0]),
                        column(rates, rate -> rate.validFrom().toString(), new String[0]),
                        column(rates, TaxRateChanged::knownFrom, new Long[0]),
                        versions(events))
                .update();
    }

    void applyPromotions(List<IncomingEvent> events) {
        applyTerms("PROMOTION", events);
    }

    void applyPriceLists(List<IncomingEvent> events) {
        applyTerms("PRICE_LIST", events);
    }

    private void applyTerms(String kind, List<IncomingEvent> events) {
        List<TermsChanged> changes = read(events, TermsChanged.class);
        jdbc.sql(TERMS)
                .params(
                        kind,
                        column(changes, TermsChanged::id, new UUID[0]),
                        column(changes, change -> change.terms().toString(), new String[0]),
                        column(changes, TermsChanged::knownFrom, new Long[0]),
                        versions(events))
                .update();
    }

    private static Long[] versions(List<IncomingEvent> events) {
        return column(events, IncomingEvent::aggregateVersion, new Long[0]);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static <T> List<T> read(List<IncomingEvent> events, Class<T> type) {
        return events.stream().map(event -> event.as(type)).toList();
    }

    private static <R, T extends @Nullable Object> T[] column(List<R> rows, Function<R, ? extends T> value, T[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }
}
