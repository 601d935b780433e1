package io.tillstream.finance.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What one fact means in money: postings that sum to zero. Never changed once booked.
 *
 * @param source the fact; it is booked once, however often it is told
 * @param businessDate the trading day the fact belongs to, by the store's clock and cut-off
 * @param reference what people call the fact, for instance "berlin-1/17"
 */
public record JournalEntry(
        UUID id,
        Source source,
        String storeId,
        LocalDate businessDate,
        Instant occurredAt,
        Instant recordedAt,
        String currency,
        String reference,
        List<Posting> postings) {

    public JournalEntry {
        postings = List.copyOf(postings);
        BigDecimal sum = postings.stream().map(Posting::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() != 0) {
            throw new EntryDoesNotBalance(source, sum);
        }
    }

    /** The kind of fact and its id in the service that recorded it. */
    public record Source(Type type, UUID id) {
        /** What can be booked. */
        public enum Type {
            SALE,
            TILL_SESSION,
            CASH_MOVEMENT
        }
    }

    /** The amounts of a fact contradict each other; it is not booked but kept aside with the dead letters. */
    static final class EntryDoesNotBalance extends IllegalArgumentException {
        EntryDoesNotBalance(Source source, BigDecimal sum) {
            super("The postings of " + source.type() + " " + source.id() + " sum to " + sum.toPlainString()
                    + " instead of zero");
        }
    }
}
