package io.tillstream.customer.purchase;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code order.sale-completed.v1}. */
record SaleCompleted(
        UUID id,
        String storeId,
        String tillId,
        long receiptNumber,
        String documentType,
        Instant occurredAt,
        LocalDate businessDate,
        String currency,
        BigDecimal total,
        @Nullable UUID customerId) {

    static final String TYPE = "order.sale-completed.v1";
}
