package io.tillstream.catalog.pricelist;

import io.tillstream.catalog.pricebook.PriceScale;
import io.tillstream.platform.money.Money;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what stands in a price list, now or later. */
@Component
class PricesOfList {
    private static final String PRICES = """
            select price.id, price.product_id, product.sku, product.name, trim_scale(price.minimum_quantity) as minimum,
                   price.amount, price.currency, price.valid_from, price.valid_until
            from price join product on product.id = price.product_id
            where price.price_list_id = :list and price.counts_until > :now
              and (:name::text is null or (product.name, price.id) > (:name::text, :id::uuid))
            order by product.name, price.id limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PricesOfList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By name of the product. */
    Page<ListedPrice> of(UUID priceListId, @Nullable String cursor, int limit) {
        List<String> after = Cursor.decode(cursor, 2, key -> key);
        List<ListedPrice> rows = jdbc.sql(PRICES)
                .param("list", priceListId)
                .param("now", Timestamp.from(clock.instant()))
                .param("name", after == null ? null : after.getFirst())
                .param("id", after == null ? null : after.getLast())
                .param("limit", limit + 1)
                .query(PricesOfList::price)
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.name(), last.id()));
    }

    private static ListedPrice price(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        Timestamp until = row.getTimestamp("valid_until");
        return new ListedPrice(
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                row.getBigDecimal("minimum"),
                new Money(PriceScale.shown(row.getBigDecimal("amount"), currency), currency),
                row.getTimestamp("valid_from").toInstant(),
                until == null ? null : until.toInstant());
    }

    /**
     * A price with the product it is of.
     *
     * @param minimumQuantity how many of the product a basket must hold; 0: any quantity
     * @param validUntil the first moment at which it no longer holds; null: until the next one begins
     */
    record ListedPrice(
            UUID id,
            UUID productId,
            String sku,
            String name,
            BigDecimal minimumQuantity,
            Money price,
            Instant validFrom,
            @Nullable Instant validUntil) {}
}
