package io.tillstream.order.sale.archive;

import io.tillstream.order.sale.DocumentType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row in a list of sales; the cashier is who stood at the till, where the till said so, else whose token sent the sale. */
record SaleHead(
        UUID id,
        String storeId,
        String tillId,
        @Nullable UUID tillSessionId,
        long receiptNumber,
        DocumentType documentType,
        Instant occurredAt,
        Instant recordedAt,
        LocalDate businessDate,
        String currency,
        BigDecimal total,
        String cashier,
        String cashierName,
        @Nullable UUID customerId,
        @Nullable String externalReference,
        long lines,
        long anomalies,
        boolean priceDiffers) {}
