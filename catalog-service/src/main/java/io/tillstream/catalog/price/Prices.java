package io.tillstream.catalog.price;

import io.tillstream.catalog.pricebook.PriceScale;
import io.tillstream.platform.money.Money;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The prices that were ever set; of two from the same moment the one set later counts. */
@Repository
class Prices {
    private static final String ADD = """
            insert into price (id, product_id, store_id, amount, currency, valid_from, price_list_id, minimum_quantity,
                    valid_until, in_force, ended, recorded_at, recorded_by, fingerprint)
            values (:id, :product, :store, :amount, :currency, :from, :list, :minimum, :until,
                    :from <= :now, coalesce(:until <= :now, false), :now, :recordedBy, :fingerprint)
            on conflict on constraint price_pk do nothing
            """;

    private static final String READ = """
            select id, product_id, store_id, amount, currency, valid_from, price_list_id,
                   trim_scale(minimum_quantity) as minimum_quantity, valid_until,
                   case when counts_until < 'infinity' then greatest(counts_until, valid_from) end as ends_at,
                   recorded_at, recorded_by
            from price\s""";

    private static final String NEWS = """
            select price.id, price.product_id, store_id, amount, currency, valid_from, price_list_id,
                   trim_scale(minimum_quantity) as minimum_quantity, valid_until, price_book_version.version
            from price join price_book_version on price_book_version.product_id = price.product_id
            where price.id = any(:ids)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Prices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False when the id is taken. */
    boolean add(UUID id, SetPriceRequest request, String recordedBy, byte[] fingerprint) {
        return jdbc.sql(ADD)
                        .param("id", id)
                        .param("product", request.productId())
                        .param("store", request.storeId())
                        .param("amount", request.price().amount())
                        .param("currency", request.price().currency())
                        .param("from", Timestamp.from(request.from()))
                        .param("list", request.priceListId())
                        .param("minimum", request.leastQuantity())
                        .param("until", timestamp(request.until()))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("recordedBy", recordedBy)
                        .param("fingerprint", fingerprint)
                        .update()
                == 1;
    }

    byte[] fingerprint(UUID id) {
        return jdbc.sql("select coalesce(fingerprint, '') from price where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    Optional<Price> find(UUID id) {
        return jdbc.sql(READ + "where id = :id")
                .param("id", id)
                .query(Prices::price)
                .optional();
    }

    /** As they are told to others. */
    List<PriceChanged> news(List<UUID> ids) {
        return jdbc.sql(NEWS)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new PriceChanged(
                        row.getObject("id", UUID.class),
                        row.getObject("product_id", UUID.class),
                        row.getString("store_id"),
                        money(row),
                        row.getTimestamp("valid_from").toInstant(),
                        row.getObject("price_list_id", UUID.class),
                        row.getBigDecimal("minimum_quantity"),
                        instant(row, "valid_until"),
                        row.getLong("version")))
                .list();
    }

    /** Of one product in the order they were set. */
    Page<Price> of(UUID productId, @Nullable String storeId, @Nullable String cursor, int limit) {
        UUID after = Cursor.decode(cursor, 1, key -> UUID.fromString(key.getFirst()));
        List<Price> rows = jdbc.sql(READ + """
                        where product_id = :product and (:store::text is null or store_id = :store::text)
                          and (:after::uuid is null
                               or recorded_no > (select recorded_no from price where id = :after::uuid))
                        order by recorded_no limit :limit""")
                .param("product", productId)
                .param("store", storeId)
                .param("after", after)
                .param("limit", limit + 1)
                .query(Prices::price)
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.id()));
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Price price(ResultSet row, int number) throws SQLException {
        return new Price(
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getString("store_id"),
                money(row),
                row.getTimestamp("valid_from").toInstant(),
                row.getObject("price_list_id", UUID.class),
                row.getBigDecimal("minimum_quantity"),
                instant(row, "valid_until"),
                instant(row, "ends_at"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"));
    }

    private static Money money(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Money(PriceScale.shown(row.getBigDecimal("amount"), currency), currency);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
