package io.tillstream.order.sale.archive;

import io.tillstream.order.store.StoreDirectory;
import io.tillstream.platform.security.Caller;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The receipt numbers of a till, a series for each device that gave some: from the second on a device begins at a thousand million
 * times its epoch. They are gapless, but sales arrive in any order: a gap is whatever is missing at the moment of
 * asking, and a late sale closes it.
 */
@Component
class ReceiptSeries {

    private static final String GAPS = """
            select receipt_number, previous
            from (select receipt_number, lag(receipt_number, 1, receipt_number / 1000000000 * 1000000000) over (
                             partition by receipt_number / 1000000000 order by receipt_number) as previous
                  from sale where till_id = ?) as numbers
            where receipt_number - previous > 1
            order by receipt_number limit 500
            """;

    private final JdbcClient jdbc;
    private final StoreDirectory stores;

    ReceiptSeries(JdbcClient jdbc, StoreDirectory stores) {
        this.jdbc = jdbc;
        this.stores = stores;
    }

    List<Gap> gaps(String tillId, Caller caller) {
        stores.mustSeeTill(tillId, caller);
        return jdbc.sql(GAPS)
                .param(tillId)
                .query((row, number) -> new Gap(row.getLong("previous") + 1, row.getLong("receipt_number") - 1))
                .list();
    }

    LastReceipt last(String tillId, Caller caller) {
        stores.mustSeeTill(tillId, caller);
        return jdbc.sql("select coalesce(max(receipt_number), 0) from sale where till_id = ?")
                .param(tillId)
                .query((row, number) -> new LastReceipt(row.getLong(1)))
                .single();
    }

    /** The highest number that has arrived from a till, whatever is missing before it; 0 before its first sale. */
    record LastReceipt(long receiptNumber) {}

    /** Missing numbers, both ends included. */
    record Gap(long from, long to) {}
}
