package io.tillstream.finance.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the postings of one entry; amounts of zero leave no trace. */
public final class Postings {
    private final List<Posting> postings = new ArrayList<>();

    public Postings debit(AccountUse account, BigDecimal amount) {
        return add(account, amount, null, null);
    }

    public Postings credit(AccountUse account, BigDecimal amount) {
        return add(account, amount.negate(), null, null);
    }

    /** Credits an amount that belongs to one tax group. */
    public Postings credit(AccountUse account, BigDecimal amount, String taxCategory, BigDecimal taxRate) {
        return add(account, amount.negate(), taxCategory, taxRate);
    }

    public List<Posting> toList() {
        return List.copyOf(postings);
    }

    private Postings add(
            AccountUse account, BigDecimal amount, @Nullable String taxCategory, @Nullable BigDecimal taxRate) {
        if (amount.signum() != 0) {
            postings.add(new Posting(account, amount, taxCategory, taxRate));
        }
        return this;
    }
}
