package io.tillstream.finance.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was booked on each account up to a day. Debits equal credits, or the books are wrong.
 *
 * @param storeId null for all stores the caller may see
 * @param asOf last business date included; null for everything booked
 * @param currency null while nothing was booked
 */
record TrialBalance(
        @Nullable String storeId,
        @Nullable LocalDate asOf,
        @Nullable String currency,
        List<Item> items,
        BigDecimal debit,
        BigDecimal credit) {

    /**
     * One account.
     *
     * @param debit sum of all debits
     * @param credit sum of all credits
     * @param balance debit less credit
     */
    record Item(String account, String name, BigDecimal debit, BigDecimal credit, BigDecimal balance) {
        Item {
            debit = Amounts.readable(debit);
            credit = Amounts.readable(credit);
            balance = Amounts.readable(balance);
        }
    }

    static TrialBalance of(
            @Nullable String storeId, @Nullable LocalDate asOf, @Nullable String currency, List<Item> items) {
        return new TrialBalance(
                storeId,
                asOf,
                currency,
                items,
                Amounts.readable(items.stream().map(Item::debit).reduce(BigDecimal.ZERO, BigDecimal::add)),
                Amounts.readable(items.stream().map(Item::credit).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
}
