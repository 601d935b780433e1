package io.tillstream.billing.receiptmail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a receipt has come on its way to the customer. To whom it went is not told, and not kept. */
record ReceiptMail(
        UUID id,
        String storeId,
        UUID saleId,
        State state,
        int attempts,
        @Nullable String problem,
        Instant askedAt,
        @Nullable Instant sentAt) {

    enum State {
        WAITING,
        SENT,
        FAILED
    }
}
