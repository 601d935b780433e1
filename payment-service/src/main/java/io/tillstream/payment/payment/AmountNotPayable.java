package io.tillstream.payment.payment;

import io.tillstream.platform.money.Money;
import io.tillstream.platform.web.Failure;
import java.math.BigDecimal;

/** The amount cannot change hands: zero, negative, finer than the currency's coins, or beyond the limit. */
final class AmountNotPayable extends Failure {
    private static final BigDecimal LIMIT = new BigDecimal("1000000");

    private AmountNotPayable(Money amount) {
        super(
                Kind.RULE_BROKEN,
                "amount-not-payable",
                "An amount to pay is more than 0, at most " + LIMIT + ", and has at most "
                        + Money.decimalsOf(amount.currency()) + " decimals in " + amount.currency() + ".");
        with("/amount/amount", amount.amount().toPlainString() + " cannot be paid.");
    }

    static void check(Money amount) {
        boolean payable = amount.amount().signum() > 0
                && amount.amount().compareTo(LIMIT) <= 0
                && amount.amount().stripTrailingZeros().scale() <= Money.decimalsOf(amount.currency());
        if (!payable) {
            throw new AmountNotPayable(amount);
        }
    }
}
