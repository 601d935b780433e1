package io.tillstream.finance.sale;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What bookkeeping needs of {@code order.sale-completed.v1}; amounts are in the document's currency, signed. */
record SaleCompletedMessage(
        UUID id,
        String storeId,
        String tillId,
        long receiptNumber,
        Instant occurredAt,
        LocalDate businessDate,
        String currency,
        List<TaxGroup> taxes,
        BigDecimal total,
        BigDecimal cashRounding,
        List<Tender> tenders,
        BigDecimal change) {

    record TaxGroup(String category, BigDecimal rate, BigDecimal net, BigDecimal tax) {}

    record Tender(String type, BigDecimal amount) {}
}
