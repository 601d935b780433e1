package io.tillstream.order.dailytakings;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the takings need of {@code order.sale-completed.v1}. */
record CompletedSale(
        String storeId,
        String tillId,
        LocalDate businessDate,
        Instant occurredAt,
        Instant recordedAt,
        String documentType,
        String cashier,
        String cashierName,
        List<Line> lines,
        List<Tax> taxes) {

    boolean isReturn() {
        return documentType.equals("RETURN");
    }

    CompletedSale withLines(List<Line> itsLines) {
        return new CompletedSale(
                storeId,
                tillId,
                businessDate,
                occurredAt,
                recordedAt,
                documentType,
                cashier,
                cashierName,
                itsLines,
                taxes);
    }

    record Line(
            String sku, String name, BigDecimal quantity, String taxCategory, BigDecimal taxRate, BigDecimal amount) {}

    record Tax(String category, BigDecimal rate, BigDecimal net, BigDecimal tax, BigDecimal gross) {}
}
