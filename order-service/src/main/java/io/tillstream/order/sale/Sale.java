package io.tillstream.order.sale;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tillstream.platform.security.Caller;
import java.time.Instant;
import java.util.UUID;

/** A paid sale: the till's document, who rang it up and when it reached us. Never changed; a correction is another sale. */
public record Sale(
        UUID id,
        DocumentType documentType,
        String cashier,
        String cashierName,
        Instant recordedAt,
        @JsonUnwrapped SaleDocument document) {

    static Sale completed(UUID id, SaleDocument document, Caller cashier, Instant recordedAt) {
        return new Sale(id, DocumentType.of(document.lines()), cashier.subject(), cashier.name(), recordedAt, document);
    }

    SaleReceipt receipt() {
        return new SaleReceipt(id, document.receiptNumber(), recordedAt, documentType, document.total());
    }
}
