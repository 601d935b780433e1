package io.tillstream.catalog.price;

import io.tillstream.catalog.pricebook.PriceScale;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the prices of a product follow each other in one list, store and quantity. */
@Component
public class PriceSuccession {
    private static final String SETTLE = """
            with standing as (
                select distinct on (product_id, currency, store_id, price_list_id, minimum_quantity, valid_from)
                       id, product_id, currency, store_id, price_list_id, minimum_quantity, valid_from, valid_until
                from price where product_id = any(:products)
                order by product_id, currency, store_id, price_list_id, minimum_quantity, valid_from, recorded_no desc
            ), lasting as (
                select id, case when valid_until = valid_from then '-infinity'
                                else coalesce(valid_until, lead(valid_from) over (
                                         partition by product_id, currency, store_id, price_list_id, minimum_quantity,
                                                      valid_until is null
                                         order by valid_from), 'infinity') end as until
                from standing
            ), settled as (
                select price.id, coalesce(lasting.until, '-infinity') as until
                from price left join lasting on lasting.id = price.id where product_id = any(:products)
            )
            update price set counts_until = settled.until
            from settled where settled.id = price.id and settled.until <> counts_until
            """;

    // an end that is not open reaches over prices without one, but no price may begin within another's fixed period
    private static final String IN_THE_WAY = """
            select id, amount, currency, valid_from, valid_until from price
            where product_id = :product and currency = :currency and store_id is not distinct from :store
              and price_list_id is not distinct from :list and minimum_quantity = :minimum
              and valid_from <> :from and counts_until > valid_from
              and case when :until::timestamptz is null then valid_from < :from and valid_until > :from
                       else valid_from < :until and (valid_until > :from or valid_until is null and valid_from > :from)
                  end
            order by valid_from limit 1
            """;

    private static final String STANDS = """
            select exists (
                select from price
                where product_id = :product and currency = :currency and store_id is not distinct from :store
                  and price_list_id is not distinct from :list and minimum_quantity = :minimum
                  and valid_from = :from and counts_until > valid_from)
            """;

    private final JdbcClient jdbc;

    PriceSuccession(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Works out anew until when each price of these products counts. */
    public void settle(Collection<UUID> products) {
        if (!products.isEmpty()) {
            jdbc.sql(SETTLE).param("products", products.toArray(UUID[]::new)).update();
        }
    }

    /** Keeps others from setting a price of the product until the transaction ends; false when there is no product. */
    boolean takeTurn(UUID productId) {
        return jdbc.sql("select true from product where id = :id for no key update")
                .param("id", productId)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** The price whose period the new one would meet. */
    Optional<InTheWay> inTheWayOf(SetPriceRequest request) {
        return sameKind(IN_THE_WAY, request)
                .param("until", Prices.timestamp(request.until()))
                .query((row, number) -> new InTheWay(
                        row.getObject("id", UUID.class),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getTimestamp("valid_from").toInstant(),
                        Prices.instant(row, "valid_until")))
                .optional();
    }

    /** Whether there is a price for the same moment, which the new one replaces. */
    boolean standsFrom(SetPriceRequest request) {
        return sameKind(STANDS, request).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec sameKind(String sql, SetPriceRequest request) {
        return jdbc.sql(sql)
                .param("product", request.productId())
                .param("currency", request.price().currency())
                .param("store", request.storeId())
                .param("list", request.priceListId())
                .param("minimum", request.leastQuantity())
                .param("from", Timestamp.from(request.from()));
    }

    /** A price with its period. */
    record InTheWay(
            UUID id,
            BigDecimal amount,
            String currency,
            Instant validFrom,
            @Nullable Instant validUntil) {
        @Override
        public String toString() {
            String until = validUntil == null ? "" : " until " + validUntil;
            return PriceScale.shown(amount, currency) + " " + currency + " from " + validFrom + until + " (price " + id
                    + ")";
        }
    }
}
