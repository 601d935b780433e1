package io.tillstream.finance.sale;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        BigDecimal change,
        @Nullable Tip tip,
        @Nullable Deposit deposit) {

    private static final long SERIES = 1_000_000_000;

    /** Till and number as people say it: berlin-1/17, or berlin-1/17.2 when the till's second device gave it. */
    String receipt() {
        String receipt = tillId + "/" + receiptNumber % SERIES;
        return receiptNumber < SERIES ? receipt : receipt + "." + receiptNumber / SERIES;
    }

    /** {@code taxParts} are what its tax is made of, where that is more than one tax. */
    record TaxGroup(
            String category,
            BigDecimal rate,
            BigDecimal net,
            BigDecimal tax,
            @Nullable List<TaxPart> taxParts) {

        /** What is owed to whom: one tax is named like its category. */
        List<TaxPart> eachTax() {
            return taxParts == null ? List.of(new TaxPart(category, rate, tax)) : taxParts;
        }
    }

    record TaxPart(String component, BigDecimal rate, BigDecimal tax) {}

    /** {@code amount} is what it is worth, also where the cash was {@code foreign}. */
    record Tender(String type, BigDecimal amount, @Nullable Foreign foreign) {}

    record Foreign(String currency) {}

    /** In the tenders, but owed to staff instead of earned. */
    record Tip(BigDecimal amount) {}

    /** In the tenders, but owed to the customer: less than zero where it pays for goods or goes back. */
    record Deposit(BigDecimal amount) {}
}
