package io.tillstream.catalog.price;

import io.tillstream.catalog.pricebook.PriceScale;
import io.tillstream.platform.money.Money;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The prices that were ever set; of two from the same moment the one set later counts. */
@Repository
public class Prices {
    private static final String ADD = """
            insert into price (id, product_id, store_id, amount, currency, valid_from, in_force, recorded_at, recorded_by,
                    fingerprint)
            values (:id, :product, :store, :amount, :currency, :validFrom, false, :recordedAt, :recordedBy, :fingerprint)
            on conflict on constraint price_pk do nothing
            """;

    private static final String READ = "select id, product_id, store_id, amount, currency, valid_from from price ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Prices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False when the id is taken. */
    boolean add(Price price, String recordedBy, byte[] fingerprint) {
        return jdbc.sql(ADD)
                        .param("id", price.id())
                        .param("product", price.productId())
                        .param("store", price.storeId())
                        .param("amount", price.price().amount())
                        .param("currency", price.price().currency())
                        .param("validFrom", Timestamp.from(price.validFrom()))
                        .param("recordedAt", Timestamp.from(clock.instant()))
                        .param("recordedBy", recordedBy)
                        .param("fingerprint", fingerprint)
                        .update()
                == 1;
    }

    boolean knows(UUID productId) {
        return jdbc.sql("select exists (select from product where id = :id)")
                .param("id", productId)
                .query(Boolean.class)
                .single();
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

    public List<Price> withIds(List<UUID> ids) {
        return jdbc.sql(READ + "where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Prices::price)
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

    private static Price price(ResultSet row, int number) throws SQLException {
        return new Price(
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getString("store_id"),
                new Money(
                        PriceScale.shown(row.getBigDecimal("amount"), row.getString("currency")),
                        row.getString("currency")),
                row.getTimestamp("valid_from").toInstant());
    }
}
