package io.tillstream.catalog.productimport;

import io.tillstream.catalog.price.GeneralPrices;
import io.tillstream.catalog.price.PriceSuccession;
import io.tillstream.platform.security.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sets the general prices of a file, those that are not what is charged already. */
@Component
class ImportPrices {

    private static final String STANDING = """
                select amount from price
                where product_id = line.id and currency = line.currency and store_id is null and in_force
                  and price_list_id is null and minimum_quantity = 0 and valid_until is null
                order by valid_from desc, recorded_no desc limit 1""";

    private static final String NOT_YOURS = """
            select line.line, 'general-price-not-yours' as code,
                   'The price ' || line.price || ' ' || line.currency || ' would count in every store; you manage only some. '
                       || case when standing.amount is null then 'Leave the price out'
                               else 'Leave it at ' || round(standing.amount, greatest(2, min_scale(standing.amount))) end
                       || ' and set your own store''s price at the product, or ask a buyer.' as reason
            from import_line line
            left join lateral (""" + STANDING + """
                ) standing on true
            where line.price is not null and line.price is distinct from standing.amount
            """;

    private static final String SET_PRICES = """
            insert into price (id, product_id, store_id, amount, currency, valid_from, in_force, recorded_at, recorded_by)
            select line.price_id, line.id, null, line.price, line.currency, :minute, true, :now, :recordedBy
            from import_line line
            left join lateral (""" + STANDING + """
                ) standing on true
            where line.price is not null and line.price is distinct from standing.amount
            """;

    private static final String REPRICED = """
            select price.product_id
            from price join import_line on import_line.price_id = price.id
            join import_change change on change.id = price.product_id and not change.is_new
            """;

    private static final String SET =
            "select price.id, price.product_id from price join import_line on import_line.price_id = price.id";

    private final JdbcClient jdbc;
    private final ImportRefusals refusals;
    private final PriceSuccession succession;
    private final Clock clock;

    ImportPrices(JdbcClient jdbc, ImportRefusals refusals, PriceSuccession succession, Clock clock) {
        this.jdbc = jdbc;
        this.refusals = refusals;
        this.succession = succession;
        this.clock = clock;
    }

    /** Who may not set a price for all stores one by one may not do it by a file. */
    List<Refusal> refuse(Caller by) {
        return GeneralPrices.mayBeSetBy(by) ? List.of() : refusals.by(NOT_YOURS);
    }

    void set(String recordedBy) {
        jdbc.sql(SET_PRICES)
                .param("now", Timestamp.from(clock.instant()))
                .param("minute", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MINUTES)))
                .param("recordedBy", recordedBy)
                .update();
    }

    /** A new price may end another of a product that was known before. Call it when statistics are fresh. */
    void settle() {
        succession.settle(jdbc.sql(REPRICED)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    List<NewPrice> those() {
        return jdbc.sql(SET)
                .query((row, number) -> new NewPrice(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    record NewPrice(UUID id, UUID product) {}
}
