package io.tillstream.order.sale.archive;

import io.tillstream.order.store.StoreDirectory;
import io.tillstream.platform.security.Caller;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Receipt numbers are gapless per till, but sales arrive in any order: a gap is whatever is missing at the moment of asking, and
 * a late sale closes it.
 */
@Component
class ReceiptGaps {

    private static final String GAPS = """
            select receipt_number, previous
            from (select receipt_number, lag(receipt_number, 1, 0::bigint) over (order by receipt_number) as previous
                  from sale where till_id = ?) as numbers
            where receipt_number - previous > 1
            order by receipt_number limit 500
            """;

    private final JdbcClient jdbc;
    private final StoreDirectory stores;

    ReceiptGaps(JdbcClient jdbc, StoreDirectory stores) {
        this.jdbc = jdbc;
        this.stores = stores;
    }

    List<Gap> of(String tillId, Caller caller) {
        stores.mustSeeTill(tillId, caller);
        return jdbc.sql(GAPS)
                .param(tillId)
                .query((row, number) -> new Gap(row.getLong("previous") + 1, row.getLong("receipt_number") - 1))
                .list();
    }

    /** Missing numbers, both ends included. */
    record Gap(long from, long to) {}
}
