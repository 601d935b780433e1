package io.tillstream.order.parkedsale;

import io.tillstream.order.amount.Amounts;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import io.tillstream.platform.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of parked sales. Which till goes on with one is decided by one update: the first wins, for ever. */
@Repository
class ParkedSales {

    private static final String PARK = """
            insert into parked_sale (id, parked_at, recorded_at, customer_id, total, currency, items, format, store_id, till_id,
                                     parked_by_name, basket, fingerprint)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint parked_sale_pk do nothing
            """;

    private static final String WAITING = """
            select * from parked_sale where store_id = ? and taken_up_at is null order by parked_at, id limit ?
            """;

    private static final String TAKE_UP = """
            update parked_sale set taken_up_at = ?, taken_up_by = ?, taken_up_name = ? where id = ? and taken_up_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ParkedSales(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** True when this call parked it; a resend of the same is answered like the first, another under its id is refused. */
    @Transactional
    boolean park(UUID id, ParkedSale sale, Caller by) {
        boolean first = put(id, sale, by);
        if (!first) {
            byte[] known = jdbc.sql("select fingerprint from parked_sale where id = ?")
                    .param(id)
                    .query(byte[].class)
                    .single();
            Fingerprint.mustMatch(known, sale);
        }
        return first;
    }

    private boolean put(UUID id, ParkedSale sale, Caller by) {
        int parked = jdbc.sql(PARK)
                .param(id)
                .param(Timestamp.from(sale.parkedAt()))
                .param(Timestamp.from(clock.instant()))
                .param(sale.customerId())
                .param(sale.total())
                .param(sale.currency())
                .param(sale.items())
                .param(sale.format())
                .param(sale.storeId())
                .param(sale.tillId())
                .param(by.name())
                .param(sale.basket())
                .param(Fingerprint.of(sale))
                .update();
        return parked == 1;
    }

    /** Those that nobody has gone on with, the oldest first. */
    List<ParkedSaleHead> waitingIn(String store, int most) {
        return jdbc.sql(WAITING)
                .params(store, most)
                .query((row, number) -> head(row))
                .list();
    }

    /** The same till may ask again when the answer was lost. */
    @Transactional
    TakenUpSale takeUp(UUID id, TakingUp asked, Caller by) {
        String till = asked.tillId();
        ParkedSale sale = asked.sale();
        if (sale != null) {
            put(id, sale, by);
        }
        jdbc.sql(TAKE_UP)
                .params(Timestamp.from(clock.instant()), till, by.name(), id)
                .update();
        return jdbc.sql("select * from parked_sale where id = ?")
                .param(id)
                .query((row, number) -> taken(row, till, by))
                .optional()
                .orElseThrow(() -> new NotFound("parked sale " + id));
    }

    private static ParkedSaleHead head(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new ParkedSaleHead(
                row.getObject("id", UUID.class),
                row.getString("store_id"),
                row.getString("till_id"),
                row.getString("parked_by_name"),
                row.getTimestamp("parked_at").toInstant(),
                currency,
                Amounts.written(row.getBigDecimal("total"), currency),
                row.getInt("items"),
                row.getObject("customer_id", UUID.class),
                row.getInt("format"));
    }

    private static TakenUpSale taken(ResultSet row, String till, Caller by) throws SQLException {
        by.mustServe(row.getString("store_id"));
        String taker = row.getString("taken_up_by");
        if (!till.equals(taker)) {
            Instant at = row.getTimestamp("taken_up_at").toInstant();
            throw new ParkedSaleTaken(taker, row.getString("taken_up_name"), at);
        }
        return new TakenUpSale(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getInt("format"),
                row.getString("basket"));
    }
}
