package io.tillstream.order.shoptask;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to look after.
 *
 * @param subject what it is about, told apart within its kind; whoever has done it names it again
 * @param about the kind of anomaly or finding, or empty
 */
record ShopTask(
        Kind kind,
        String subject,
        String about,
        String detail,
        Instant since,
        LocalDate businessDate,
        String tillId,
        @Nullable UUID saleId,
        @Nullable Long receiptNumber,
        @Nullable UUID tillSessionId) {

    /** What can need looking after; stock below zero is found by the inventory, but done here too. */
    enum Kind {
        SALE_ANOMALY,
        UNKNOWN_BARCODE,
        SESSION_DIFFERENCE,
        SESSION_NOT_COUNTED,
        CASH_NOT_APPROVED,
        JOURNAL_FINDING,
        JOURNAL_GAP,
        NEGATIVE_STOCK
    }
}
