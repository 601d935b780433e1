package io.tillstream.catalog.price;

import io.tillstream.catalog.pricebook.PriceBookVersions;
import io.tillstream.catalog.pricebook.PriceScale;
import io.tillstream.platform.security.Caller;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Prices of many products at once, in a handful of statements for any number of them. */
@Component
public class PricesInBulk {
    private static final int EVENTS_AT_ONCE = 1000;

    private static final String STANDING = """
            select product_id, trim_scale(minimum_quantity) as minimum_quantity,
                   max(amount) filter (where valid_until is null and valid_from <= :moment) as amount,
                   max(valid_from) filter (where valid_until is null and valid_from <= :moment) as since,
                   max(amount) filter (where valid_until is not null and valid_from <= :moment) as fixed,
                   max(valid_until) filter (where valid_from <= :moment) as fixed_until,
                   min(valid_from) filter (where valid_from > :moment) as next_from,
                   (array_agg(amount order by valid_from) filter (where valid_from > :moment))[1] as next_amount
            from price
            where product_id = any(:products) and counts_until > :moment and currency = :currency
              and store_id is not distinct from :store::text and price_list_id is not distinct from :list::uuid
            group by product_id, minimum_quantity
            """;

    private static final String ADD = """
            insert into price (id, product_id, store_id, amount, currency, valid_from, price_list_id, minimum_quantity,
                    valid_until, in_force, ended, recorded_at, recorded_by)
            select given.id, given.product_id, :store, given.amount, :currency, given.valid_from, :list::uuid,
                   given.minimum_quantity, given.valid_until, given.valid_from <= :now,
                   coalesce(given.valid_until <= :now, false), :now, :recordedBy
            from unnest(:ids::uuid[], :products::uuid[], :amounts::numeric[], :minimums::numeric[],
                        :froms::timestamptz[], :untils::timestamptz[])
                as given (id, product_id, amount, minimum_quantity, valid_from, valid_until)
            """;

    private final JdbcClient jdbc;
    private final PricePolicy policy;
    private final PriceSuccession succession;
    private final PriceBookVersions priceBook;
    private final PriceEvents events;
    private final Clock clock;

    PricesInBulk(
            JdbcClient jdbc,
            PricePolicy policy,
            PriceSuccession succession,
            PriceBookVersions priceBook,
            PriceEvents events,
            Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.succession = succession;
        this.priceBook = priceBook;
        this.events = events;
        this.clock = clock;
    }

    /** Refuses who may not set a single price there. */
    public void mayPrice(PricePlace place, Caller caller) {
        policy.mayPrice(place, caller);
    }

    /** Keeps others from setting a price of these products until the transaction ends. */
    public void takeTurns(Collection<UUID> products) {
        jdbc.sql("select id from product where id = any(:ids) order by id for no key update")
                .param("ids", products.toArray(UUID[]::new))
                .query(row -> {});
    }

    /** By product and quantity; a product without any price there is not among them. */
    public List<StandingPrice> standing(PricePlace place, Instant moment, Collection<UUID> products) {
        return jdbc.sql(STANDING)
                .param("products", products.toArray(UUID[]::new))
                .param("moment", Timestamp.from(moment))
                .param("currency", place.currency())
                .param("store", place.storeId())
                .param("list", place.priceListId())
                .query((row, number) -> standing(row, place.currency()))
                .list();
    }

    /**
     * Sets them as single prices are set: with history, the version of the price book and events. Call it last in a
     * transaction, after {@link #takeTurns}; what {@link #standing} tells must have been looked at before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(PricePlace place, List<NewPrice> prices, String recordedBy) {
        if (prices.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("store", place.storeId())
                .param("currency", place.currency())
                .param("list", place.priceListId())
                .param("now", Timestamp.from(clock.instant()))
                .param("recordedBy", recordedBy)
                .param("ids", texts(prices, NewPrice::id))
                .param("products", texts(prices, NewPrice::productId))
                .param("amounts", texts(prices, price -> price.amount().toPlainString()))
                .param(
                        "minimums",
                        texts(prices, price -> price.minimumQuantity().toPlainString()))
                .param("froms", texts(prices, NewPrice::validFrom))
                .param("untils", texts(prices, NewPrice::validUntil))
                .update();
        List<UUID> products =
                prices.stream().map(NewPrice::productId).distinct().toList();
        succession.settle(products);
        priceBook.changed(products);
        List<UUID> ids = prices.stream().map(NewPrice::id).toList();
        for (int from = 0; from < ids.size(); from += EVENTS_AT_ONCE) {
            events.changed(ids.subList(from, Math.min(from + EVENTS_AT_ONCE, ids.size())));
        }
    }

    private static @Nullable String[] texts(List<NewPrice> prices, Function<NewPrice, @Nullable Object> part) {
        return prices.stream()
                .map(part)
                .map(value -> value == null ? null : Objects.toString(value))
                .toArray(String[]::new);
    }

    private static StandingPrice standing(ResultSet row, String currency) throws SQLException {
        return new StandingPrice(
                row.getObject("product_id", UUID.class),
                row.getBigDecimal("minimum_quantity"),
                shown(row.getBigDecimal("amount"), currency),
                Prices.instant(row, "since"),
                shown(row.getBigDecimal("fixed"), currency),
                Prices.instant(row, "fixed_until"),
                Prices.instant(row, "next_from"),
                shown(row.getBigDecimal("next_amount"), currency));
    }

    private static @Nullable BigDecimal shown(@Nullable BigDecimal amount, String currency) {
        return amount == null ? null : PriceScale.shown(amount, currency);
    }
}
