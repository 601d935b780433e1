package io.tillstream.finance.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as readers of the journal see it. */
record JournalLine(
        UUID id,
        JournalEntry.Source.Type sourceType,
        UUID sourceId,
        String storeId,
        LocalDate businessDate,
        Instant occurredAt,
        Instant recordedAt,
        String currency,
        String reference,
        List<Side> postings) {

    JournalLine with(List<Side> postings) {
        return new JournalLine(
                id, sourceType, sourceId, storeId, businessDate, occurredAt, recordedAt, currency, reference, postings);
    }

    /** One posting; exactly one of debit and credit is not zero. */
    record Side(
            String account,
            String name,
            BigDecimal debit,
            BigDecimal credit,
            @Nullable String taxCategory,
            @Nullable BigDecimal taxRate) {

        static Side of(
                String account,
                String name,
                BigDecimal amount,
                @Nullable String taxCategory,
                @Nullable BigDecimal taxRate) {
            BigDecimal readable = Amounts.readable(amount);
            BigDecimal nothing = Amounts.readable(BigDecimal.ZERO);
            return readable.signum() > 0
                    ? new Side(account, name, readable, nothing, taxCategory, rate(taxRate))
                    : new Side(account, name, nothing, readable.negate(), taxCategory, rate(taxRate));
        }

        private static @Nullable BigDecimal rate(@Nullable BigDecimal taxRate) {
            return taxRate == null ? null : Amounts.readable(taxRate);
        }
    }
}
