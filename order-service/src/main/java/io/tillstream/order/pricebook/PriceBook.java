package io.tillstream.order.pricebook;

import io.tillstream.platform.events.IncomingEvent;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The catalog as we last heard of it. News may come twice and late: each row keeps the catalog's version, and only a newer one
 * replaces it.
 */
@Component
class PriceBook {

    private static final String PRODUCTS = """
            insert into price_book_product (product_id, sku, name, tax_category, active, version)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::bigint[])
            on conflict on constraint price_book_product_pk do update
            set sku = excluded.sku, name = excluded.name, tax_category = excluded.tax_category, active = excluded.active,
                version = excluded.version
            where price_book_product.version < excluded.version
            """;

    private static final String PRICES = """
            insert into price_book_price (id, product_id, store_id, amount, currency, valid_from, version)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::numeric[], ?::text[], ?::timestamptz[], ?::bigint[])
            on conflict on constraint price_book_price_pk do update
            set product_id = excluded.product_id, store_id = excluded.store_id, amount = excluded.amount,
                currency = excluded.currency, valid_from = excluded.valid_from, version = excluded.version
            where price_book_price.version < excluded.version
            """;

    private static final String TAX_RATES = """
            insert into price_book_tax_rate (id, country, category, rate, valid_from, version)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::numeric[], ?::date[], ?::bigint[])
            on conflict on constraint price_book_tax_rate_pk do update
            set country = excluded.country, category = excluded.category, rate = excluded.rate,
                valid_from = excluded.valid_from, version = excluded.version
            where price_book_tax_rate.version < excluded.version
            """;

    private final JdbcClient jdbc;

    PriceBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void applyProducts(List<IncomingEvent> events) {
        List<IncomingEvent> news = newest(events);
        List<ProductChanged> products = read(news, ProductChanged.class);
        jdbc.sql(PRODUCTS)
                .params(
                        column(products, ProductChanged::id, new UUID[0]),
                        column(products, ProductChanged::sku, new String[0]),
                        column(products, ProductChanged::name, new String[0]),
                        column(products, ProductChanged::taxCategory, new String[0]),
                        column(products, ProductChanged::active, new Boolean[0]),
                        column(news, IncomingEvent::aggregateVersion, new Long[0]))
                .update();
    }

    void applyPrices(List<IncomingEvent> events) {
        List<IncomingEvent> news = newest(events);
        List<PriceChanged> prices = read(news, PriceChanged.class);
        jdbc.sql(PRICES)
                .params(
                        column(prices, PriceChanged::id, new UUID[0]),
                        column(prices, PriceChanged::productId, new UUID[0]),
                        column(prices, PriceChanged::storeId, new @Nullable String[0]),
                        column(prices, price -> price.price().amount().toPlainString(), new String[0]),
                        column(prices, price -> price.price().currency(), new String[0]),
                        column(prices, price -> Timestamp.from(price.validFrom()), new Timestamp[0]),
                        column(news, IncomingEvent::aggregateVersion, new Long[0]))
                .update();
    }

    void applyTaxRates(List<IncomingEvent> events) {
        List<IncomingEvent> news = newest(events);
        List<TaxRateChanged> rates = read(news, TaxRateChanged.class);
        jdbc.sql(TAX_RATES)
                .params(
                        column(rates, TaxRateChanged::id, new UUID[0]),
                        column(rates, TaxRateChanged::country, new String[0]),
                        column(rates, TaxRateChanged::category, new String[0]),
                        column(rates, rate -> rate.rate().toPlainString(), new String[0]),
                        column(rates, rate -> rate.validFrom().toString(), new String[0]),
                        column(news, IncomingEvent::aggregateVersion, new Long[0]))
                .update();
    }

    /** One statement cannot touch a row twice, so of several changes to one thing only the newest is kept; in key order. */
    private static List<IncomingEvent> newest(List<IncomingEvent> events) {
        Map<String, IncomingEvent> newest = new TreeMap<>();
        for (IncomingEvent event : events) {
            newest.merge(
                    event.key(),
                    event,
                    (one, other) -> one.aggregateVersion() > other.aggregateVersion() ? one : other);
        }
        return List.copyOf(newest.values());
    }

    private static <T> List<T> read(List<IncomingEvent> events, Class<T> type) {
        return events.stream().map(event -> event.as(type)).toList();
    }

    private static <R, T extends @Nullable Object> T[] column(List<R> rows, Function<R, ? extends T> value, T[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }
}
