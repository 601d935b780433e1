package io.tillstream.catalog.pricebook;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what products cost in a store, now and later. */
@Component
class ListedPrices {
    private static final String LISTS = """
            select id, (terms ->> 'priority')::integer as priority,
                   terms -> 'customerGroups' = '[]'
                       and coalesce((terms #>> '{window,from}')::timestamp <= :now at time zone :zone, true)
                       and coalesce((terms #>> '{window,until}')::timestamp > :now at time zone :zone, true) as for_anybody
            from price_list
            where active and currency = :currency
              and (terms -> 'stores' = '[]' or terms -> 'stores' @> to_jsonb(:store::text))
            """;

    private static final String PRICES = """
            select product_id, id, price_list_id, store_id is not null as store_own,
                   trim_scale(minimum_quantity) as minimum_quantity, amount, valid_from, valid_until
            from price
            where product_id = any(:products) and counts_until > :now and currency = :currency
              and (store_id is null or store_id = :store)
              and (price_list_id is null or price_list_id = any(:lists))
            order by product_id, price_list_id nulls first, store_own, minimum_quantity, valid_from, recorded_no
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ListedPrices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    OfStore in(StoreFacts.Store store, List<UUID> products) {
        Instant now = clock.instant();
        Map<UUID, Rank> lists = lists(store, now);
        Map<UUID, List<PriceBook.Price>> prices = HashMap.newHashMap(products.size());
        jdbc.sql(PRICES)
                .param("products", products.toArray(UUID[]::new))
                .param("lists", lists.keySet().toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .param("currency", store.currency())
                .param("store", store.id())
                .query(row -> {
                    prices.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>(1))
                            .add(price(row, store.currency()));
                });
        return new OfStore(prices, lists, now);
    }

    private Map<UUID, Rank> lists(StoreFacts.Store store, Instant now) {
        Map<UUID, Rank> lists = new HashMap<>();
        jdbc.sql(LISTS)
                .param("now", Timestamp.from(now))
                .param("zone", store.timeZone())
                .param("currency", store.currency())
                .param("store", store.id())
                .query(row -> {
                    lists.put(
                            row.getObject("id", UUID.class),
                            new Rank(row.getInt("priority"), row.getBoolean("for_anybody")));
                });
        return lists;
    }

    private static PriceBook.Price price(ResultSet row, String currency) throws SQLException {
        Timestamp until = row.getTimestamp(8);
        return new PriceBook.Price(
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getBoolean(4),
                row.getBigDecimal(5),
                PriceScale.shown(row.getBigDecimal(6), currency),
                row.getTimestamp(7).toInstant(),
                until == null ? null : until.toInstant());
    }

    /** What the products cost in one store. */
    static final class OfStore {
        private final Map<UUID, List<PriceBook.Price>> prices;
        private final Map<UUID, Rank> lists;
        private final Instant now;

        private OfStore(Map<UUID, List<PriceBook.Price>> prices, Map<UUID, Rank> lists, Instant now) {
            this.prices = prices;
            this.lists = lists;
            this.now = now;
        }

        List<PriceBook.Price> of(UUID product) {
            return prices.getOrDefault(product, List.of());
        }

        /** What anybody pays for one, now: chosen as the tills choose. */
        @Nullable
        BigDecimal onTheShelf(UUID product) {
            PriceBook.Price best = null;
            for (PriceBook.Price price : of(product)) {
                if (holdsForAnybody(price) && (best == null || goesBefore(price, best))) {
                    best = price;
                }
            }
            return best == null ? null : best.amount();
        }

        private boolean holdsForAnybody(PriceBook.Price price) {
            return price.minimumQuantity().compareTo(BigDecimal.ONE) <= 0
                    && !price.validFrom().isAfter(now)
                    && (price.priceListId() == null || rank(price).forAnybody());
        }

        /** They come list by list, in each by quantity and beginning: of one list the later goes before the earlier. */
        private boolean goesBefore(PriceBook.Price price, PriceBook.Price best) {
            int higher = Integer.compare(priority(price), priority(best));
            boolean sameList = Objects.equals(price.priceListId(), best.priceListId());
            return higher > 0 || (higher == 0 && (sameList || price.amount().compareTo(best.amount()) < 0));
        }

        private int priority(PriceBook.Price price) {
            return price.priceListId() == null
                    ? price.storeOwn() ? -1 : -2
                    : rank(price).priority();
        }

        private Rank rank(PriceBook.Price price) {
            return lists.getOrDefault(price.priceListId(), Rank.NONE);
        }
    }

    /** @param forAnybody holds now, without belonging to a group of customers */
    private record Rank(int priority, boolean forAnybody) {
        static final Rank NONE = new Rank(-3, false);
    }
}
