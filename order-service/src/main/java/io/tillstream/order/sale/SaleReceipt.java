package io.tillstream.order.sale;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What a till is told once its sale is durable; a resend is told exactly the same. */
public record SaleReceipt(
        UUID id, long receiptNumber, Instant recordedAt, DocumentType documentType, BigDecimal total) {

    SaleReceipt asRecordedAt(Instant storedAt) {
        return new SaleReceipt(id, receiptNumber, storedAt, documentType, total);
    }
}
