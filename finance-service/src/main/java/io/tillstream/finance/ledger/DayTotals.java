package io.tillstream.finance.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a batch of entries adds to each account and day, sorted by that key. */
final class DayTotals {
    record Row(
            String storeId,
            LocalDate businessDate,
            String currency,
            String account,
            BigDecimal debit,
            BigDecimal credit) {}

    private record Key(String storeId, LocalDate businessDate, String currency, String account) {}

    private record Sides(BigDecimal debit, BigDecimal credit) {
        static Sides of(BigDecimal amount) {
            return amount.signum() > 0
                    ? new Sides(amount, BigDecimal.ZERO)
                    : new Sides(BigDecimal.ZERO, amount.negate());
        }

        Sides plus(Sides other) {
            return new Sides(debit.add(other.debit), credit.add(other.credit));
        }
    }

    private final Map<Key, Sides> totals = new TreeMap<>(Comparator.comparing(Key::storeId)
            .thenComparing(Key::businessDate)
            .thenComparing(Key::currency)
            .thenComparing(Key::account));

    private DayTotals() {}

    static DayTotals of(List<JournalEntry> entries, ChartOfAccounts chart) {
        DayTotals days = new DayTotals();
        for (JournalEntry entry : entries) {
            for (Posting posting : entry.postings()) {
                Key key = new Key(
                        entry.storeId(), entry.businessDate(), entry.currency(), chart.codeFor(posting.account()));
                days.totals.merge(key, Sides.of(posting.amount()), Sides::plus);
            }
        }
        return days;
    }

    List<Row> rows() {
        return totals.entrySet().stream()
                .map(total -> new Row(
                        total.getKey().storeId(),
                        total.getKey().businessDate(),
                        total.getKey().currency(),
                        total.getKey().account(),
                        total.getValue().debit(),
                        total.getValue().credit()))
                .toList();
    }
}
