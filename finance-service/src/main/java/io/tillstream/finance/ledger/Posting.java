package io.tillstream.finance.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One amount on one account.
 *
 * @param amount positive on the debit side, negative on the credit side; never zero
 * @param taxRate in percent; set, like the category, where the amount belongs to one tax group
 */
public record Posting(
        AccountUse account,
        BigDecimal amount,
        @Nullable String taxCategory,
        @Nullable BigDecimal taxRate) {}
